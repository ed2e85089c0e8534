//! The shapes of a review: the diff, what is to be found in it, and what only looks wrong.

use super::{
    rubric_shape::CRITERION_FIELDS,
    shape::{
        Field,
        Need::{Default, Required},
        Shape,
        Takes::{Amount, List, Map, Name, OneOf, Text, Words},
        field, joined,
    },
};

/// The labels that a finding may have.
const SEVERITIES: &[&str] = &["blocker", "major", "minor", "nit", "question"];

/// A diff to be reviewed.
pub static REVIEW: Shape = Shape {
    name: "review",
    fields: &[
        field(
            "diff",
            Words,
            Required("diff: |"),
            "a unified diff over one or several files",
        ),
        field("title", Text, Default("none"), "the title of the request"),
        field(
            "text",
            Text,
            Default("none"),
            "the description of the request",
        ),
        field(
            "findings",
            List(&Map(&FINDING), 1),
            Required(
                "findings: [{id: leak, severity: major, point: The file stays open, any: [the words]}]",
            ),
            "what a good review finds",
        ),
        field(
            "decoys",
            List(&Map(&DECOY), 1),
            Default("none"),
            "odd but right code: taking it for wrong costs",
        ),
        field(
            "extras",
            List(&Map(&EXTRA), 1),
            Default("none"),
            "right, and not asked for: no noise",
        ),
        field(
            "decision",
            OneOf(&["approve", "comment", "request-changes"]),
            Default("not looked at"),
            "what a good review comes to",
        ),
    ],
};

const OWN: &[Field] = &[
    field(
        "severity",
        OneOf(SEVERITIES),
        Required("severity: major"),
        "how grave it is",
    ),
    field(
        "on",
        List(&Words, 1),
        Default("no line"),
        "code of the new version that shows it, quoted",
    ),
    field(
        "fix",
        List(&Words, 1),
        Default("none"),
        "patterns of which one offers a way out",
    ),
];

static FINDING_FIELDS: [Field; CRITERION_FIELDS.len() + OWN.len()] = joined(CRITERION_FIELDS, OWN);

/// Something to be found: a criterion with a place and a severity.
pub static FINDING: Shape = Shape {
    name: "finding",
    fields: &FINDING_FIELDS,
};

/// Odd but right code.
pub static DECOY: Shape = Shape {
    name: "decoy",
    fields: &[
        field("id", Name, Required("id: seconds"), "its name in the step"),
        field(
            "point",
            Text,
            Required("point: Why it is right"),
            "why it is right, for people",
        ),
        field(
            "on",
            List(&Words, 1),
            Required("on: [the code]"),
            "the code that looks wrong, quoted",
        ),
        field(
            "any",
            List(&Words, 1),
            Required("any: [the words]"),
            "patterns of which one takes it for wrong",
        ),
        field(
            "penalty",
            Amount,
            Default("1"),
            "what it costs, in the unit of weights",
        ),
    ],
};

/// Something right that is not asked for.
pub static EXTRA: Shape = Shape {
    name: "extra",
    fields: &[
        field("id", Name, Required("id: naming"), "its name in the step"),
        field(
            "point",
            Text,
            Required("point: What it is"),
            "what it is, for people",
        ),
        field(
            "on",
            List(&Words, 1),
            Default("no line"),
            "the code it is said of, quoted",
        ),
        field(
            "any",
            List(&Words, 1),
            Required("any: [the words]"),
            "patterns of which one says it",
        ),
    ],
};
