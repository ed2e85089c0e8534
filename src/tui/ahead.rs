//! What is still ahead in a sitting.

use std::collections::VecDeque;

use crate::progress::{Purpose, Stop};

/// The scenarios still to come.
#[derive(Debug)]
pub struct Ahead {
    /// Why they are asked.
    pub purpose: Purpose,
    /// The runs to come.
    pub stops: VecDeque<Stop>,
}
