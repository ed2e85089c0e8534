//! The rules for incidents that are worked.

mod cause_too_early;
mod command_of_another;
mod dead_end;
mod fix_denied;
mod fix_not_found;
mod herrings;
mod inject_too_late;
mod never_there;

pub use cause_too_early::LINT as CAUSE_TOO_EARLY;
pub use command_of_another::LINT as COMMAND_OF_ANOTHER;
pub use dead_end::LINT as DEAD_END;
pub use fix_denied::LINT as FIX_DENIED;
pub use fix_not_found::LINT as FIX_NOT_FOUND;
pub use herrings::LINT as HERRING;
pub use inject_too_late::LINT as INJECT_TOO_LATE;
pub use never_there::LINT as NEVER_THERE;
