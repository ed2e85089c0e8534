//! What belongs on the disk and is not there yet.

use std::time::Duration;

use super::message::{Effect, Write};

/// The longest that typed text waits for the disk, and the pause before a failed write is tried again.
const PATIENCE: Duration = Duration::from_secs(1);

/// Remembers what is to be written, and when.
#[derive(Debug, Default)]
pub struct Keeper {
    unkept: Vec<Write>,
    reason: Option<String>,
    retry_at: Option<Duration>,
    draft_due: Option<Duration>,
}

impl Keeper {
    /// Text was typed at `now`: it is due one second after the first letter that is not on the disk.
    pub fn typed(&mut self, now: Duration) {
        self.draft_due.get_or_insert(now + PATIENCE);
    }

    /// The text in hand is being written.
    pub const fn draft_handed_over(&mut self) {
        self.draft_due = None;
    }

    /// Whether the text in hand must be written at `now`.
    pub fn is_draft_due(&self, now: Duration) -> bool {
        self.draft_due.is_some_and(|due| due <= now)
    }

    /// Everything to be written now: what failed before, in order, then `writes`.
    pub fn keep(&mut self, writes: Vec<Write>) -> Vec<Effect> {
        self.retry_at = None;
        let mut all = std::mem::take(&mut self.unkept);
        for write in writes {
            if let Write::Draft(new) = &write {
                // A newer draft of the same field makes the older one pointless.
                all.retain(|old| !matches!(old, Write::Draft(old) if old.key() == new.key()));
            }
            all.push(write);
        }
        all.into_iter().map(Effect::Keep).collect()
    }

    /// What failed before, if it is time to try again.
    pub fn retry(&mut self, now: Duration) -> Vec<Effect> {
        if self.retry_at.is_some_and(|at| at <= now) {
            self.keep(vec![])
        } else {
            vec![]
        }
    }

    /// A write failed at `now`.
    pub fn not_kept(&mut self, write: Write, reason: String, now: Duration) {
        self.unkept.push(write);
        self.reason = Some(reason);
        self.retry_at = Some(now + PATIENCE);
    }

    /// A write succeeded; `true` if that ends a time of failing.
    pub fn kept(&mut self) -> bool {
        self.unkept.is_empty() && self.reason.take().is_some()
    }

    /// Why something is not on the disk, if anything is not.
    pub fn trouble(&self) -> Option<&str> {
        self.reason.as_deref()
    }

    /// When something is to be written though nothing happens.
    pub fn wakes_at(&self) -> Option<Duration> {
        self.draft_due.into_iter().chain(self.retry_at).min()
    }
}
