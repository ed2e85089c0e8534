//! Forgetting: the one way to erase what the learner said.

use std::{collections::BTreeSet, fs, path::PathBuf};

use rusqlite::{Connection, TransactionBehavior, params};

use super::{
    backup::remove,
    derived::{Rules, rebuild},
    error::StoreError,
    log::Log,
};
use crate::domain::ScenarioId;

/// A scorecard that says how it went and nothing of what was said.
const BARE_CARD: &str = "json_object('score', score, 'verdict', json_extract(card, '$.verdict'),
  'confidence', json_extract(card, '$.confidence'), 'marks', json(json_extract(card, '$.marks')),
  'criteria', json('[]'), 'red_flags', json('[]'), 'notes', json('[]'), 'guards', json('[]'), 'remarks', json('[]'))";

/// Kinds of events whose particulars are none of the learner's words, and without which the rest would be misread.
const WORDLESS: &str = "('renamed', 'rated', 'reset', 'queued')";

/// What was erased.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Forgotten {
    /// Answers blanked.
    pub answers: usize,
    /// Events blanked.
    pub events: usize,
    /// Drafts deleted.
    pub drafts: usize,
    /// Copies of the progress file deleted, as the words were in them too.
    pub copies: Vec<PathBuf>,
}

impl Log {
    /// Erases what was said in `scenario`, by its present id, or everywhere: answers, the particulars of scorecards and
    /// events, drafts, and every copy of the file. Ids, times and scores stay, so that the rest still adds up and an
    /// older export of the same answers is not taken for new ones.
    pub fn forget(&mut self, scenario: Option<&ScenarioId>) -> Result<Forgotten, StoreError> {
        let refused = self.refused("what is to be forgotten");
        let wanted = scenario.map(ToString::to_string);
        self.connection
            .pragma_update(None, "secure_delete", true)
            .map_err(&refused)?;
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(&refused)?;
        let mut forgotten = blank(&transaction, wanted.as_deref()).map_err(&refused)?;
        rebuild(&transaction, &mut || {}).map_err(&refused)?;
        transaction.commit().map_err(&refused)?;
        // What was overwritten or replaced earlier may still lie between the rows and in the journal.
        self.connection.execute_batch("VACUUM").map_err(&refused)?;
        self.connection
            .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))
            .map_err(&refused)?;
        for copy in self.copies() {
            remove(&copy).map_err(|source| StoreError::Folder {
                path: copy.clone(),
                source,
            })?;
            forgotten.copies.push(copy);
        }
        Ok(forgotten)
    }

    /// Every file beside the log that is or was a copy of it.
    fn copies(&self) -> Vec<PathBuf> {
        let Some(Ok(entries)) = self.path().parent().map(fs::read_dir) else {
            return vec![];
        };
        let mut copies: Vec<_> = entries
            .filter_map(|entry| {
                let path = entry.ok()?.path();
                let name = path.file_name()?.to_str()?;
                let is_copy = name.starts_with("progress-") && name.contains(".db");
                is_copy.then(|| path.clone())
            })
            .collect();
        copies.sort();
        copies
    }
}

/// Blanks what `wanted` names, or everything, with the triggers out of the way that keep the log as it is.
fn blank(connection: &Connection, wanted: Option<&str>) -> rusqlite::Result<Forgotten> {
    let triggers = connection
        .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name IN ('attempt', 'event', 'other')")?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<Vec<(String, String)>>>()?;
    for (name, _) in &triggers {
        connection.execute_batch(&format!("DROP TRIGGER {name}"))?;
    }
    let mut forgotten = Forgotten::default();
    for (scenario, step) in places(connection, wanted)? {
        forgotten.answers += connection.execute(
            &format!(
                "UPDATE attempt SET answer = '', extra = NULL, card = {BARE_CARD}
                 WHERE scenario = ?1 AND step IS ?2"
            ),
            params![scenario, step],
        )?;
        forgotten.events += connection.execute(
            &format!(
                "UPDATE event SET data = '{{}}', extra = NULL
                 WHERE scenario = ?1 AND step IS ?2 AND kind NOT IN {WORDLESS}"
            ),
            params![scenario, step],
        )?;
        forgotten.drafts += connection.execute(
            "DELETE FROM draft WHERE scenario = ?1 AND step IS ?2",
            params![scenario, step],
        )?;
    }
    if wanted.is_none() {
        connection.execute(
            "UPDATE other SET line = json_object('record', json_extract(line, '$.record'), 'id', id)",
            [],
        )?;
    }
    for (_, sql) in &triggers {
        connection.execute_batch(sql)?;
    }
    Ok(forgotten)
}

/// Scenarios and steps as the log names them that go by the present name `wanted`; all of them without one.
fn places(
    connection: &Connection,
    wanted: Option<&str>,
) -> rusqlite::Result<BTreeSet<(String, Option<String>)>> {
    let rules = Rules::read(connection)?;
    let mut statement = connection.prepare(
        "SELECT scenario, step FROM attempt UNION SELECT scenario, step FROM event
         WHERE scenario IS NOT NULL UNION SELECT scenario, step FROM draft",
    )?;
    let found = statement
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<BTreeSet<(String, Option<String>)>>>()?;
    let is_wanted = |(scenario, step): &(String, Option<String>)| {
        let present = match step {
            Some(step) => rules.present(scenario, step).0,
            None => rules.present_scenario(scenario),
        };
        wanted.is_none_or(|wanted| wanted == present)
    };
    Ok(found.into_iter().filter(is_wanted).collect())
}
