//! One drill being played, as a state machine.

mod attention;
mod carry_on;
mod drill;
mod exchange;
mod gaps;
mod judging;
mod jump;
mod ledger;
mod limits;
mod misses;
mod nudges;
mod phrase_book;
mod practice;
mod rehearsal;
mod retry;
mod say_again;
mod study;
mod turn;
mod weakest;

pub use drill::{Drill, Stage};
pub use exchange::{Input, Outcome, OwnJudgement};
pub use limits::planned_steps;
pub use rehearsal::Given;
pub use turn::Turn;
