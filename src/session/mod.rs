//! One drill being played, as a state machine.

mod attention;
mod carry_on;
mod drill;
mod exchange;
mod judging;
mod jump;
mod ledger;
mod limits;
mod misses;
mod phrase_book;
mod retry;
mod say_again;
mod study;
mod turn;
mod weakest;

pub use drill::{Drill, Stage};
pub use exchange::{Input, Outcome, OwnJudgement};
pub use limits::planned_steps;
pub use turn::Turn;
