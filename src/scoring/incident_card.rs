//! What a worked incident came to.

use serde::{Deserialize, Serialize};

/// What a worked incident came to; the three marks are 0..=1 and never added up.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct IncidentCard {
    /// The points made about the cause, full only with their evidence.
    pub diagnosis: f64,
    /// Order, cost, herrings, harm, verification.
    pub process: f64,
    /// Content, cadence and register of what others were told; `None` where nobody had to be told.
    pub communication: Option<f64>,
    /// What the process mark is made of.
    pub process_parts: Vec<Part>,
    /// What the communication mark is made of.
    pub communication_parts: Vec<Part>,
    /// Simulated minutes in all.
    pub minutes: u32,
    /// The minute in which nobody was hurt any more, where it stayed so.
    pub mitigated_at: Option<u32>,
    /// Whether the fix was looked at after it took effect.
    pub is_verified: bool,
    /// Whether the incident was closed with words.
    pub is_resolved: bool,
    /// Harm that was done, in order.
    pub harm: Vec<Harmed>,
    /// Herrings that were opened, in order.
    pub herrings: Vec<Chased>,
    /// Everything that happened, in order.
    pub timeline: Vec<Told>,
    /// The shortest sound path: the lines to type.
    pub path: Vec<String>,
    /// The minutes that path takes.
    pub path_minutes: u32,
}

/// A part of a mark.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Part {
    /// Its fixed name, such as `verified`.
    pub id: String,
    /// What it came to, 0..=1.
    pub mark: f64,
}

/// A harmful action that was taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Harmed {
    /// The action.
    pub action: String,
    /// The minute.
    pub minute: u32,
}

/// A herring that was opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chased {
    /// The evidence.
    pub evidence: String,
    /// Whether what refutes it was opened too.
    pub is_refuted: bool,
}

/// One entry of the timeline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// The simulated minute.
    pub minute: u32,
    /// The line that brought it about, from 0; `None` for what happened by itself.
    pub line: Option<usize>,
    /// What happened: `opened`, `acted`, `entered`, `injected`, `late`, `hypothesis`, `rejected`,
    /// `declared`, `updated`, `noted`, `strayed`, `resolved` or `time-up`.
    pub what: String,
    /// The id or the words that belong to it; empty where there are none.
    pub of: String,
}
