//! Classes of words that the rules speak of: `@past`, `@plural`, `@thing` and the like.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

use super::{
    inflection::Verb,
    token::{Token, TokenKind},
};

/// Countable things of an engineer's day, in the singular. None is also a common verb or adjective.
const THINGS: &[&str] = &[
    "alert",
    "backup",
    "bucket",
    "certificate",
    "client",
    "cluster",
    "configmap",
    "connection",
    "consumer",
    "container",
    "controller",
    "customer",
    "daemon",
    "dashboard",
    "database",
    "deployment",
    "disk",
    "endpoint",
    "engineer",
    "error",
    "event",
    "file",
    "graph",
    "host",
    "incident",
    "instance",
    "kernel",
    "key",
    "machine",
    "message",
    "metric",
    "namespace",
    "node",
    "packet",
    "partition",
    "pod",
    "proxy",
    "query",
    "region",
    "replica",
    "repository",
    "scheduler",
    "server",
    "service",
    "shard",
    "snapshot",
    "socket",
    "system",
    "table",
    "tenant",
    "thread",
    "user",
    "volume",
    "webhook",
    "worker",
];

/// More of them that are safe to know in the plural only.
const MORE_PLURALS: &[&str] = &[
    "alarms",
    "changes",
    "consumers",
    "jobs",
    "logs",
    "requests",
    "results",
    "retries",
    "writes",
];

/// Words that begin a clause after another one.
const LINKS: &[&str] = &[
    "because", "that", "but", "if", "when", "since", "while", "although", "though", "so", "then",
    "where", "until", "unless",
];

/// Forms of *be*.
const BE: &[&str] = &["is", "are", "was", "were", "am", "'s"];

/// Verbs in the third person that are no plural noun.
const PLAIN_THIRD: &[&str] = &[
    "appears",
    "becomes",
    "belongs",
    "causes",
    "contains",
    "depends",
    "disappears",
    "exceeds",
    "exists",
    "expects",
    "fails",
    "gives",
    "goes",
    "happens",
    "has",
    "keeps",
    "knows",
    "makes",
    "needs",
    "occurs",
    "requires",
    "returns",
    "seems",
    "supports",
    "takes",
    "tells",
    "wants",
    "works",
    "matches",
];

/// Base verbs that follow `it` only by mistake, at the beginning of a clause.
const BARE: &[&str] = &[
    "appear", "become", "block", "cause", "contain", "crash", "depend", "do", "exceed", "exist",
    "expect", "fail", "get", "give", "go", "handle", "happen", "have", "keep", "know", "look",
    "make", "match", "mean", "occur", "require", "restart", "retry", "return", "say", "seem",
    "show", "start", "stop", "support", "take", "trigger", "try", "use", "wait", "want", "work",
    "write", "lose", "send", "drop", "leak", "report", "reach", "increase", "receive", "consume",
    "throw", "generate", "create", "come", "need", "run", "change", "close",
];

/// Comparatives in *-er*, and the irregular ones.
const COMPARATIVES: &[&str] = &[
    "better", "bigger", "cheaper", "cleaner", "easier", "faster", "fewer", "greater", "harder",
    "higher", "larger", "longer", "lower", "newer", "older", "quicker", "quieter", "safer",
    "shorter", "simpler", "slower", "smaller", "smoother", "stronger", "worse", "earlier",
];

/// Small numbers in letters.
const NUMBERS: &[&str] = &[
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "fifteen",
    "twenty", "thirty", "forty", "fifty", "sixty", "ninety", "hundred",
];

/// Spans of time.
const PERIODS: &[&str] = &[
    "second", "seconds", "minute", "minutes", "hour", "hours", "day", "days", "week", "weeks",
    "month", "months", "year", "years", "while", "quarter", "sprint",
];

/// Nouns that English does not count.
const UNCOUNTED: &[&str] = &[
    "advice",
    "equipment",
    "evidence",
    "feedback",
    "hardware",
    "information",
    "knowledge",
    "progress",
    "research",
    "software",
    "traffic",
    "bandwidth",
    "memory",
    "downtime",
];

