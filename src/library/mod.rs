//! How YAML becomes scenarios, and what is said when it cannot.

mod build;
mod builtin;
mod catalogue;
mod criterion;
mod fault;
mod file;
mod form;
mod pack;
mod parse;
mod printable;
mod problem;
mod shape;
mod source;
mod step;
mod syntax;
mod tree;
mod wording;

pub use builtin::builtin;
pub use catalogue::{FindError, Library};
pub use fault::Fault;
pub use file::{Loaded, load, load_header, load_scenario};
pub use pack::{Pack, Skill, pack_name};
pub use printable::{neutralised, on_one_line};
pub use problem::{Place, Problem, Severity};
pub use shape::{Field, Need, SCENARIO, Shape, Takes};
pub use source::{PackSource, Source};
