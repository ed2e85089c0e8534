//! The learner's own parameters of the schedule.

use rusqlite::TransactionBehavior;

use super::{
    derived::{histories, rebuild},
    error::StoreError,
    log::Log,
};
use crate::progress::Review;

impl Log {
    /// What the schedule has heard of each step, in the order of times.
    pub fn histories(&self) -> Result<Vec<Vec<Review>>, StoreError> {
        histories(&self.connection).map_err(self.refused("the history of the schedule"))
    }

    /// The learner's own parameters; `None` while the average learner's are used.
    pub fn schedule_parameters(&self) -> Result<Option<Vec<f32>>, StoreError> {
        let read = || {
            let mut statement = self
                .connection
                .prepare("SELECT value FROM setting WHERE key = 'schedule'")?;
            let mut rows = statement.query([])?;
            Ok(match rows.next()? {
                Some(row) => serde_json::from_str(row.get_ref(0)?.as_str()?).ok(),
                None => None,
            })
        };
        read().map_err(self.refused("the parameters of the schedule"))
    }

    /// Uses `parameters` from now on, or the average learner's, and works the schedule out with them.
    pub fn set_schedule_parameters(
        &mut self,
        parameters: Option<&[f32]>,
    ) -> Result<(), StoreError> {
        let refused = self.refused("the parameters of the schedule");
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(&refused)?;
        let set = match parameters {
            Some(parameters) => {
                let text = serde_json::json!(parameters).to_string();
                transaction.execute(
                    "INSERT OR REPLACE INTO setting (key, value) VALUES ('schedule', ?)",
                    [text],
                )
            }
            None => transaction.execute("DELETE FROM setting WHERE key = 'schedule'", []),
        };
        set.map_err(&refused)?;
        rebuild(&transaction, &mut || {}).map_err(&refused)?;
        transaction.commit().map_err(&refused)
    }
}
