//! What the loop needs of the place where progress is kept.

use crate::{
    domain::Moment,
    library::Library,
    progress::{Attempt, Catalogue, Draft, DraftKey, Overview, Record, Stop},
    storage::Log,
    tui::{LeftRun, PastInterview},
};

/// Keeps records and drafts, and reads them back; an error is one sentence for the learner.
pub trait Store {
    /// Keeps records and ends a draft, in one go.
    fn append(&mut self, records: &[Record], finished: Option<&DraftKey>) -> Result<(), String>;

    /// Keeps text in hand.
    fn save_draft(&mut self, draft: &Draft) -> Result<(), String>;

    /// All that home and progress show.
    fn overview(&self, now: Moment) -> Result<Overview, String>;

    /// The scenario files have been read again.
    fn library_changed(&mut self, _library: &Library) {}

    /// The steps at which points are missed.
    fn missed_at(&self, keys: &[String]) -> Result<Vec<Stop>, String>;

    /// One attempt.
    fn attempt(&self, id: &str) -> Result<Option<Attempt>, String>;

    /// A run that was left with text in hand.
    fn left_run(&self, run: &str) -> Result<Option<LeftRun>, String>;

    /// The mock interviews so far, the newest first.
    fn interviews(&self) -> Result<Vec<PastInterview>, String>;
}

/// The log on the disk, together with what the library knows of its scenarios.
#[derive(Debug)]
pub struct Shelf {
    log: Log,
    catalogue: Catalogue,
}

impl Shelf {
    /// A store that keeps everything in `log`.
    pub const fn new(log: Log, catalogue: Catalogue) -> Self {
        Self { log, catalogue }
    }

    /// The log.
    pub const fn log(&self) -> &Log {
        &self.log
    }
}

impl Store for Shelf {
    fn append(&mut self, records: &[Record], finished: Option<&DraftKey>) -> Result<(), String> {
        self.log
            .append(records, finished)
            .map_err(|error| error.to_string())
    }

    fn save_draft(&mut self, draft: &Draft) -> Result<(), String> {
        self.log
            .save_draft(draft)
            .map_err(|error| error.to_string())
    }

    fn overview(&self, now: Moment) -> Result<Overview, String> {
        self.log
            .overview(&self.catalogue, now)
            .map_err(|error| error.to_string())
    }

    fn library_changed(&mut self, library: &Library) {
        self.catalogue = Catalogue::from(library);
    }

    fn missed_at(&self, keys: &[String]) -> Result<Vec<Stop>, String> {
        self.log
            .missed_at(keys, &self.catalogue)
            .map_err(|error| error.to_string())
    }

    fn attempt(&self, id: &str) -> Result<Option<Attempt>, String> {
        self.log.attempt(id).map_err(|error| error.to_string())
    }

    fn left_run(&self, run: &str) -> Result<Option<LeftRun>, String> {
        let read = || {
            let drafts = self.log.drafts()?;
            let mut drafts = drafts.into_iter().filter(|draft| draft.run == run);
            let Some(draft) = drafts.next() else {
                return Ok(None);
            };
            Ok(Some(LeftRun {
                draft,
                others: drafts.collect(),
                run: self.log.run(run)?,
                attempts: self.log.attempts_of(run)?,
                pauses: self.log.pauses_of(run)?,
            }))
        };
        read().map_err(|error: crate::storage::StoreError| error.to_string())
    }

    fn interviews(&self) -> Result<Vec<PastInterview>, String> {
        let read = || {
            let runs = self.log.interviews()?.into_iter();
            runs.map(|run| {
                Ok(PastInterview {
                    attempts: self.log.attempts_of(&run.id)?,
                    pauses: self.log.pauses_of(&run.id)?,
                    run,
                })
            })
            .collect::<Result<_, crate::storage::StoreError>>()
        };
        read().map_err(|error| error.to_string())
    }
}
