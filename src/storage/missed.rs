//! Where a point is missed, to drill exactly that.

use std::collections::BTreeSet;

use rusqlite::params;

use super::{derived::Rules, error::StoreError, log::Log};
use crate::{
    domain::ScenarioId,
    progress::{Catalogue, MADE, Stop, stops},
};

/// How many of the last tries at a point are looked at.
const LOOKED_AT: i64 = 200;

/// The most steps that one sitting asks.
const MOST_STEPS: usize = 8;

impl Log {
    /// The steps at which the points `keys` were missed when they were tried last, the newest miss of the first key
    /// first; eight at most, and only of scenarios that `catalogue` offers.
    pub fn missed_at(
        &self,
        keys: &[String],
        catalogue: &Catalogue,
    ) -> Result<Vec<Stop>, StoreError> {
        let read = || -> rusqlite::Result<Vec<Stop>> {
            let rules = Rules::read(&self.connection)?;
            let mut steps = vec![];
            for key in keys {
                self.read_missed(&rules, key, &mut steps)?;
            }
            steps.retain(|(scenario, _)| catalogue.offers(scenario));
            steps.truncate(MOST_STEPS);
            Ok(stops(steps))
        };
        read().map_err(self.refused("the missed points"))
    }

    fn read_missed(
        &self,
        rules: &Rules,
        key: &str,
        steps: &mut Vec<(ScenarioId, String)>,
    ) -> rusqlite::Result<()> {
        let mut statement = self.connection.prepare_cached(
            "SELECT attempt.scenario, attempt.step, attempt.register, result.criterion, result.credit
             FROM criterion_result AS result JOIN attempt ON attempt.number = result.attempt
             WHERE result.key = ?1 AND NOT result.disputed
             ORDER BY result.at DESC, attempt.id DESC, result.criterion LIMIT ?2",
        )?;
        let mut rows = statement.query(params![key, LOOKED_AT])?;
        let mut seen = BTreeSet::new();
        while let Some(row) = rows.next()? {
            let (scenario, step) =
                rules.present(row.get_ref(0)?.as_str()?, row.get_ref(1)?.as_str()?);
            let register: Option<String> = row.get(2)?;
            let criterion: String = row.get(3)?;
            let is_last = seen.insert((scenario.clone(), step.clone(), register, criterion));
            let is_missed = row.get::<_, f64>(4)? < MADE;
            let Some(scenario) = ScenarioId::parse(&scenario) else {
                continue;
            };
            let named = (scenario, step);
            if is_last && is_missed && !steps.contains(&named) {
                steps.push(named);
            }
        }
        Ok(())
    }
}
