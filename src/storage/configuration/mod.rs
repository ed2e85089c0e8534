//! The configuration: a TOML file, environment variables, and what was given on the command line.

mod fields;
mod file;
mod settings;
mod value;

pub use fields::{FIELDS, Field, template};
pub use file::{configuration_file, read_settings};
pub use settings::{Settings, Width};
pub use value::{Origin, Setting, Value};
