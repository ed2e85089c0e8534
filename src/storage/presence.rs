//! Who has the progress file open: asked before it is put aside, as the others would go on writing to what was put aside.

use std::{
    fs::{File, TryLockError},
    path::Path,
    time::Duration,
};

use super::error::StoreError;

/// How often and at which distance a claim is tried before it counts as refused.
const MOMENTS: usize = 10;
const MOMENT: Duration = Duration::from_millis(20);

/// This process's claim to a progress file, for as long as it lives; the system ends it with the process. It is a lock
/// on an empty file beside it, because SQLite's own locks cannot be asked for once the file is damaged. Where no such
/// file can be made there is nothing to protect, and where the system knows no locks there is no claim.
#[derive(Debug, Default)]
pub struct Presence(Option<File>);

impl Presence {
    /// A claim beside others; refused while one of them is putting the file aside.
    pub fn shared(path: &Path) -> Result<Self, StoreError> {
        Self::take(path, File::try_lock_shared)
    }

    /// The only claim; refused while there is another.
    pub fn alone(path: &Path) -> Result<Self, StoreError> {
        Self::take(path, File::try_lock)
    }

    /// Lets others in again.
    pub fn share(&self) {
        if let Some(file) = &self.0 {
            // A claim that cannot be changed stays as it is: others are refused, and nothing is lost.
            let _ = file.try_lock_shared();
        }
    }

    fn take(
        path: &Path,
        lock: impl Fn(&File) -> Result<(), TryLockError>,
    ) -> Result<Self, StoreError> {
        let beside = path.with_extension("lock");
        let file = File::options().create(true).append(true).open(beside).ok();
        let is_refused = |file: &File| matches!(lock(file), Err(TryLockError::WouldBlock));
        // One that is just leaving, or about to start an editor, lets go within moments.
        for _ in 0..MOMENTS {
            if !file.as_ref().is_some_and(is_refused) {
                return Ok(Self(file));
            }
            std::thread::sleep(MOMENT);
        }
        Err(StoreError::InUse {
            path: path.to_owned(),
        })
    }
}

impl Drop for Presence {
    /// A child process that is just being started holds a copy of the file until its program runs, and with it the claim;
    /// unlocking ends the claim for all copies.
    fn drop(&mut self) {
        if let Some(file) = &self.0 {
            let _ = file.unlock();
        }
    }
}
