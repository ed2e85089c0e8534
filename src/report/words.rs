//! The words of a hiring decision, and what they do not mean here.

use crate::scoring::Verdict;

/// What every report of a mock interview says of itself.
pub const PRACTICE: &str = "This is a practice report: patterns were found in text, and nobody was interviewed. It is no hiring tool and \
                            must not decide about anyone's job.";

/// The same of an interview in which a person ticked.
pub const TICKED: &str = "This is a practice report: one person ticked what was heard. It is no hiring tool and must not decide about anyone's job.";

/// A verdict in the words of hiring panels.
pub const fn hiring(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::StrongNoHire => "strong no hire",
        Verdict::NoHire => "lean no hire",
        Verdict::Hire => "hire",
        Verdict::StrongHire => "strong hire",
    }
}
