//! The linear mode: the same drills, drafts and log, one line after the other, for screen readers and dumb terminals.

mod choices;
mod console;
mod linear;
mod sitting;
mod wording;

pub use linear::Linear;
