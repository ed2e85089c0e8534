//! Scenario files and packs: what is read, what is said about broken ones, what the guide promises.

mod broken_files;
mod format_guide;
mod hostile_files;
mod packs;
mod scenario_files;
