//! Collecting from the log what home and the progress screen show.

use std::collections::BTreeSet;

use super::{error::StoreError, log::Log};
use crate::{
    domain::{Moment, ScenarioId},
    progress::{Catalogue, LocalDay, Overview, PastAttempt, Resumable, streak_days},
    scoring::Verdict,
};

/// How many of the newest attempts are listed.
const RECENT: u32 = 200;

/// How many characters of a draft are shown.
const EXCERPT_CHARACTERS: usize = 60;

impl Log {
    /// All that home and the progress screen show at `now`.
    pub fn overview(&self, catalogue: &Catalogue, now: Moment) -> Result<Overview, StoreError> {
        let refused = self.refused("the overview");
        let days = self.days().map_err(&refused)?;
        let today = LocalDay::of(now.wall_ms, now.utc_offset_minutes);
        Ok(Overview {
            resumable: self.resumable(catalogue)?,
            recent: self.recent(catalogue).map_err(&refused)?,
            attempts: self.count().map_err(&refused)?,
            streak_days: streak_days(days.iter().map(|(day, ..)| *day), today),
            days: days
                .into_iter()
                .map(|(day, attempts, score)| (day.to_string(), attempts, score))
                .collect(),
            ..Overview::default()
        })
    }

    fn count(&self) -> rusqlite::Result<u64> {
        self.connection.query_row(
            "SELECT count(*) FROM attempt WHERE part = 'answer'",
            [],
            |row| Ok(u64::try_from(row.get::<_, i64>(0)?).unwrap_or(0)),
        )
    }

    fn days(&self) -> rusqlite::Result<Vec<(LocalDay, u32, f64)>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT submitted_at, utc_offset, score FROM attempt WHERE part = 'answer'",
        )?;
        let mut rows = statement.query([])?;
        let mut days = std::collections::BTreeMap::<LocalDay, (u32, f64)>::new();
        while let Some(row) = rows.next()? {
            let day = days
                .entry(LocalDay::of(row.get(0)?, row.get(1)?))
                .or_default();
            day.0 += 1;
            day.1 += row.get::<_, f64>(2)?;
        }
        Ok(days
            .into_iter()
            .map(|(day, (attempts, sum))| (day, attempts, sum / f64::from(attempts)))
            .collect())
    }

    fn recent(&self, catalogue: &Catalogue) -> rusqlite::Result<Vec<PastAttempt>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT id, scenario, step, register, submitted_at, utc_offset, score, verdict FROM attempt
             WHERE part = 'answer' ORDER BY submitted_at DESC, id DESC LIMIT ?",
        )?;
        let mut rows = statement.query([RECENT])?;
        let mut recent = Vec::new();
        while let Some(row) = rows.next()? {
            let Some(scenario) = ScenarioId::parse(&row.get::<_, String>(1)?) else {
                continue;
            };
            let number = row.get::<_, u8>(7)?;
            let Some(verdict) = Verdict::ALL
                .into_iter()
                .find(|verdict| verdict.number() == number)
            else {
                continue;
            };
            recent.push(PastAttempt {
                id: row.get(0)?,
                title: catalogue.title(&scenario),
                scenario,
                step: row.get(2)?,
                register: row.get(3)?,
                submitted_at: row.get(4)?,
                utc_offset: row.get(5)?,
                score: row.get(6)?,
                verdict,
            });
        }
        Ok(recent)
    }

    /// One entry per run with text in hand, for the field that was typed in last.
    fn resumable(&self, catalogue: &Catalogue) -> Result<Vec<Resumable>, StoreError> {
        let mut seen = BTreeSet::new();
        Ok(self
            .drafts()?
            .into_iter()
            .filter(|draft| !draft.text.trim().is_empty() && seen.insert(draft.run.clone()))
            .map(|draft| Resumable {
                title: catalogue.title(&draft.scenario),
                run: draft.run,
                scenario: draft.scenario,
                step: draft.step,
                excerpt: excerpt(&draft.text),
            })
            .collect())
    }
}

/// The first words of `text`, on one line.
fn excerpt(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(EXCERPT_CHARACTERS) {
        None => line,
        Some((end, _)) => format!("{}…", &line[..end]),
    }
}
