//! Form: *a* and *an*, and the article that things of the trade need in full sentences.

use std::sync::LazyLock;

use super::{
    finder::Finder,
    rule::{Found, Rule},
    token::Token,
};
use crate::domain::Register;

const FULL_SENTENCES: &[Register] = &[
    Register::Meeting,
    Register::Technical,
    Register::PullRequest,
    Register::Stakeholder,
];

/// *A* or *an* by the sound that follows.
const SOUNDS: &[Rule] = &[Rule::form(
    "a-an",
    &[
        (
            "a error|errors|issue|incident|outage|alert|endpoint|owner|update|upgrade|index|image|instance|item|object|option|answer|engineer|exception|old|open|empty|extra|expired|example|hour|honest|increase|attempt|upstream|average|idea|action|application|api|ip|unhealthy|unexpected|urgent|internal|external|external|intermittent|important|exponential|early|easy|interface|inode|overload|operator|eviction|address|additional|acceptable|approach|estimate|oom|slo|sli|sla|etcd",
            "an {2}",
        ),
        (
            "an user|users|unique|unit|useful|usage|uniform|one|server|service|node|pod|bug|request|restart|rollback|user-facing",
            "a {2}",
        ),
    ],
    "“an” stands before a vowel that is heard, “a” before everything else",
    "元音音素前用 an，其他用 a",
)];

const THINGS: &[Rule] = &[Rule {
    id: "missing-article",
    finds: &[
        (
            "<@i|to|will|can|could|should|must|have|not|please [restart|restarted|reboot|rebooted|delete|deleted|drain|drained|check|checked|upgrade|upgraded|kill|killed|open|opened|fix|fixed|scale @thing] =$|and|to|in|on|first|because|before|after|with|when|if|so",
            "{1} the {2}",
        ),
        (
            "<!from|to|between|and|or [in|on|of|inside|into cluster|pod|container|database|namespace] =$",
            "{1} the {2}",
        ),
        (
            "<^ [pod|container|database|server|cluster|certificate|host|machine|kernel|client|customer|user|worker|controller|scheduler|webhook] is|was|has|can|could|will|would|does|did|should",
            "the {1}",
        ),
    ],
    en: "one particular thing, and it can be counted: it needs “the” or “a”",
    zh: "可数名词单数前要有冠词（the 或 a）",
    rooms: FULL_SENTENCES,
    cost: 0,
}];

static SOUND: LazyLock<Finder> = LazyLock::new(|| Finder::new(&[SOUNDS]));
static THING: LazyLock<Finder> = LazyLock::new(|| Finder::new(&[THINGS]));

/// Articles that are missing or of the wrong kind.
pub fn articles(answer: &str, tokens: &[Token], register: Option<Register>) -> Vec<Found> {
    let mut found = SOUND.find(answer, tokens, register);
    // “Plan A update”: a capital inside a sentence is a name.
    found.retain(|found| {
        let inside = tokens
            .iter()
            .rposition(|token| token.end <= found.start)
            .is_some_and(|before| !tokens[before].ends_sentence());
        !(inside && answer[found.start..].starts_with('A'))
    });
    found.extend(THING.find(answer, tokens, register));
    found
}
