//! The shapes of a scenario and its steps.

use super::{
    incident_shape::INCIDENT,
    review_shape::REVIEW,
    rubric_shape::{CRITERION, MODEL, RED_FLAG, REGISTERS, SAMPLE},
    shape::{
        Need::{Default, Required, Unless},
        Shape,
        Takes::{Count, Foreign, List, Map, Name, OneOf, Text, Words, WordsOr},
        field,
    },
    sheet_shape::SHEET,
};

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
            Required("steps: [{id: opening, ask: …, rubric: […], models: […]}]"),
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
            "a skeleton, one key away; after two strong answers in a row only up to each `…`, after four not at all",
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
        field(
            "review",
            Map(&REVIEW),
            Default("prose"),
            "a diff to be reviewed",
        ),
        field(
            "sheet",
            Map(&SHEET),
            Default("prose"),
            "a cost sheet to be filled, one row a line: `row = working`",
        ),
        field(
            "incident",
            Map(&INCIDENT),
            Default("prose"),
            "an incident to be worked",
        ),
        field(
            "rubric",
            List(&Map(&CRITERION), 1),
            Unless(
                "sheet",
                "rubric: [{id: cause, point: Names the cause, any: [the words]}]",
            ),
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
            Required("models: [A reference answer.]"),
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
            "from",
            OneOf(REGISTERS),
            Default("none"),
            "the audience of the text that is turned for another, in transform",
        ),
        field(
            "drill",
            OneOf(&["recall", "shadow", "transform", "repair"]),
            Default("recall"),
            "how it is practised",
        ),
    ],
};
