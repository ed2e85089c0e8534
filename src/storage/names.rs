//! Which steps were practised, and what they are called now.

use std::collections::BTreeMap;

use super::{derived::Rules, error::StoreError, log::Log};
use crate::domain::ScenarioId;

/// A step with attempts in the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PractisedStep {
    /// The scenario, by its present id.
    pub scenario: ScenarioId,
    /// The step, by its present id.
    pub step: String,
    /// How many attempts there are, of every part.
    pub attempts: u64,
    /// When the last one was submitted, in milliseconds since 1970, UTC.
    pub last: i64,
}

impl Log {
    /// Every step with attempts, by scenario and step.
    pub fn practised_steps(&self) -> Result<Vec<PractisedStep>, StoreError> {
        self.read_practised().map_err(self.refused("the steps"))
    }

    fn read_practised(&self) -> rusqlite::Result<Vec<PractisedStep>> {
        let rules = Rules::read(&self.connection)?;
        let mut statement = self.connection.prepare_cached(
            "SELECT scenario, step, count(*), max(submitted_at) FROM attempt GROUP BY scenario, step",
        )?;
        let mut rows = statement.query([])?;
        let mut steps = BTreeMap::<_, (u64, i64)>::new();
        while let Some(row) = rows.next()? {
            let name = rules.present(row.get_ref(0)?.as_str()?, row.get_ref(1)?.as_str()?);
            let (attempts, last) = steps.entry(name).or_default();
            *attempts += u64::try_from(row.get::<_, i64>(2)?).unwrap_or(0);
            *last = row.get::<_, i64>(3)?.max(*last);
        }
        Ok(steps
            .into_iter()
            .filter_map(|((scenario, step), (attempts, last))| {
                Some(PractisedStep {
                    scenario: ScenarioId::parse(&scenario)?,
                    step,
                    attempts,
                    last,
                })
            })
            .collect())
    }
}
