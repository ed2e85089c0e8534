//! Each local day's practice, scenario by scenario.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, OptionalExtension as _, Row, params};
use serde::Deserialize;

use super::rules::Rules;
use crate::{
    domain::ScenarioId,
    progress::{Judgement, LocalDay, MADE, Sum, Tally},
};

/// No place is further than this from UTC, in minutes.
const FARTHEST_OFFSET: i32 = 18 * 60;

/// The `data` of a `self-assessed` event: the criteria that the learner believes to have met, of those judged; of all
/// where it does not say which were.
#[derive(Deserialize)]
struct SelfAssessed {
    made: BTreeSet<String>,
    judged: Option<BTreeSet<String>>,
}

/// Works the tallies of `day` out again.
pub fn refresh_day(connection: &Connection, rules: &Rules, day: LocalDay) -> rusqlite::Result<()> {
    let mut tallies = BTreeMap::<ScenarioId, Tally>::new();
    let mut statement = connection.prepare_cached(
        "SELECT attempt.id, scenario, step, part, submitted_at, attempt.utc_offset, active_ms, hints, template,
           score, structure, communication, run.purpose, number
         FROM attempt LEFT JOIN run ON run.id = attempt.run
         WHERE submitted_at BETWEEN ? AND ? AND run.purpose IS NOT 'facilitated' ORDER BY submitted_at, attempt.id",
    )?;
    let mut rows = statement.query(params![
        day.begins_at(FARTHEST_OFFSET),
        day.plus(1).begins_at(-FARTHEST_OFFSET)
    ])?;
    while let Some(row) = rows.next()? {
        if LocalDay::of(row.get(4)?, row.get(5)?) != day {
            continue;
        }
        let name = rules.present(&row.get::<_, String>(1)?, &row.get::<_, String>(2)?);
        let Some(scenario) = ScenarioId::parse(&name.0) else {
            continue;
        };
        let reset = rules.is_reset(&name, row.get(4)?, &row.get::<_, String>(0)?);
        let tally = tallies
            .entry(scenario.clone())
            .or_insert_with(|| Tally::new(day, scenario));
        count(connection, tally, row, reset)?;
    }
    connection
        .prepare_cached("DELETE FROM day WHERE day = ?")?
        .execute([day.0])?;
    for tally in tallies.values() {
        keep(connection, tally)?;
    }
    Ok(())
}

/// Counts one attempt; of one before a reset only that it happened.
fn count(
    connection: &Connection,
    tally: &mut Tally,
    row: &Row<'_>,
    reset: bool,
) -> rusqlite::Result<()> {
    let active_ms = u64::try_from(row.get::<_, i64>(6)?).unwrap_or(0);
    tally.practised += 1;
    tally.active_ms = tally.active_ms.saturating_add(active_ms);
    if row.get::<_, Option<String>>(12)?.as_deref() == Some("review") {
        tally.review_ms = tally.review_ms.saturating_add(active_ms);
    }
    if !matches!(row.get_ref(3)?.as_str()?, "answer" | "follow-up") {
        return Ok(());
    }
    tally.answers += 1;
    tally.hints += u32::try_from(row.get::<_, i64>(7)?).unwrap_or(0);
    tally.templates += u32::from(row.get::<_, bool>(8)?);
    if reset {
        return Ok(());
    }
    tally.score.add(row.get(9)?);
    if let Some(mark) = row.get(10)? {
        tally.structure.add(mark);
    }
    if let Some(mark) = row.get(11)? {
        tally.communication.add(mark);
    }
    let judgement = judgement(connection, &row.get::<_, String>(0)?, row.get(13)?)?;
    tally.judgement = tally.judgement.plus(judgement);
    Ok(())
}

