//! What became of each criterion of each answer to a step or to a follow-up. A point made because it was asked for by
//! name (said again, probed, retried) says nothing of whether it comes unasked, and is no try. Neither
//! is one of somebody else, in an interview that was led.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, OptionalExtension as _, params};
use serde::Deserialize;

use super::rules::Rules;

/// What is read of a scorecard; one of a newer program may hold more.
#[derive(Deserialize)]
struct Card {
    #[serde(default)]
    criteria: Vec<Finding>,
}

#[derive(Deserialize)]
struct Finding {
    id: String,
    state: String,
    credit: f64,
    #[serde(default)]
    skill: Option<String>,
}

/// The `data` of a `disputed` event.
#[derive(Deserialize)]
struct Disputed {
    criterion: String,
    says: String,
}

/// Works the results of the answer `number` out again; adds the keys of all points concerned, old and new, to `keys`.
pub fn refresh_results(
    connection: &Connection,
    rules: &Rules,
    number: i64,
    keys: &mut BTreeSet<String>,
) -> rusqlite::Result<()> {
    let old = connection
        .prepare_cached("DELETE FROM criterion_result WHERE attempt = ? RETURNING key")?
        .query_map([number], |row| row.get(0))?
        .collect::<rusqlite::Result<Vec<String>>>()?;
    keys.extend(old);
    let found = connection
        .prepare_cached(
            "SELECT attempt.id, scenario, step, submitted_at, card
             FROM attempt LEFT JOIN run ON run.id = attempt.run
             WHERE number = ? AND part IN ('answer', 'follow-up') AND run.purpose IS NOT 'facilitated'",
        )?
        .query_row([number], |row| {
            Ok((
                row.get::<_, String>(0)?,
                row.get::<_, String>(1)?,
                row.get::<_, String>(2)?,
                row.get::<_, i64>(3)?,
                serde_json::from_slice::<Card>(row.get_ref(4)?.as_bytes()?).ok(),
            ))
        })
        .optional()?;
    let Some((id, scenario, step, at, Some(card))) = found else {
        return Ok(());
    };
    let present = rules.present(&scenario, &step);
    if rules.is_reset(&present, at, &id) {
        return Ok(());
    }
    let learner = disputes(connection, &id)?;
    let mut insert = connection.prepare_cached(
        "INSERT OR IGNORE INTO criterion_result (attempt, criterion, key, at, credit, disputed)
         VALUES (?, ?, ?, ?, ?, ?)",
    )?;
    for finding in card.criteria {
        let key = finding.skill.unwrap_or_else(|| {
            let criterion = rules.criterion(&present, &finding.id);
            format!("{}#{}#{criterion}", present.0, present.1)
        });
        let disputed = learner
            .get(&finding.id)
            .is_some_and(|says| *says != finding.state);
        insert.execute(params![
            number,
            finding.id,
            key,
            at,
            finding.credit,
            disputed
        ])?;
        keys.insert(key);
    }
    Ok(())
}

/// What the learner says of each criterion that was disputed; the last word counts.
fn disputes(connection: &Connection, attempt: &str) -> rusqlite::Result<BTreeMap<String, String>> {
    let mut statement = connection.prepare_cached(
        "SELECT data FROM event WHERE attempt = ? AND kind = 'disputed' ORDER BY at, id",
    )?;
    let mut rows = statement.query([attempt])?;
    let mut disputes = BTreeMap::new();
    while let Some(row) = rows.next()? {
        if let Ok(disputed) = serde_json::from_slice::<Disputed>(row.get_ref(0)?.as_bytes()?) {
            disputes.insert(disputed.criterion, disputed.says);
        }
    }
    Ok(disputes)
}
