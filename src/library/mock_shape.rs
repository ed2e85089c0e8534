//! The shape of a plan for a mock interview.

use super::shape::{
    Need::{Default, Required},
    Shape,
    Takes::{Count, List, Name, OneOf, Text, Whole, Words},
    field,
};

/// `mocks/<id>.yaml`.
pub static MOCK: Shape = Shape {
    name: "mock",
    fields: &[
        field(
            "id",
            Name,
            Required("id: friday-mock"),
            "its name in the pack",
        ),
        field(
            "title",
            Text,
            Required("title: Debug, review and design"),
            "one line for lists",
        ),
        field("minutes", Count(240), Default("30"), "minutes in all"),
        field(
            "level",
            OneOf(&["L3", "L4", "L5", "L6", "junior", "mid", "senior", "staff"]),
            Default("L4"),
            "the level, about as companies number them",
        ),
        field(
            "kinds",
            List(&OneOf(&["debug", "review", "phrasing", "design"]), 1),
            Default("all"),
            "the kinds of scenarios",
        ),
        field(
            "topics",
            List(&Words, 1),
            Default("any"),
            "tags or competencies of which a scenario must have one",
        ),
        field(
            "seed",
            Whole(999_999),
            Default("another one each time"),
            "the same seed draws the same plan",
        ),
        field(
            "scenarios",
            List(&Words, 1),
            Default("chosen"),
            "only these, in this order: scenarios of this pack, or `pack/id`",
        ),
    ],
};
