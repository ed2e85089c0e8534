//! The shapes of the files beside the scenarios of a pack.

use super::shape::{
    Need::{Default, Required},
    Shape,
    Takes::{self, Count, List, Name, Named, Text, Words},
    field,
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

/// `frames.yaml`: beginnings of sentences, one key away while an answer is written.
pub static FRAMES: Takes = List(&Takes::Map(&FRAME), 0);

/// The beginning of a sentence.
pub static FRAME: Shape = Shape {
    name: "frame",
    fields: &[
        field(
            "frame",
            Words,
            Required("frame: My initial hypothesis is …, because …"),
            "the frame, in English; `…` stands for a gap",
        ),
        field("about", Text, Default("empty"), "when it is said"),
    ],
};
