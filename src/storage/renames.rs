//! Progress goes on under a new name when a scenario file says what the old one was.

use rusqlite::params;

use super::{derived::Rules, error::StoreError, log::Log, places::fresh_seed};
use crate::{
    domain::Moment,
    library::Library,
    progress::{Identities, Record, Rename, renames},
};

impl Log {
    /// Notes every rename that the files of `library` tell of and the log does not know yet, and says how many there
    /// were. Nothing of the log is changed by it: a rename is an event of its own.
    pub fn follow_renames(&mut self, library: &Library, now: Moment) -> Result<usize, StoreError> {
        let practised = self.practised_steps()?.into_iter();
        let practised = practised.map(|each| (each.scenario, each.step));
        let drafts = self.drafts()?.into_iter();
        let drafted = drafts.map(|draft| (draft.scenario, draft.step));
        let told = renames(library, practised.chain(drafted));
        if told.is_empty() {
            return Ok(0);
        }
        let refused = self.refused("the new names");
        let rules = Rules::read(&self.connection).map_err(&refused)?;
        let mut identities = Identities::new(fresh_seed());
        let unknown: Vec<Record> = told
            .iter()
            .filter(|rename| !is_known(&rules, rename))
            .map(|rename| Record::Event(rename.event(identities.next(now), now)))
            .collect();
        if !unknown.is_empty() {
            self.append(&unknown, None)?;
        }
        for rename in &told {
            self.rename_drafts(rename).map_err(&refused)?;
        }
        Ok(unknown.len())
    }

    /// A draft is text in hand and no record: it takes the new name.
    fn rename_drafts(&self, rename: &Rename) -> rusqlite::Result<()> {
        match rename {
            Rename::Scenario { from, to } => self.connection.execute(
                "UPDATE OR IGNORE draft SET scenario = ? WHERE scenario = ?",
                params![to.to_string(), from.to_string()],
            )?,
            Rename::Step { scenario, from, to } => self.connection.execute(
                "UPDATE OR IGNORE draft SET step = ? WHERE scenario = ? AND step = ?",
                params![to, scenario.to_string(), from],
            )?,
            Rename::Criterion { .. } => 0,
        };
        Ok(())
    }
}

fn is_known(rules: &Rules, rename: &Rename) -> bool {
    match rename {
        Rename::Scenario { from, to } => {
            rules.present_scenario(&from.to_string()) == to.to_string()
        }
        Rename::Step { scenario, from, to } => rules.present(&scenario.to_string(), from).1 == *to,
        Rename::Criterion {
            scenario,
            step,
            from,
            to,
        } => rules.criterion(&(scenario.to_string(), step.clone()), from) == *to,
    }
}
