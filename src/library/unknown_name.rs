//! The fault of a name that is the name of nothing.

use super::{fault::Fault, wording::nearest};

/// There is no `what` called `name`, with what was probably meant and the names there are.
pub fn unknown(name: &str, what: &'static str, known: &[&str]) -> Fault {
    Fault::UnknownReference {
        name: name.to_owned(),
        what,
        near: nearest(name, known.iter().copied()).map(str::to_owned),
        known: known.iter().map(|&name| name.to_owned()).collect(),
    }
}
