//! The loop: keys, signals and time become messages, effects become writes.

mod clipboard;
mod clock;
mod guard;
mod interrupts;
mod linear;
mod messages;
mod outside;
mod run;
mod signals;
mod store;
mod terminal;
mod voice;
mod waiting;
mod whole_frames;

pub use clock::{Clock, SystemClock};
pub use guard::Guard;
pub use interrupts::Interrupts;
pub use linear::run_line_by_line;
pub use messages::{Messages, TerminalMessages};
pub use outside::{Around, Outside, Workstation};
pub use run::{RunError, perform, run};
pub use signals::Signals;
pub use store::{Shelf, Store};
pub use terminal::{NoTerminal, is_dumb_terminal, open_terminal, require_terminal, send_colours};
