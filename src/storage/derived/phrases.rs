//! The phrase book, worked out from what was kept and how it was said since.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, params};
use serde::Deserialize;

use super::{
    memories::reviews_of,
    rules::{Rules, StepName},
};
use crate::{
    domain::ScenarioId,
    progress::{Happening, Kept, Phrase, PhraseName, Scheduler, Shadowed},
    scoring::Verdict,
};

/// How many of the newest models typed from memory are looked at.
const SHADOWED: u32 = 400;

/// The `data` of the events about a sentence.
#[derive(Deserialize)]
struct About {
    #[serde(default)]
    register: String,
    #[serde(default)]
    text: String,
    #[serde(default)]
    why: String,
}

/// What happened to a sentence, with the time and the identity that order it.
type Dated = ((i64, String), Happening);

/// Works the sentences of one step, by its present name, out again.
pub fn refresh_phrases(
    connection: &Connection,
    rules: &Rules,
    scheduler: &Scheduler,
    step: &StepName,
) -> rusqlite::Result<()> {
    connection
        .prepare_cached("DELETE FROM phrase WHERE scenario = ? AND step = ?")?
        .execute(params![step.0, step.1])?;
    let Some(scenario) = ScenarioId::parse(&step.0) else {
        return Ok(());
    };
    let mut histories: BTreeMap<String, Vec<Dated>> = BTreeMap::new();
    for name in rules.names_of(step) {
        read_events(connection, rules, step, &name, &mut histories)?;
    }
    if histories.is_empty() {
        return Ok(());
    }
    for name in rules.names_of(step) {
        read_answers(connection, rules, step, &name, &mut histories)?;
    }
    for (register, mut history) in histories {
        history.sort_by(|(one, _), (other, _)| one.cmp(other));
        let history: Vec<_> = history
            .into_iter()
            .map(|((at, _), happening)| (at, happening))
            .collect();
        let name = PhraseName {
            scenario: scenario.clone(),
            step: step.1.clone(),
            register,
        };
        if let Some(phrase) = Phrase::fold(&name, &history, scheduler) {
            keep(connection, &phrase)?;
        }
    }
    Ok(())
}

fn read_events(
    connection: &Connection,
    rules: &Rules,
    present: &StepName,
    name: &StepName,
    histories: &mut BTreeMap<String, Vec<Dated>>,
) -> rusqlite::Result<()> {
    let mut statement = connection.prepare_cached(
        "SELECT at, id, kind, data FROM event
         WHERE kind LIKE 'phrase-%' AND scenario = ? AND step = ?",
    )?;
    let mut rows = statement.query(params![name.0, name.1])?;
    while let Some(row) = rows.next()? {
        let (at, id): (i64, String) = (row.get(0)?, row.get(1)?);
        let Ok(about) = serde_json::from_slice::<About>(row.get_ref(3)?.as_bytes()?) else {
            continue;
        };
        let happening = match (row.get_ref(2)?.as_str()?, Kept::parse(&about.why)) {
            ("phrase-kept", Some(why)) => Happening::Kept {
                text: about.text,
                why,
            },
            ("phrase-edited", _) => Happening::Edited(about.text),
            ("phrase-retired", _) => Happening::Retired,
            ("phrase-removed", _) => Happening::Removed,
            _ => continue,
        };
        if !rules.is_reset(present, at, &id) {
            let history = histories.entry(about.register).or_default();
            history.push(((at, id), happening));
        }
    }
    Ok(())
}

/// Adds the answers to the sentences that have a history.
fn read_answers(
    connection: &Connection,
    rules: &Rules,
    present: &StepName,
    name: &StepName,
    histories: &mut BTreeMap<String, Vec<Dated>>,
) -> rusqlite::Result<()> {
    let reviews: BTreeMap<_, _> = reviews_of(connection, rules, present, name)?
        .into_iter()
        .map(|answered| (answered.id, answered.review))
        .collect();
    let mut statement = connection.prepare_cached(
        "SELECT id, submitted_at, register, answer, score, verdict, hints, template FROM attempt
         WHERE scenario = ? AND step = ? AND part = 'answer'",
    )?;
    let mut rows = statement.query(params![name.0, name.1])?;
    while let Some(row) = rows.next()? {
        let (id, at): (String, i64) = (row.get(0)?, row.get(1)?);
        let register: Option<String> = row.get(2)?;
        let Some(history) = histories.get_mut(&register.unwrap_or_default()) else {
            continue;
        };
        if rules.is_reset(present, at, &id) {
            continue;
        }
        let was_helped = row.get::<_, i64>(6)? > 0 || row.get::<_, bool>(7)?;
        let is_strong = row.get::<_, u8>(5)? == Verdict::StrongHire.number();
        let answered = Happening::Answered {
            answer: row.get(3)?,
            score: row.get(4)?,
            is_clean: is_strong && !was_helped,
            review: reviews.get(&id).copied(),
        };
        history.push(((at, id), answered));
    }
    Ok(())
}

