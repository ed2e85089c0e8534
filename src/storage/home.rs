//! Collecting from the log what home and the progress screen show.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    derived::{Rules, answers, phrases, scheduled_steps, shadowed, tallies_since, tries},
    error::StoreError,
    log::Log,
};
use crate::{
    domain::{Moment, ScenarioId},
    progress::{
        Agenda, Catalogue, Insight, Overview, PastAttempt, Resumable, days, kept_missing,
        reviewed_ms, standing, streak_days, today,
    },
    scoring::Verdict,
};

/// How far back the calendar and the statistics look.
const SHOWN_DAYS: i64 = 400;

/// How many of the newest attempts are listed.
const RECENT: u32 = 200;

/// How many characters of a draft are shown.
const EXCERPT_CHARACTERS: usize = 60;

impl Log {
    /// All that home and the progress screen show at `now`.
    pub fn overview(&self, catalogue: &Catalogue, now: Moment) -> Result<Overview, StoreError> {
        let refused = self.refused("the overview");
        let today = today(now);
        let tallies = tallies_since(&self.connection, today.plus(-SHOWN_DAYS)).map_err(&refused)?;
        let steps = scheduled_steps(&self.connection).map_err(&refused)?;
        let reviewed = reviewed_ms(&tallies, today);
        let agenda = Agenda::new(&steps, reviewed, self.daily_minutes, catalogue, now);
        let insight = Insight::new(&tallies, catalogue, today);
        let returns = steps.iter().filter_map(|step| {
            let name = (step.scenario.clone(), step.step.clone());
            Some((name, step.due()?))
        });
        Ok(Overview {
            returns: returns.collect(),
            resumable: self.resumable(catalogue)?,
            due: agenda.due,
            later: agenda.later,
            next_due_at: agenda.next_due_at,
            standing: standing(&insight),
            missing: kept_missing(tries(&self.connection).map_err(&refused)?, catalogue),
            recent: self.recent(catalogue).map_err(&refused)?,
            attempts: answers(&self.connection).map_err(&refused)?,
            streak_days: streak_days(tallies.iter().map(|tally| tally.day), today),
            days: days(&tallies),
            insight,
            phrases: phrases(&self.connection).map_err(&refused)?,
            shadowed: shadowed(&self.connection).map_err(&refused)?,
            track: self.track_records(Some(catalogue.tracked()))?,
            commitments: self.commitments().map_err(&refused)?,
        })
    }

    /// What was written down after incidents, the last of each scenario.
    fn commitments(&self) -> rusqlite::Result<BTreeMap<ScenarioId, String>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT scenario, ifnull(step, ''), json_extract(data, '$.text') FROM event
             WHERE kind = 'commitment' AND scenario IS NOT NULL ORDER BY at, id",
        )?;
        let rules = Rules::read(&self.connection)?;
        let mut rows = statement.query([])?;
        let mut commitments = BTreeMap::new();
        while let Some(row) = rows.next()? {
            let (scenario, _) = rules.present(row.get_ref(0)?.as_str()?, row.get_ref(1)?.as_str()?);
            let text: Option<String> = row.get(2)?;
            if let (Some(scenario), Some(text)) = (ScenarioId::parse(&scenario), text) {
                commitments.insert(scenario, text);
            }
        }
        Ok(commitments)
    }

    fn recent(&self, catalogue: &Catalogue) -> rusqlite::Result<Vec<PastAttempt>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT id, scenario, step, register, submitted_at, utc_offset, score, verdict FROM attempt
             WHERE part IN ('answer', 'follow-up') ORDER BY submitted_at DESC, id DESC LIMIT ?",
        )?;
        let rules = Rules::read(&self.connection)?;
        let mut rows = statement.query([RECENT])?;
        let mut recent = Vec::new();
        while let Some(row) = rows.next()? {
            let (scenario, step) =
                rules.present(row.get_ref(1)?.as_str()?, row.get_ref(2)?.as_str()?);
            let Some(scenario) = ScenarioId::parse(&scenario) else {
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
                step,
                register: row.get(3)?,
                submitted_at: row.get(4)?,
                utc_offset: row.get(5)?,
                score: row.get(6)?,
                verdict,
            });
        }
        Ok(recent)
    }

    /// Whether `run` is a mock interview, whose clock has run even where nothing was typed yet.
    fn is_interview(&self, run: &str) -> bool {
        let run = self.run(run).ok().flatten();
        run.is_some_and(|run| run.purpose.is_interview())
    }

    /// One entry per run with text in hand, for the field that was typed in last.
    fn resumable(&self, catalogue: &Catalogue) -> Result<Vec<Resumable>, StoreError> {
        let mut seen = BTreeSet::new();
        Ok(self
            .drafts()?
            .into_iter()
            .filter(|draft| {
                (!draft.text.trim().is_empty() || self.is_interview(&draft.run))
                    && seen.insert(draft.run.clone())
            })
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
