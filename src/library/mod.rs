//! How YAML becomes scenarios, and what is said when it cannot.

mod builtin;
mod catalogue;
mod criterion;
mod decode;
mod fault;
mod file;
mod form;
mod ledger;
mod pack;
mod pack_shape;
mod pack_source;
mod parse;
mod printable;
mod problem;
mod rubric_shape;
mod scenario;
mod scenario_shape;
mod shape;
mod source;
mod step;
mod syntax;
mod tree;
mod value;
mod wording;

pub use builtin::builtin;
pub use catalogue::{FindError, Library};
pub use fault::Fault;
pub use file::{Loaded, load, load_header, load_scenario};
pub use pack::{Pack, Skill, pack_name};
pub use pack_source::PackSource;
pub use printable::{neutralised, on_one_line};
pub use problem::{Place, Problem, Severity};
pub use scenario_shape::SCENARIO;
pub use shape::{Field, Need, Shape, Takes};
pub use source::Source;
