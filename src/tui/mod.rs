//! What is on the screen and what a key does. [`App::update`] changes it, [`App::view`] draws it; neither does input or output.

mod action;
mod app;
mod bar;
mod comparison;
mod count;
mod dates;
mod default_keys;
mod desk;
mod editing_keys;
mod editor;
mod export;
mod frame;
mod keeper;
mod key;
mod keymap;
mod markdown;
mod marked;
mod message;
mod pane;
mod phrases;
mod points;
mod preview;
mod printable;
mod reload;
mod route;
mod screens;
mod search;
mod theme;
mod wrap;

pub use app::App;
pub use desk::Desk;
pub use key::Key;
pub use keymap::{Binding, Keymap, Table};
pub use message::{Effect, LeftRun, Message, Write};
pub use phrases::{Language, Phrase};
pub use theme::{Glyphs, Theme};
