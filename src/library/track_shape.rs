//! The shapes of a track file.

use super::shape::{
    Need::{Default, Required},
    Shape,
    Takes::{Count, Flag, List, Map, Name, Text, Words},
    field,
};

/// `tracks/<id>.yaml`.
pub static TRACK: Shape = Shape {
    name: "track",
    fields: &[
        field("id", Name, Required("id: on-call"), "its name in the pack"),
        field(
            "title",
            Text,
            Required("title: The first ten days"),
            "one line for lists",
        ),
        field(
            "about",
            Text,
            Default("none"),
            "for whom it is and what it leads to",
        ),
        field(
            "valid_days",
            Count(3650),
            Default("90"),
            "how many days a pass holds before it is stale",
        ),
        field(
            "days",
            List(&Map(&DAY), 1),
            Required("days:"),
            "the days, in the order they are walked",
        ),
    ],
};

/// One day of a track.
pub static DAY: Shape = Shape {
    name: "track day",
    fields: &[
        field("id", Name, Required("id: day-1"), "its name in the track"),
        field("title", Text, Required("title: Memory"), "what it is about"),
        field(
            "after",
            List(&Name, 0),
            Default("the day before"),
            "the days that have to be done first",
        ),
        field(
            "scenarios",
            List(&Map(&PRACTICE), 0),
            Default("none"),
            "what is practised and passed",
        ),
        field(
            "drills",
            List(&Map(&PRACTICE), 0),
            Default("none"),
            "shorter practice, passed by the same rule",
        ),
        field(
            "exit",
            List(&Map(&SIGNED), 0),
            Default("none"),
            "questions a person asks at the end of the day and signs for",
        ),
        field(
            "sign_offs",
            List(&Map(&SIGNED), 0),
            Default("none"),
            "what was seen or done in the real world, signed by a person",
        ),
    ],
};

/// A scenario of a day.
static PRACTICE: Shape = Shape {
    name: "track practice",
    fields: &[
        field(
            "id",
            Name,
            Default("the scenario's"),
            "its name in the track, where the scenario comes twice",
        ),
        field(
            "scenario",
            Words,
            Required("scenario: blob-writer-retry"),
            "a scenario of this pack, or `pack/id`",
        ),
        field(
            "steps",
            List(&Name, 1),
            Required("steps: [opening, path]"),
            "the steps whose verdict has to be *solid* or better",
        ),
        field(
            "again",
            Flag,
            Default("false"),
            "whether only answers count that came after the days before were done",
        ),
    ],
};

/// Something a person signs for.
static SIGNED: Shape = Shape {
    name: "track signature",
    fields: &[
        field("id", Name, Required("id: exit-1"), "its name in the track"),
        field(
            "text",
            Text,
            Required("text: Explain exit 137"),
            "what is asked or was to be done",
        ),
    ],
};
