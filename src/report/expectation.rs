//! What is expected of a level in each kind of exercise; companies differ, so this is an approximation.

use crate::domain::{Kind, Level};

/// One sentence on what an interviewer would want to see.
pub const fn expectation(level: Level, kind: Kind) -> &'static str {
    match (kind, level) {
        (Kind::Debug, Level::L3) => {
            "reads output rightly, goes through the layers, and escalates with evidence"
        }
        (Kind::Debug, Level::L4) => {
            "goes through the layers alone, mitigates before explaining, and holds one other hypothesis"
        }
        (Kind::Debug, Level::L5) => {
            "states the blast radius first and foresees what the mitigation will do"
        }
        (Kind::Debug, Level::L6) => {
            "takes command, sees causes beyond the machine, and fixes the whole class of fault"
        }
        (Kind::Review, Level::L3) => "finds the local fault and asks for a test",
        (Kind::Review, Level::L4) => "names risk, fix, test and metric, in a kind tone",
        (Kind::Review, Level::L5) => {
            "sees what the change does to the system, and says how grave each point is"
        }
        (Kind::Review, Level::L6) => {
            "changes the contract or the default so that the fault cannot come back"
        }
        (Kind::Phrasing, Level::L3) => "is factual and short",
        (Kind::Phrasing, Level::L4) => "suits the room, and keeps facts and guesses apart",
        (Kind::Phrasing, Level::L5) => {
            "gives updates in time, drives a decision, and disagrees well"
        }
        (Kind::Phrasing, Level::L6) => "brings people of several teams to one decision",
        (Kind::Design, Level::L3) => "has one design that works, and right units",
        (Kind::Design, Level::L4) => {
            "weighs trade-offs, and knows the cost within a factor of two and what drives it"
        }
        (Kind::Design, Level::L5) => {
            "names failure modes, the way there, and cost levers by money and risk"
        }
        (Kind::Design, Level::L6) => {
            "plans cost and reliability over years, with unit prices and a way out"
        }
    }
}

/// The score, 0..=1, from which an exercise meets what is expected of `level`: the more senior, the less may be left out.
/// It rises in even steps from the least score of a *hire* (0.60), where L3 stands, to within reach of a *strong hire* (0.85).
pub const fn bar(level: Level) -> f64 {
    match level {
        Level::L3 => 0.60,
        Level::L4 => 0.65,
        Level::L5 => 0.70,
        Level::L6 => 0.75,
    }
}
