//! What a file may hold: one table that the reader, the JSON Schema and the format guide share.

/// What stands in a mapping.
#[derive(Debug)]
pub struct Shape {
    /// Its name in messages, such as `criterion`.
    pub name: &'static str,
    /// The keys it takes, in the order the guide lists them.
    pub fields: &'static [Field],
}

/// One key of a mapping.
#[derive(Debug)]
pub struct Field {
    /// The key.
    pub key: &'static str,
    /// What it takes.
    pub takes: Takes,
    /// Whether it must be there, or what holds without it.
    pub need: Need,
    /// What it means, in one line.
    pub means: &'static str,
}

/// Whether a key may be left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// It must be there; the example is shown where it is missing.
    Required(&'static str),
    /// What holds without it, in the words of the guide.
    Default(&'static str),
    /// One of several; said by the rule that knows them.
    Choice,
}

/// What a key takes.
#[derive(Clone, Copy, Debug)]
pub enum Takes {
    /// A name in small letters, digits and hyphens.
    Name,
    /// A text in one language.
    Words,
    /// A text, or a mapping with `en` and `zh`.
    Text,
    /// A text in Chinese or English, or a mapping with either or both.
    Foreign,
    /// A whole number from 1 (to a limit).
    Count(u32),
    /// A number above 0.
    Amount,
    /// `true` or `false`.
    Flag,
    /// One word of a choice.
    OneOf(&'static [&'static str]),
    /// A list, with at least so many entries.
    List(&'static Takes, usize),
    /// A mapping.
    Map(&'static Shape),
    /// A text, or a mapping that holds the text and more.
    WordsOr(&'static Shape),
    /// `full`, `none`, or states by criterion.
    Expectation,
    /// Any mapping of names to one shape.
    Named(&'static Shape),
    /// A part that a later version brings.
    Later,
}

const fn field(key: &'static str, takes: Takes, need: Need, means: &'static str) -> Field {
    Field {
        key,
        takes,
        need,
        means,
    }
}

use Need::{Choice, Default, Required};
use Takes::{
    Amount, Count, Expectation, Flag, Foreign, Later, List, Map, Name, Named, OneOf, Text, Words,
    WordsOr,
};

/// The names of registers.
pub const REGISTERS: &[&str] = &[
    "incident-call",
    "meeting",
    "technical",
    "pull-request",
    "stakeholder",
];

/// The names of states that a sample expects.
pub const STATES: &[&str] = &["hit", "partial", "missed", "negated", "vetoed"];

/// A scenario file.
pub static SCENARIO: Shape = Shape {
    name: "scenario",
    fields: &[
        field(
            "id",
            Name,
            Required("id: my-scenario"),
            "the name progress is kept under; the same as the file name",
        ),
        field(
            "kind",
            OneOf(&["debug", "review", "phrasing", "design"]),
            Required("kind: debug"),
            "the kind of exercise",
        ),
        field(
            "title",
            Text,
            Required("title: What happens, in one line"),
            "one line for lists",
        ),
        field(
            "format",
            Count(999),
            Default("1"),
            "the version of this format",
        ),
        field(
            "difficulty",
            OneOf(&["warm-up", "core", "hard"]),
            Default("core"),
            "how hard it is meant to be",
        ),
        field(
            "minutes",
            Count(600),
            Default("not said"),
            "minutes it is expected to take",
        ),
        field(
            "tags",
            List(&Words, 0),
            Default("none"),
            "words to search by",
        ),
        field(
            "competencies",
            List(&Words, 0),
            Default("none"),
            "what it trains, most important first: .5, .3, .2",
        ),
        field(
            "sources",
            List(&Words, 0),
            Default("none"),
            "where the facts come from",
        ),
        field(
            "renamed_from",
            Name,
            Default("none"),
            "the id this scenario had before",
        ),
        field(
            "feedback",
            OneOf(&["each", "end"]),
            Default("each"),
            "when debriefs are shown",
        ),
        field(
            "brief",
            Text,
            Default("empty"),
            "the situation, in Markdown",
        ),
        field(
            "steps",
            List(&Map(&STEP), 1),
            Required("steps:"),
            "what is asked, in order; the last key",
        ),
    ],
};

/// One thing asked.
pub static STEP: Shape = Shape {
    name: "step",
    fields: &[
        field(
            "id",
            Name,
            Required("id: opening"),
            "its name in the scenario",
        ),
        field(
            "ask",
            Text,
            Required("ask: What do you say first?"),
            "what is asked",
        ),
        field(
            "register",
            OneOf(REGISTERS),
            Default("none"),
            "the room the answer is for",
        ),
        field(
            "form",
            OneOf(&["prose", "notes"]),
            Default("prose"),
            "sentences, or notes and lists",
        ),
        field(
            "language",
            OneOf(&["en", "any"]),
            Default("en"),
            "the language of the answer",
        ),
        field(
            "limits",
            Map(&LIMITS),
            Default("none"),
            "the most an answer may have",
        ),
        field(
            "template",
            Text,
            Default("none"),
            "a skeleton, one key away",
        ),
        field("hint", Text, Default("none"), "a nudge; counted when taken"),
        field(
            "after",
            Name,
            Default("none"),
            "the earlier step that this one follows up",
        ),
        field(
            "when",
            Words,
            Default("always"),
            "when a follow-up is asked: `missed CRITERION` or `score >= 80%`",
        ),
        field(
            "renamed_from",
            Name,
            Default("none"),
            "the id this step had before",
        ),
        field(
            "say",
            Map(&SAY),
            Default("prose"),
            "a sentence to be said in English",
        ),
        field("review", Later, Default("prose"), "a diff to be reviewed"),
        field(
            "sheet",
            Later,
            Default("prose"),
            "a cost sheet to be filled",
        ),
        field(
            "incident",
            Later,
            Default("prose"),
            "an incident to be worked",
        ),
        field(
            "rubric",
            List(&Map(&CRITERION), 1),
            Required("rubric:"),
            "the points an answer can make",
        ),
        field(
            "order",
            List(&Name, 1),
            Default("any order"),
            "criteria in the order in which the points should come",
        ),
        field(
            "red_flags",
            List(&Map(&RED_FLAG), 1),
            Default("none"),
            "what must not be said",
        ),
        field(
            "models",
            List(&WordsOr(&MODEL), 1),
            Required("models:"),
            "reference answers",
        ),
        field(
            "samples",
            List(&Map(&SAMPLE), 1),
            Default("none, with a warning"),
            "graded answers that `check` runs",
        ),
    ],
};

/// The most an answer may have.
pub static LIMITS: Shape = Shape {
    name: "limit",
    fields: &[
        field(
            "sentences",
            Count(1000),
            Default("no limit"),
            "most sentences",
        ),
        field("words", Count(10_000), Default("no limit"), "most words"),
        field(
            "seconds",
            Count(86_400),
            Default("no limit"),
            "most seconds",
        ),
    ],
};

/// A sentence to be said in English.
pub static SAY: Shape = Shape {
    name: "say",
    fields: &[
        field(
            "source",
            Foreign,
            Required("source: {zh: …}"),
            "the sentence to start from",
        ),
        field(
            "registers",
            List(&OneOf(REGISTERS), 1),
            Default("[meeting]"),
            "the registers it is said in, one attempt each",
        ),
        field(
            "start",
            Words,
            Default("empty"),
            "what the editor starts with, for repair",
        ),
        field(
            "drill",
            OneOf(&["recall", "shadow", "transform", "repair"]),
            Default("recall"),
            "how it is practised",
        ),
    ],
};

/// A point an answer can make.
pub static CRITERION: Shape = Shape {
    name: "criterion",
    fields: &[
        field(
            "id",
            Name,
            Required("id: blast-radius"),
            "its name in the step",
        ),
        field(
            "point",
            Text,
            Required("point: Says who is affected"),
            "what the point is, for people",
        ),
        field(
            "any",
            List(&Words, 1),
            Choice,
            "patterns of which one is enough",
        ),
        field(
            "all",
            List(&Words, 1),
            Choice,
            "patterns that must all be found, each anywhere; credit in proportion",
        ),
        field(
            "at_least",
            Map(&AT_LEAST),
            Choice,
            "so many of the patterns; credit in proportion",
        ),
        field("weight", Amount, Default("1"), "how much it counts"),
        field(
            "must",
            Flag,
            Default("false"),
            "whether the verdict stays below hire without it",
        ),
        field(
            "not",
            List(&Words, 1),
            Default("none"),
            "patterns that veto a hit in the same sentence",
        ),
        field(
            "within",
            OneOf(&["sentence", "answer"]),
            Default("sentence"),
            "how far the words of one pattern may lie apart",
        ),
        field(
            "negation",
            OneOf(&["guard", "ignore"]),
            Default("guard"),
            "whether a negated match counts",
        ),
        field(
            "for",
            List(&OneOf(REGISTERS), 1),
            Default("all"),
            "the registers in which it is asked for",
        ),
        field(
            "skill",
            Name,
            Default("none"),
            "the point that recurs across scenarios",
        ),
        field(
            "evidence",
            Later,
            Default("none"),
            "evidence to open in an incident",
        ),
        field("hit", Text, Default("none"), "said on a hit"),
        field(
            "miss",
            Text,
            Default("none, with a warning"),
            "said on a miss: why it matters",
        ),
        field(
            "probe",
            Text,
            Default("none"),
            "what an interviewer asks when it is missed",
        ),
        field("hint", Text, Default("none"), "a nudge before the answer"),
        field(
            "renamed_from",
            Name,
            Default("none"),
            "the id it had before",
        ),
    ],
};

/// So many of some patterns.
pub static AT_LEAST: Shape = Shape {
    name: "at_least",
    fields: &[
        field("n", Count(100), Required("n: 2"), "how many"),
        field(
            "of",
            List(&Words, 1),
            Required("of: [a, b, c]"),
            "the patterns to choose from",
        ),
    ],
};

/// Something that must not be said.
pub static RED_FLAG: Shape = Shape {
    name: "red flag",
    fields: &[
        field(
            "id",
            Name,
            Required("id: blames-a-person"),
            "its name in the step",
        ),
        field(
            "point",
            Text,
            Required("point: Blames a person"),
            "what is wrong with it, for people",
        ),
        field(
            "any",
            List(&Words, 1),
            Required("any: [somebody broke it]"),
            "any of these phrases raises it",
        ),
        field(
            "penalty",
            Amount,
            Default("1"),
            "what it costs, in the unit of weights",
        ),
        field(
            "fatal",
            Flag,
            Default("false"),
            "whether it alone makes the verdict strong-no-hire",
        ),
    ],
};

/// A reference answer that names its register.
pub static MODEL: Shape = Shape {
    name: "model",
    fields: &[
        field("text", Words, Required("text: …"), "the answer"),
        field(
            "register",
            OneOf(REGISTERS),
            Default("the step's"),
            "the register it is written for",
        ),
    ],
};

/// A graded answer.
pub static SAMPLE: Shape = Shape {
    name: "sample",
    fields: &[
        field(
            "text",
            Words,
            Required("text: …"),
            "the answer in its plain-text form",
        ),
        field(
            "expect",
            Expectation,
            Default("only its flags are looked at"),
            "what it must come to",
        ),
        field(
            "flags",
            List(&Name, 1),
            Default("none"),
            "the red flags it must raise",
        ),
        field(
            "register",
            OneOf(REGISTERS),
            Default("the step's"),
            "the register it is graded in",
        ),
        field(
            "note",
            Words,
            Default("none"),
            "what the author wants to remember",
        ),
        field(
            "known_gap",
            Words,
            Default("none"),
            "why the grader is known to see it otherwise",
        ),
    ],
};

/// `pack.yaml`.
pub static PACK: Shape = Shape {
    name: "pack",
    fields: &[
        field(
            "id",
            Name,
            Required("id: my-pack"),
            "the first half of its scenarios' ids",
        ),
        field(
            "title",
            Text,
            Required("title: What the pack holds"),
            "one line for lists",
        ),
        field(
            "format",
            Count(999),
            Default("1"),
            "the version of this format",
        ),
        field("version", Words, Default("none"), "the pack's own version"),
        field(
            "licence",
            Words,
            Default("none"),
            "under which it may be shared",
        ),
        field("authors", List(&Words, 0), Default("none"), "who wrote it"),
        field("homepage", Words, Default("none"), "where it comes from"),
    ],
};

/// `glossary.yaml`: groups of words that never differ in meaning.
pub static GLOSSARY: Takes = List(&List(&Words, 2), 0);

/// `skills.yaml`: points that recur across scenarios, by id.
pub static SKILLS: Takes = Named(&SKILL);

/// A point that recurs across scenarios.
pub static SKILL: Shape = Shape {
    name: "skill",
    fields: &[
        field(
            "text",
            Text,
            Required("text: Asks for jitter"),
            "the point, for people",
        ),
        field(
            "competency",
            Words,
            Default("none"),
            "the competency it belongs to",
        ),
    ],
};
