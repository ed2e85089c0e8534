//! Reading from the log what tracks count: answers by their present names, and signatures.

use std::collections::BTreeSet;

use rusqlite::Rows;
use serde::Deserialize;

use super::{derived::Rules, error::StoreError, log::Log};
use crate::{
    domain::ScenarioId,
    progress::{Signature, TrackAnswer, TrackRecords},
    scoring::Verdict,
};

/// The `data` of a `signed-off` event.
#[derive(Deserialize)]
struct SignedOff {
    track: String,
    item: String,
    by: String,
}

impl Log {
    /// The answers to steps and follow-ups that no reset has set aside, and every signature; of these scenarios, or of all.
    pub fn track_records(
        &self,
        scenarios: Option<&BTreeSet<ScenarioId>>,
    ) -> Result<TrackRecords, StoreError> {
        let read = || {
            let rules = Rules::read(&self.connection)?;
            let mut records = TrackRecords {
                answers: vec![],
                signatures: self.signatures()?,
            };
            let Some(scenarios) = scenarios else {
                let mut statement = self.connection.prepare_cached(
                    "SELECT attempt.id, run, scenario, step, submitted_at, attempt.utc_offset, verdict, rubric, plan
                     FROM attempt JOIN run ON run.id = attempt.run WHERE part IN ('answer', 'follow-up')",
                )?;
                take(&mut statement.query([])?, &rules, &mut records.answers)?;
                return Ok(records);
            };
            let mut statement = self.connection.prepare_cached(
                "SELECT attempt.id, run, scenario, step, submitted_at, attempt.utc_offset, verdict, rubric, plan
                 FROM attempt JOIN run ON run.id = attempt.run WHERE scenario = ? AND part IN ('answer', 'follow-up')",
            )?;
            for name in rules.logged_scenarios(scenarios.iter().map(ToString::to_string)) {
                take(&mut statement.query([name])?, &rules, &mut records.answers)?;
            }
            Ok(records)
        };
        read().map_err(self.refused("the track"))
    }

    fn signatures(&self) -> rusqlite::Result<Vec<Signature>> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT id, at, data FROM event WHERE kind = 'signed-off'")?;
        let mut rows = statement.query([])?;
        let mut signatures = Vec::new();
        while let Some(row) = rows.next()? {
            let Ok(signed) = serde_json::from_str::<SignedOff>(row.get_ref(2)?.as_str()?) else {
                continue;
            };
            signatures.push(Signature {
                track: signed.track,
                item: signed.item,
                by: signed.by,
                at: row.get(1)?,
                event: row.get(0)?,
            });
        }
        Ok(signatures)
    }
}

/// Reads the answers of `rows` by their present names.
fn take(
    rows: &mut Rows<'_>,
    rules: &Rules,
    answers: &mut Vec<TrackAnswer>,
) -> rusqlite::Result<()> {
    while let Some(row) = rows.next()? {
        let logged: String = row.get(3)?;
        let name = rules.present(row.get_ref(2)?.as_str()?, &logged);
        let (attempt, at): (String, i64) = (row.get(0)?, row.get(4)?);
        let number: u8 = row.get(6)?;
        let mut verdicts = Verdict::ALL.into_iter();
        let (Some(scenario), Some(verdict)) = (
            ScenarioId::parse(&name.0),
            verdicts.find(|verdict| verdict.number() == number),
        ) else {
            continue;
        };
        if rules.is_reset(&name, at, &attempt) {
            continue;
        }
        answers.push(TrackAnswer {
            attempt,
            run: row.get(1)?,
            scenario,
            step: name.1,
            at,
            utc_offset: row.get(5)?,
            verdict,
            rubric: row.get(7)?,
            must: must(row.get_ref(8)?.as_str()?, &logged),
        });
    }
    Ok(())
}

/// What the plan of a run says of the points that must be made in `step`.
fn must(plan: &str, step: &str) -> Option<String> {
    let plan: serde_json::Value = serde_json::from_str(plan).ok()?;
    Some(plan.get("must")?.get(step)?.as_str()?.to_owned())
}