/// Classes that are a plain list, by name.
const LISTS: &[(&str, &[&str])] = &[
    ("@thing", THINGS),
    ("@link", LINKS),
    ("@be", BE),
    ("@third", PLAIN_THIRD),
    ("@bare", BARE),
    ("@comparative", COMPARATIVES),
    ("@period", PERIODS),
    ("@uncounted", UNCOUNTED),
    (
        "@modal",
        &["can", "could", "will", "would", "should", "must", "might"],
    ),
    (
        "@aux",
        &[
            "do", "does", "did", "can", "could", "will", "would", "should", "must", "might", "may",
            "shall",
        ],
    ),
    (
        "@conjunction",
        &["and", "or", "but", "then", "so", "because", "if", "when"],
    ),
    (
        "@wh",
        &["how", "why", "when", "where", "what", "which", "who"],
    ),
    ("@me", &["me", "us", "him", "her", "them", "you"]),
    ("@i", &["i", "we", "you", "they"]),
    (
        "@the",
        &[
            "the", "a", "an", "this", "that", "these", "those", "our", "your", "their", "its",
            "my", "all", "any", "some", "every", "each",
        ],
    ),
];

static TABLE: LazyLock<BTreeMap<&'static str, BTreeSet<String>>> = LazyLock::new(|| {
    let mut table: BTreeMap<&'static str, BTreeSet<String>> = LISTS
        .iter()
        .map(|(name, words)| (*name, words.iter().map(|word| (*word).to_owned()).collect()))
        .collect();
    let plurals = THINGS
        .iter()
        .map(|thing| plural(thing))
        .chain(MORE_PLURALS.iter().map(|plural| (*plural).to_owned()))
        .collect();
    table.insert("@things", plurals);
    for verb in Verb::all() {
        table.entry("@verb").or_default().insert(verb.base.into());
        table.entry("@ing").or_default().insert(verb.gerund);
        let past = table.entry("@past").or_default();
        past.extend(
            [verb.past, verb.participle]
                .into_iter()
                .filter(|form| form != verb.base),
        );
    }
    // These read as a base verb, a noun or an adjective as well.
    if let Some(past) = table.get_mut("@past") {
        for word in ["fallen", "run", "become", "come", "left", "open"] {
            past.remove(word);
        }
    }
    table
});

/// The base of each verb form.
static BASES: LazyLock<BTreeMap<String, Verb>> = LazyLock::new(|| {
    Verb::all()
        .flat_map(|verb| {
            [
                verb.base.to_owned(),
                verb.third.clone(),
                verb.past.clone(),
                verb.participle.clone(),
                verb.gerund.clone(),
            ]
            .map(|form| (form, verb.clone()))
        })
        .collect()
});

/// Whether a class of this name exists.
pub fn is_class(name: &str) -> bool {
    matches!(name, "@number" | "@opaque" | "@clock") || TABLE.contains_key(name)
}

/// Whether `token` belongs to the class.
pub fn belongs(token: &Token, class: &str) -> bool {
    match class {
        "@number" => {
            token.kind == TokenKind::Number
                || (token.is_word() && NUMBERS.contains(&token.text.as_str()))
        }
        "@opaque" => token.kind == TokenKind::Opaque,
        "@clock" => token.kind == TokenKind::Number && token.text.contains(':'),
        _ => {
            token.is_word()
                && TABLE
                    .get(class)
                    .is_some_and(|words| words.contains(&token.text))
        }
    }
}

/// The verb that `form` is a form of.
pub fn verb(form: &str) -> Option<&'static Verb> {
    BASES.get(form)
}

/// The plural of a regular noun.
pub fn plural(noun: &str) -> String {
    match noun.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o']) => format!("{stem}ies"),
        _ => format!("{noun}s"),
    }
}

/// The singular of a plural in `@things`.
pub fn singular(plural_form: &str) -> Option<&'static str> {
    THINGS
        .iter()
        .copied()
        .find(|thing| plural(thing) == plural_form)
}