fn keep(connection: &Connection, phrase: &Phrase) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT OR REPLACE INTO phrase
               (scenario, step, register, text, best, why, clean, retired, kept_at, due)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )?
        .execute(params![
            phrase.name.scenario.to_string(),
            phrase.name.step,
            phrase.name.register,
            phrase.text,
            phrase.best,
            phrase.why.name(),
            phrase.clean,
            phrase.is_retired,
            phrase.kept_at,
            phrase.due,
        ])?;
    Ok(())
}

/// The whole book: those that come back first, then those that are known.
pub fn phrases(connection: &Connection) -> rusqlite::Result<Vec<Phrase>> {
    // A file of an older version that is only read has no book yet.
    if !connection.table_exists(None, "phrase")? {
        return Ok(vec![]);
    }
    let mut statement = connection.prepare_cached(
        "SELECT scenario, step, register, text, best, why, clean, retired, kept_at, due FROM phrase
         ORDER BY retired, due, scenario, step, register",
    )?;
    let mut rows = statement.query([])?;
    let mut phrases = Vec::new();
    while let Some(row) = rows.next()? {
        let scenario = ScenarioId::parse(row.get_ref(0)?.as_str()?);
        let why = Kept::parse(row.get_ref(5)?.as_str()?);
        let (Some(scenario), Some(why)) = (scenario, why) else {
            continue;
        };
        phrases.push(Phrase {
            name: PhraseName {
                scenario,
                step: row.get(1)?,
                register: row.get(2)?,
            },
            text: row.get(3)?,
            best: row.get(4)?,
            why,
            clean: row.get(6)?,
            is_retired: row.get(7)?,
            kept_at: row.get(8)?,
            due: row.get(9)?,
        });
    }
    Ok(phrases)
}

/// The newest models that were typed from memory, newest first.
pub fn shadowed(connection: &Connection) -> rusqlite::Result<Vec<Shadowed>> {
    let rules = Rules::read(connection)?;
    let mut statement = connection.prepare_cached(
        "SELECT scenario, step, register, answer, submitted_at, id FROM attempt
         WHERE part = 'shadow' ORDER BY submitted_at DESC, id DESC LIMIT ?",
    )?;
    let mut rows = statement.query([SHADOWED])?;
    let mut shadowed = Vec::new();
    while let Some(row) = rows.next()? {
        let present = rules.present(row.get_ref(0)?.as_str()?, row.get_ref(1)?.as_str()?);
        if rules.is_reset(&present, row.get(4)?, row.get_ref(5)?.as_str()?) {
            continue;
        }
        let Some(scenario) = ScenarioId::parse(&present.0) else {
            continue;
        };
        shadowed.push(Shadowed {
            name: PhraseName {
                scenario,
                step: present.1,
                register: row.get::<_, Option<String>>(2)?.unwrap_or_default(),
            },
            typed: row.get(3)?,
        });
    }
    Ok(shadowed)
}

/// Every step that an event about a sentence names, by its present name.
pub fn steps_with_phrases(
    connection: &Connection,
    rules: &Rules,
) -> rusqlite::Result<BTreeSet<StepName>> {
    let mut statement = connection.prepare_cached(
        "SELECT DISTINCT scenario, step FROM event
         WHERE kind LIKE 'phrase-%' AND scenario IS NOT NULL AND step IS NOT NULL",
    )?;
    let mut rows = statement.query([])?;
    let mut steps = BTreeSet::new();
    while let Some(row) = rows.next()? {
        steps.insert(rules.present(row.get_ref(0)?.as_str()?, row.get_ref(1)?.as_str()?));
    }
    Ok(steps)
}
