//! Forms of the verbs that engineers use, so that a rule can tell `fail` from `failed` and name the right one.

/// Verbs with regular forms.
const REGULAR: &[&str] = &[
    "accept",
    "add",
    "agree",
    "allow",
    "affect",
    "answer",
    "appear",
    "apply",
    "ask",
    "assign",
    "avoid",
    "block",
    "call",
    "cause",
    "change",
    "check",
    "clean",
    "close",
    "compare",
    "confirm",
    "connect",
    "consider",
    "contain",
    "cover",
    "crash",
    "create",
    "debug",
    "decide",
    "delay",
    "delete",
    "depend",
    "deploy",
    "detect",
    "disable",
    "disappear",
    "discuss",
    "drain",
    "drop",
    "enable",
    "ensure",
    "evict",
    "exceed",
    "exist",
    "expect",
    "expire",
    "explain",
    "fail",
    "finish",
    "fix",
    "follow",
    "handle",
    "happen",
    "help",
    "impact",
    "improve",
    "include",
    "increase",
    "install",
    "introduce",
    "summarize",
    "describe",
    "investigate",
    "join",
    "kill",
    "launch",
    "leak",
    "limit",
    "load",
    "lock",
    "log",
    "look",
    "lower",
    "match",
    "mention",
    "merge",
    "migrate",
    "mitigate",
    "monitor",
    "mount",
    "move",
    "need",
    "notice",
    "notify",
    "occur",
    "open",
    "overload",
    "patch",
    "pause",
    "prevent",
    "process",
    "propose",
    "protect",
    "provide",
    "pull",
    "push",
    "raise",
    "reach",
    "reboot",
    "rebuild",
    "receive",
    "recommend",
    "recover",
    "reduce",
    "refuse",
    "reject",
    "release",
    "reload",
    "remove",
    "rename",
    "replace",
    "reply",
    "report",
    "reproduce",
    "request",
    "require",
    "resolve",
    "respond",
    "restart",
    "restore",
    "resume",
    "retry",
    "return",
    "revert",
    "review",
    "roll",
    "save",
    "scale",
    "schedule",
    "seem",
    "share",
    "skip",
    "solve",
    "start",
    "stay",
    "stop",
    "store",
    "suggest",
    "support",
    "suspect",
    "switch",
    "talk",
    "test",
    "throttle",
    "touch",
    "trace",
    "track",
    "trigger",
    "try",
    "turn",
    "update",
    "upgrade",
    "upload",
    "use",
    "validate",
    "verify",
    "wait",
    "want",
    "warn",
    "watch",
    "work",
    "worry",
];

/// Verbs with forms of their own: base, past, past participle. Those whose past equals the base are left out.
const IRREGULAR: &[[&str; 3]] = &[
    ["become", "became", "become"],
    ["begin", "began", "begun"],
    ["break", "broke", "broken"],
    ["bring", "brought", "brought"],
    ["build", "built", "built"],
    ["catch", "caught", "caught"],
    ["choose", "chose", "chosen"],
    ["come", "came", "come"],
    ["do", "did", "done"],
    ["draw", "drew", "drawn"],
    ["fall", "fell", "fallen"],
    ["find", "found", "found"],
    ["forget", "forgot", "forgotten"],
    ["get", "got", "got"],
    ["give", "gave", "given"],
    ["go", "went", "gone"],
    ["grow", "grew", "grown"],
    ["hang", "hung", "hung"],
    ["have", "had", "had"],
    ["hold", "held", "held"],
    ["keep", "kept", "kept"],
    ["know", "knew", "known"],
    ["lose", "lost", "lost"],
    ["make", "made", "made"],
    ["mean", "meant", "meant"],
    ["run", "ran", "run"],
    ["say", "said", "said"],
    ["see", "saw", "seen"],
    ["send", "sent", "sent"],
    ["show", "showed", "shown"],
    ["take", "took", "taken"],
    ["tell", "told", "told"],
    ["think", "thought", "thought"],
    ["understand", "understood", "understood"],
    ["write", "wrote", "written"],
];

/// Regular verbs that double their last letter.
const DOUBLING: &[&str] = &["debug", "drop", "log", "occur", "plan", "skip", "stop"];

/// A verb and its forms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verb {
    /// `retry`.
    pub base: &'static str,
    /// `retries`.
    pub third: String,
    /// `retried`.
    pub past: String,
    /// `retried`.
    pub participle: String,
    /// `retrying`.
    pub gerund: String,
}

impl Verb {
    /// Every verb this file knows.
    pub fn all() -> impl Iterator<Item = Self> {
        let regular = REGULAR.iter().map(|base| {
            let past = with_ed(base);
            Self::new(base, past.clone(), past)
        });
        let irregular = IRREGULAR
            .iter()
            .map(|[base, past, participle]| Self::new(base, (*past).into(), (*participle).into()));
        regular.chain(irregular)
    }

    fn new(base: &'static str, past: String, participle: String) -> Self {
        Self {
            base,
            third: with_s(base),
            past,
            participle,
            gerund: with_ing(base),
        }
    }
}

fn ends_in_consonant_y(base: &str) -> bool {
    let mut letters = base.chars().rev();
    letters.next() == Some('y')
        && letters
            .next()
            .is_some_and(|before| !"aeiou".contains(before))
}

fn with_s(base: &str) -> String {
    match base {
        "have" => "has".into(),
        "do" | "go" => format!("{base}es"),
        _ if ends_in_consonant_y(base) => format!("{}ies", &base[..base.len() - 1]),
        _ if ["s", "x", "ch", "sh"].iter().any(|end| base.ends_with(end)) => format!("{base}es"),
        _ => format!("{base}s"),
    }
}

fn with_ed(base: &str) -> String {
    if ends_in_consonant_y(base) {
        format!("{}ied", &base[..base.len() - 1])
    } else if base.ends_with('e') {
        format!("{base}d")
    } else if DOUBLING.contains(&base) {
        format!("{base}{}ed", &base[base.len() - 1..])
    } else {
        format!("{base}ed")
    }
}

fn with_ing(base: &str) -> String {
    let doubles = DOUBLING.contains(&base) || ["run", "get", "begin", "forget"].contains(&base);
    if base.ends_with('e') && !base.ends_with("ee") {
        format!("{}ing", &base[..base.len() - 1])
    } else if doubles {
        format!("{base}{}ing", &base[base.len() - 1..])
    } else {
        format!("{base}ing")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(base: &str, expected: [&str; 3]) {
        let verb = Verb::all().find(|verb| verb.base == base).unwrap();
        assert_eq!([verb.third, verb.past, verb.gerund], expected);
    }

    #[test]
    fn forms_are_spelled_right() {
        case("retry", ["retries", "retried", "retrying"]);
        case("stop", ["stops", "stopped", "stopping"]);
        case("deploy", ["deploys", "deployed", "deploying"]);
        case("match", ["matches", "matched", "matching"]);
        case("cause", ["causes", "caused", "causing"]);
        case("go", ["goes", "went", "going"]);
        case("have", ["has", "had", "having"]);
        case("agree", ["agrees", "agreed", "agreeing"]);
    }
}
