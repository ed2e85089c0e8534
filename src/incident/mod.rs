//! How an incident is worked: typed lines in, what they show and what becomes of the world out. Pure.

mod command;
mod console;
mod deed;
mod event;
mod filter;
mod filtered;
mod grep;
mod jq;
mod kubernetes;
mod lexer;
mod matching;
mod path;
mod program;
mod reply;
mod script;
mod sed;
mod spelling;
mod table_filter;
mod verb;
mod word;
mod world;

pub use command::Command;
pub use console::{Console, Suspicion};
pub use deed::{Deed, Outcome};
pub use event::{Event, What};
pub use path::{fix, shortest_path};
pub use reply::Reply;
pub use spelling::{Meaning, Spellings, commands_of};
pub use verb::{VERBS, Verb};
pub use world::{Due, Situation, World, is_well};
