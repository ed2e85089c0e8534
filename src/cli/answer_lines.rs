//! Answers as lines of JSON: read in blocks, graded on every core, handed on in order.

use std::{
    fs::File,
    io::{self, BufRead, BufReader},
    path::Path,
};

use anyhow::Context;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{gradable::Graders, progress_bar::ProgressBar};
use crate::scoring::Scorecard;

/// Lines graded at once; memory holds no more than these.
const BLOCK: usize = 512;

/// One answer to grade.
#[derive(Clone, Debug, Deserialize)]
pub struct Line {
    /// Handed through to the result.
    #[serde(default)]
    id: Value,
    text: String,
    #[serde(default)]
    register: Option<String>,
    /// What a person gave it, 0..=1.
    #[serde(default)]
    score: Option<f64>,
    /// What a person gave each criterion.
    #[serde(default)]
    criteria: Map<String, Value>,
}

impl Line {
    /// An answer that stands in no file of lines.
    pub fn single(text: &str) -> Self {
        Self {
            id: Value::Null,
            text: text.to_owned(),
            register: None,
            score: None,
            criteria: Map::new(),
        }
    }

    fn parse(text: &str) -> Result<Self, String> {
        serde_json::from_str(text)
            .map_err(|error| format!("{error}; a line is {{\"id\": …, \"text\": …}}"))
    }
}

/// A graded answer.
pub struct Graded {
    /// The answer as given.
    pub text: String,
    /// What it came to.
    pub card: Scorecard,
    /// What the line calls it.
    pub id: Value,
    /// What a person gave it, 0..=1.
    pub label: Option<f64>,
    /// What a person gave each criterion.
    pub labels: Map<String, Value>,
}

/// One line of `--json`.
#[derive(Serialize)]
pub struct Record<'a> {
    id: &'a Value,
    #[serde(flatten)]
    card: &'a Scorecard,
}

impl Graded {
    /// What `--json` prints.
    pub fn record(&self) -> Record<'_> {
        Record {
            id: &self.id,
            card: &self.card,
        }
    }
}

/// Grades one answer; the message says what does not fit.
pub fn grade(graders: &Graders, line: &Line) -> Result<Graded, String> {
    let grader = graders.of(line.register.as_deref())?;
    Ok(Graded {
        card: grader.grade(&line.text),
        text: line.text.clone(),
        id: line.id.clone(),
        label: line.score,
        labels: line.criteria.clone(),
    })
}

/// Hands every graded line of `path` to `take`, which may find fault with it; bad lines go to stderr. Whether all were good.
#[expect(
    clippy::print_stderr,
    reason = "a bad line is reported where it does not mix with results"
)]
pub fn each(
    path: &Path,
    graders: &Graders,
    take: &mut dyn FnMut(Graded) -> anyhow::Result<Option<String>>,
) -> anyhow::Result<bool> {
    let (reader, size): (Box<dyn BufRead>, u64) = if path.as_os_str() == "-" {
        (Box::new(io::stdin().lock()), 0)
    } else {
        let file = File::open(path).with_context(|| format!("cannot read `{}`", path.display()))?;
        let size = file.metadata().map_or(0, |metadata| metadata.len());
        (Box::new(BufReader::new(file)), size)
    };
    let mut bar = ProgressBar::new(size);
    let mut lines = reader.split(b'\n').enumerate();
    let mut complete = true;
    loop {
        let mut block = Vec::with_capacity(BLOCK);
        for (index, bytes) in lines.by_ref().take(BLOCK) {
            let bytes = bytes.with_context(|| format!("cannot read `{}`", path.display()))?;
            bar.advance(bytes.len() + 1);
            block.push((index + 1, bytes));
        }
        if block.is_empty() {
            break;
        }
        let graded: Vec<_> = block
            .into_par_iter()
            .filter_map(|(number, bytes)| Some((number, grade_bytes(graders, &bytes)?)))
            .collect();
        bar.clear();
        for (number, result) in graded {
            let fault = match result {
                Ok(graded) => take(graded)?,
                Err(message) => Some(message),
            };
            if let Some(message) = fault {
                complete = false;
                eprintln!("{}:{number}: {message}", path.display());
            }
        }
        bar.draw();
    }
    bar.clear();
    Ok(complete)
}

/// Grades one line; `None` where it is blank.
fn grade_bytes(graders: &Graders, bytes: &[u8]) -> Option<Result<Graded, String>> {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.trim().trim_start_matches('\u{feff}'),
        Err(_) => return Some(Err("the line is not UTF-8".to_owned())),
    };
    if text.is_empty() {
        return None;
    }
    Some(Line::parse(text).and_then(|line| grade(graders, &line)))
}