/// How the learner's last self-assessment of the answer `id` compares with its results.
fn judgement(connection: &Connection, id: &str, number: i64) -> rusqlite::Result<Judgement> {
    let assessed = connection
        .prepare_cached(
            "SELECT data FROM event WHERE attempt = ? AND kind = 'self-assessed'
             ORDER BY at DESC, id DESC LIMIT 1",
        )?
        .query_row([id], |row| {
            Ok(serde_json::from_slice::<SelfAssessed>(row.get_ref(0)?.as_bytes()?).ok())
        })
        .optional()?
        .flatten();
    let mut judgement = Judgement::default();
    let Some(assessed) = assessed else {
        return Ok(judgement);
    };
    let mut statement = connection
        .prepare_cached("SELECT criterion, credit FROM criterion_result WHERE attempt = ?")?;
    let mut rows = statement.query([number])?;
    while let Some(row) = rows.next()? {
        let criterion = row.get::<_, String>(0)?;
        let judged = assessed.judged.as_ref();
        if judged.is_some_and(|judged| !judged.contains(&criterion)) {
            continue;
        }
        let claimed = assessed.made.contains(&criterion);
        let made = row.get::<_, f64>(1)? >= MADE;
        let count = match (claimed, made) {
            (true, true) => &mut judgement.rightly_claimed,
            (true, false) => &mut judgement.overclaimed,
            (false, true) => &mut judgement.underclaimed,
            (false, false) => &mut judgement.rightly_left,
        };
        *count += 1;
    }
    Ok(judgement)
}

fn keep(connection: &Connection, tally: &Tally) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO day (day, scenario, practised, answers, active_ms, review_ms, hints, templates,
               score, scores, structure, structures, communication, communications,
               rightly_claimed, overclaimed, underclaimed, rightly_left)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )?
        .execute(params![
            tally.day.0,
            tally.scenario.to_string(),
            tally.practised,
            tally.answers,
            i64::try_from(tally.active_ms).unwrap_or(i64::MAX),
            i64::try_from(tally.review_ms).unwrap_or(i64::MAX),
            tally.hints,
            tally.templates,
            tally.score.total,
            tally.score.count,
            tally.structure.total,
            tally.structure.count,
            tally.communication.total,
            tally.communication.count,
            tally.judgement.rightly_claimed,
            tally.judgement.overclaimed,
            tally.judgement.underclaimed,
            tally.judgement.rightly_left
        ])?;
    Ok(())
}

/// How many answers there are in all. A count of the log itself would read every answer's text.
pub fn answers(connection: &Connection) -> rusqlite::Result<u64> {
    connection.query_row("SELECT coalesce(sum(answers), 0) FROM day", [], |row| {
        Ok(u64::try_from(row.get::<_, i64>(0)?).unwrap_or(0))
    })
}

/// The tallies of `first` and later days, in the order of days and scenarios.
pub fn tallies_since(connection: &Connection, first: LocalDay) -> rusqlite::Result<Vec<Tally>> {
    let mut statement = connection.prepare_cached(
        "SELECT day, scenario, practised, answers, active_ms, review_ms, hints, templates,
           score, scores, structure, structures, communication, communications,
           rightly_claimed, overclaimed, underclaimed, rightly_left
         FROM day WHERE day >= ? ORDER BY day, scenario",
    )?;
    let mut rows = statement.query([first.0])?;
    let mut tallies = Vec::new();
    while let Some(row) = rows.next()? {
        let Some(scenario) = ScenarioId::parse(row.get_ref(1)?.as_str()?) else {
            continue;
        };
        let sum = |at: usize| -> rusqlite::Result<Sum> {
            Ok(Sum {
                total: row.get(at)?,
                count: row.get(at + 1)?,
            })
        };
        tallies.push(Tally {
            day: LocalDay(row.get(0)?),
            scenario,
            practised: row.get(2)?,
            answers: row.get(3)?,
            active_ms: u64::try_from(row.get::<_, i64>(4)?).unwrap_or(0),
            review_ms: u64::try_from(row.get::<_, i64>(5)?).unwrap_or(0),
            hints: row.get(6)?,
            templates: row.get(7)?,
            score: sum(8)?,
            structure: sum(10)?,
            communication: sum(12)?,
            judgement: Judgement {
                rightly_claimed: row.get(14)?,
                overclaimed: row.get(15)?,
                underclaimed: row.get(16)?,
                rightly_left: row.get(17)?,
            },
        });
    }
    Ok(tallies)
}
