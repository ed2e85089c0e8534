//! Keeping what happened: records, and the end of the draft they came from, in one transaction.

use rusqlite::{Connection, TransactionBehavior};

use super::{
    derived::{Rules, Touched, refresh},
    drafts::delete_draft,
    error::StoreError,
    log::Log,
    rows::insert,
};
use crate::progress::{DraftKey, Line, Record};

impl Log {
    /// Keeps `records` and what follows from them, and forgets the draft they finish: all of it, or nothing. On
    /// return it is on the disk.
    pub fn append(
        &mut self,
        records: &[Record],
        finished: Option<&DraftKey>,
    ) -> Result<(), StoreError> {
        let refused = self.refused("the answer");
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(&refused)?;
        keep(&transaction, records, &self.device).map_err(&refused)?;
        if let Some(key) = finished {
            delete_draft(&transaction, key).map_err(&refused)?;
        }
        transaction.commit().map_err(&refused)
    }
}

fn keep(connection: &Connection, records: &[Record], device: &str) -> rusqlite::Result<()> {
    let rules = Rules::read(connection)?;
    let mut touched = Touched::default();
    for record in records {
        let mut line = Line::from(record);
        if let Line::Run(run) = &mut line
            && run.device.is_empty()
        {
            device.clone_into(&mut run.device);
        }
        insert(connection, &line)?;
        touched.note(connection, &rules, &line)?;
    }
    refresh(connection, &touched)
}
