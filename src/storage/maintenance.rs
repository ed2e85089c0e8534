//! Looking after the progress file.

use rusqlite::TransactionBehavior;

use super::{derived::rebuild, error::StoreError, log::Log};

impl Log {
    /// Drops everything that is derived and works it out from the log again.
    pub fn rebuild(&mut self) -> Result<(), StoreError> {
        self.rebuild_telling(&mut || {})
    }

    /// The same; calls `tell` after every answer and every step that is worked out.
    pub fn rebuild_telling(&mut self, tell: &mut dyn FnMut()) -> Result<(), StoreError> {
        let refused = self.refused("the rebuilt tables");
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(&refused)?;
        rebuild(&transaction, tell).map_err(&refused)?;
        transaction.commit().map_err(&refused)
    }

    /// What SQLite finds wrong with the file; empty for a sound one.
    pub fn faults(&self) -> Result<Vec<String>, StoreError> {
        let read = || {
            self.connection
                .prepare("PRAGMA integrity_check")?
                .query_map([], |row| row.get(0))?
                .collect::<rusqlite::Result<Vec<String>>>()
        };
        let faults = read().map_err(self.refused("the check"))?;
        Ok(faults.into_iter().filter(|fault| fault != "ok").collect())
    }
}
