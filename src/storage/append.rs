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

#[cfg(test)]
mod tests {
    use super::{Connection, Log};
    use crate::{
        domain::{Moment, ScenarioId},
        progress::{Draft, Event, Record},
        storage::StoreError,
    };

    fn draft(text: String) -> Draft {
        Draft {
            run: "run".into(),
            scenario: ScenarioId::new("builtin", "retry"),
            step: "opening".into(),
            field: "answer".into(),
            text,
            caret: 0,
            active_ms: 0,
            saved_at: 0,
        }
    }

    fn event(id: &str, bytes: usize) -> Record {
        Record::Event(Event {
            id: id.into(),
            run: None,
            attempt: None,
            scenario: None,
            step: None,
            kind: "opened".into(),
            at: 0,
            active_ms: 0,
            data: format!("\"{}\"", "x".repeat(bytes)),
        })
    }

    fn limit_pages(connection: &Connection, pages: i64) {
        connection
            .pragma_update(None, "max_page_count", pages)
            .unwrap();
    }

    #[test]
    fn on_a_full_disk_nothing_is_half_kept_and_saving_works_again_with_space() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("progress.db");
        let mut log = Log::open(&path, Moment::default()).unwrap();
        log.save_draft(&draft("half a sentence".into())).unwrap();
        let pages = log
            .connection
            .pragma_query_value(None, "page_count", |row| row.get::<_, i64>(0))
            .unwrap();
        limit_pages(&log.connection, pages + 2);
        let records = [event("small", 10), event("large", 100_000)];
        let key = draft(String::new()).key();
        let error = log.append(&records, Some(&key)).unwrap_err();
        assert!(matches!(error, StoreError::Full { .. }), "{error}");
        assert!(error.may_pass());
        let error = log.save_draft(&draft("x".repeat(100_000))).unwrap_err();
        assert!(matches!(error, StoreError::Full { .. }), "{error}");
        assert_eq!(log.drafts().unwrap(), [draft("half a sentence".into())]);
        limit_pages(&log.connection, 1 << 20);
        log.append(&records, Some(&key)).unwrap();
        assert_eq!(log.drafts().unwrap(), []);
    }

    #[test]
    fn a_draft_does_not_wait_for_another_writer() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("progress.db");
        let mut log = Log::open(&path, Moment::default()).unwrap();
        let other = Log::open(&path, Moment::default()).unwrap();
        other.connection.execute_batch("BEGIN IMMEDIATE").unwrap();
        let error = log.save_draft(&draft("text".into())).unwrap_err();
        assert!(matches!(error, StoreError::Busy { .. }), "{error}");
        other.connection.execute_batch("ROLLBACK").unwrap();
        log.save_draft(&draft("text".into())).unwrap();
    }
}
