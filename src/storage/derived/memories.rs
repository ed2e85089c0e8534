//! What the schedule knows of each step.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension as _, Row, params};
use serde::Deserialize;

use super::rules::{Rules, StepName};
use crate::{
    domain::ScenarioId,
    progress::{Memory, Purpose, Rating, Review, ScheduledStep, Scheduler},
    scoring::Verdict,
};

/// The `data` of a `rated` event.
#[derive(Deserialize)]
struct Rated {
    rating: String,
}

/// Works the memory of one step, by its present name, out again.
pub fn refresh_memory(
    connection: &Connection,
    rules: &Rules,
    scheduler: &Scheduler,
    step: &StepName,
) -> rusqlite::Result<()> {
    let reviews = history(connection, rules, step)?;
    let mut queued = None;
    for name in rules.names_of(step) {
        queued = queued.max(last_queued(connection, rules, step, &name)?);
    }
    let memory = scheduler.replay(&reviews);
    let queued = queued.filter(|queued| memory.is_none_or(|memory| memory.last < *queued));
    if memory.is_none() && queued.is_none() {
        connection
            .prepare_cached("DELETE FROM memory WHERE scenario = ? AND step = ?")?
            .execute(params![step.0, step.1])?;
        return Ok(());
    }
    connection
        .prepare_cached(
            "INSERT OR REPLACE INTO memory
               (scenario, step, stability, difficulty, last, due, reviews, lapses, active_ms, queued)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )?
        .execute(params![
            step.0,
            step.1,
            memory.map(|memory| memory.stability),
            memory.map(|memory| memory.difficulty),
            memory.map(|memory| memory.last),
            memory.map(|memory| memory.due),
            memory.map_or(0, |memory| memory.reviews),
            memory.map_or(0, |memory| memory.lapses),
            memory.map_or(0, |memory| i64::try_from(memory.active_ms).unwrap_or(i64::MAX)),
            queued
        ])?;
    Ok(())
}

/// The reviews of one step, by its present name, in the order of times and identities.
fn history(
    connection: &Connection,
    rules: &Rules,
    step: &StepName,
) -> rusqlite::Result<Vec<Review>> {
    let mut reviews = Vec::new();
    for name in rules.names_of(step) {
        reviews.extend(reviews_of(connection, rules, step, &name)?);
    }
    reviews.sort_by(|one, other| (one.review.at, &one.id).cmp(&(other.review.at, &other.id)));
    Ok(sittings(reviews))
}

/// The answers of one run in several registers are one review, as good as the weakest of them: they are asked together
/// and come back together. A register answered once more in the same run is a review of its own.
fn sittings(answers: Vec<Answered>) -> Vec<Review> {
    let mut reviews = Vec::<Review>::new();
    let mut places = BTreeMap::<(String, usize), usize>::new();
    let mut times = BTreeMap::<(String, Option<String>), usize>::new();
    for answered in answers {
        let time = times
            .entry((answered.run.clone(), answered.register))
            .or_default();
        let place = *places.entry((answered.run, *time)).or_insert(reviews.len());
        *time += 1;
        let review = answered.review;
        match reviews.get_mut(place) {
            None => reviews.push(review),
            Some(sitting) => {
                sitting.at = review.at;
                sitting.utc_offset = review.utc_offset;
                sitting.rating = sitting.rating.min(review.rating);
                sitting.active_ms = sitting.active_ms.saturating_add(review.active_ms);
            }
        }
    }
    reviews.sort_by_key(|review| review.at);
    reviews
}

/// The reviews of every step that the schedule knows.
pub fn histories(connection: &Connection) -> rusqlite::Result<Vec<Vec<Review>>> {
    let rules = Rules::read(connection)?;
    let steps = connection
        .prepare_cached("SELECT scenario, step FROM memory ORDER BY scenario, step")?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<Vec<StepName>>>()?;
    steps
        .iter()
        .map(|step| history(connection, &rules, step))
        .collect()
}

/// One answer that the schedule hears of.
pub struct Answered {
    /// Its identity.
    pub id: String,
    run: String,
    register: Option<String>,
    /// What the schedule hears.
    pub review: Review,
}

