//! The house rules, held to by every file, and tried on code that breaks them.

mod graph;
mod names;
mod offences;
mod rules;
