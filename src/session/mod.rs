//! One drill being played, as a state machine.

mod attention;
mod carry_on;
mod drill;
mod exchange;
mod jump;
mod ledger;
mod phrase_book;
mod turn;
mod weakest;

pub use drill::{Drill, Stage};
pub use exchange::{Input, Outcome};
pub use turn::Turn;