/// The answers kept under one name of a step.
pub fn reviews_of(
    connection: &Connection,
    rules: &Rules,
    present: &StepName,
    name: &StepName,
) -> rusqlite::Result<Vec<Answered>> {
    let mut statement = connection.prepare_cached(
        "SELECT attempt.id, submitted_at, attempt.utc_offset, verdict, hints, template, active_ms, run.purpose,
           attempt.run, attempt.register
         FROM attempt LEFT JOIN run ON run.id = attempt.run
         WHERE scenario = ? AND step = ? AND part = 'answer' AND scheduled",
    )?;
    let mut rows = statement.query(params![name.0, name.1])?;
    let mut reviews = Vec::new();
    while let Some(row) = rows.next()? {
        let id: String = row.get(0)?;
        let at = row.get(1)?;
        let purpose = row.get::<_, Option<String>>(7)?;
        let counts = purpose
            .and_then(|purpose| Purpose::parse(&purpose))
            .is_none_or(Purpose::moves_schedule);
        if !counts || rules.is_reset(present, at, &id) {
            continue;
        }
        let Some(rating) = rating(connection, &id, row)? else {
            continue;
        };
        let review = Review {
            at,
            utc_offset: row.get(2)?,
            rating,
            active_ms: u64::try_from(row.get::<_, i64>(6)?).unwrap_or(0),
        };
        reviews.push(Answered {
            id,
            run: row.get(8)?,
            register: row.get(9)?,
            review,
        });
    }
    Ok(reviews)
}

/// What the learner said of the answer `id` last, else what its verdict says.
fn rating(connection: &Connection, id: &str, row: &Row<'_>) -> rusqlite::Result<Option<Rating>> {
    let corrected = connection
        .prepare_cached(
            "SELECT data FROM event WHERE attempt = ? AND kind = 'rated' ORDER BY at DESC, id DESC LIMIT 1",
        )?
        .query_row([id], |row| {
            Ok(serde_json::from_slice::<Rated>(row.get_ref(0)?.as_bytes()?).ok())
        })
        .optional()?
        .flatten()
        .and_then(|rated| Rating::parse(&rated.rating));
    if corrected.is_some() {
        return Ok(corrected);
    }
    let number = row.get::<_, u8>(3)?;
    let helped = row.get::<_, i64>(4)? > 0 || row.get::<_, bool>(5)?;
    Ok(Verdict::ALL
        .into_iter()
        .find(|verdict| verdict.number() == number)
        .map(|verdict| Rating::of(verdict, helped)))
}

/// When the step was last put on the agenda under one of its names.
fn last_queued(
    connection: &Connection,
    rules: &Rules,
    present: &StepName,
    name: &StepName,
) -> rusqlite::Result<Option<i64>> {
    let last = connection
        .prepare_cached(
            "SELECT at, id FROM event WHERE kind = 'queued' AND scenario = ? AND step = ?
             ORDER BY at DESC, id DESC LIMIT 1",
        )?
        .query_row(params![name.0, name.1], |row| {
            Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?))
        })
        .optional()?;
    Ok(last
        .filter(|(at, id)| !rules.is_reset(present, *at, id))
        .map(|(at, _)| at))
}

/// Every step that the schedule knows.
pub fn scheduled_steps(connection: &Connection) -> rusqlite::Result<Vec<ScheduledStep>> {
    let mut statement = connection.prepare_cached(
        "SELECT scenario, step, stability, difficulty, last, due, reviews, lapses, active_ms, queued FROM memory",
    )?;
    let mut rows = statement.query([])?;
    let mut steps = Vec::new();
    while let Some(row) = rows.next()? {
        let Some(scenario) = ScenarioId::parse(&row.get::<_, String>(0)?) else {
            continue;
        };
        steps.push(ScheduledStep {
            scenario,
            step: row.get(1)?,
            memory: memory(row)?,
            queued: row.get(9)?,
        });
    }
    Ok(steps)
}

fn memory(row: &Row<'_>) -> rusqlite::Result<Option<Memory>> {
    let (Some(stability), Some(difficulty), Some(last), Some(due)) =
        (row.get(2)?, row.get(3)?, row.get(4)?, row.get(5)?)
    else {
        return Ok(None);
    };
    Ok(Some(Memory {
        stability,
        difficulty,
        last,
        due,
        reviews: row.get(6)?,
        lapses: row.get(7)?,
        active_ms: u64::try_from(row.get::<_, i64>(8)?).unwrap_or(0),
    }))
}
