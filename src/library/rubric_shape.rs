//! The shapes that judge an answer: criteria, red flags, models, samples.

use super::shape::{
    Field,
    Need::{Choice, Default, Required},
    Shape,
    Takes::{Amount, Count, Entries, Expectation, Flag, List, Map, Name, OneOf, Text, Words},
    field,
};
use super::sheet_shape::CAUSES;

/// The names of registers.
pub const REGISTERS: &[&str] = &[
    "incident-call",
    "meeting",
    "technical",
    "pull-request",
    "stakeholder",
];

/// The names of states that a sample expects.
pub const STATES: &[&str] = &[
    "hit", "partial", "missed", "negated", "vetoed", "within", "factor", "off",
];

/// The keys of a criterion, which a finding of a review has too.
pub const CRITERION_FIELDS: &[Field] = &[
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
        List(&Name, 1),
        Default("none"),
        "evidence of the incident that must be opened for full credit",
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
];

/// A point an answer can make.
pub static CRITERION: Shape = Shape {
    name: "criterion",
    fields: CRITERION_FIELDS,
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
            "because",
            Entries(&OneOf(CAUSES)),
            Default("not looked at"),
            "why rows of a sheet must be found off, or right in spite of a difference",
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
