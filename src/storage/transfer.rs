//! Moving house: the whole log as lines, and lines united with the log.

use std::io::{self, BufRead, Write};

use rusqlite::{Connection, TransactionBehavior};
use thiserror::Error;

use super::{
    derived::{Rules, Touched, refresh},
    error::StoreError,
    log::Log,
    rows::{By, Table, find, find_like, insert},
    salvage::every_row,
};
use crate::progress::{
    CSV_HEADING, ExportHeader, Line, LineProblem, Merge, csv_rows, read_line, write_line,
};

/// Why an export ended early.
#[derive(Debug, Error)]
pub enum ExportError {
    /// The log could not be read.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The lines could not be written.
    #[error("cannot write the export")]
    Output(#[from] io::Error),
}

/// Where to find a record: in which table, by which identity.
type Found = (Table, String);

impl Log {
    /// Writes the whole log to `output`, a record a line, in the order of times and identities; `header` says whether
    /// with answers. Rows that a damaged file cannot give back are passed over; their number is returned.
    pub fn export(
        &self,
        header: &ExportHeader,
        output: &mut dyn Write,
    ) -> Result<u64, ExportError> {
        let mut write = |line: &Line| {
            if let Some(text) = write_line(line, header.answers) {
                writeln!(output, "{text}")?;
            }
            Ok(())
        };
        write(&Line::Header(header.clone()))?;
        self.for_each_record(write)
    }

    /// Writes a row per criterion of each attempt to `output`, for spreadsheets.
    pub fn export_csv(&self, output: &mut dyn Write) -> Result<u64, ExportError> {
        writeln!(output, "{CSV_HEADING}")?;
        self.for_each_record(|line| {
            if let Line::Attempt(attempt) = line {
                for row in csv_rows(attempt) {
                    writeln!(output, "{row}")?;
                }
            }
            Ok(())
        })
    }

    fn for_each_record(
        &self,
        mut each: impl FnMut(&Line) -> Result<(), ExportError>,
    ) -> Result<u64, ExportError> {
        let Ok(identities) = self.identities() else {
            return self.for_each_row(each);
        };
        let mut lost = 0;
        for (table, id) in identities {
            match find(&self.connection, table, By::Identity(&id)) {
                Ok(Some(line)) => each(&line)?,
                Ok(None) | Err(_) => lost += 1,
            }
        }
        Ok(lost)
    }

    /// What a damaged file still gives, row by row.
    fn for_each_row(
        &self,
        mut each: impl FnMut(&Line) -> Result<(), ExportError>,
    ) -> Result<u64, ExportError> {
        let mut failed = None;
        let lost = every_row(&self.connection, |line| {
            if failed.is_none() {
                failed = each(line).err();
            }
        });
        failed.map_or(Ok(lost), Err)
    }

    fn identities(&self) -> rusqlite::Result<Vec<Found>> {
        self.connection
            .prepare(
                "SELECT 0, id, started_at AS time FROM run UNION ALL
                 SELECT 1, id, submitted_at FROM attempt UNION ALL
                 SELECT 2, id, at FROM event UNION ALL
                 SELECT 3, id, at FROM other ORDER BY 3, 2, 1",
            )?
            .query_map([], |row| {
                let number = usize::from(row.get::<_, u8>(0)?);
                let table = Table::ALL.get(number).copied().unwrap_or(Table::Other);
                Ok((table, row.get(1)?))
            })?
            .collect()
    }

    /// Unites the log with exported progress, all or nothing. A line that cannot be taken is reported and skipped; so is
    /// a whole file that is not one this program can take.
    pub fn import(&mut self, lines: impl BufRead) -> Result<Merge, StoreError> {
        let refused = self.refused("the imported records");
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(&refused)?;
        let rules = Rules::read(&transaction).map_err(&refused)?;
        let mut touched = Touched::default();
        let mut merge = Merge::default();
        let mut is_empty = true;
        for (index, text) in lines.lines().enumerate() {
            is_empty = false;
            let problem = match record(text, index == 0) {
                Ok(None) => continue,
                Ok(Some(line)) => unite(&transaction, &rules, &line, &mut touched, &mut merge)
                    .map_err(&refused)?,
                Err(problem) => Some(problem),
            };
            if let Some(problem) = problem {
                merge.problems.push((index + 1, problem));
                if index == 0 {
                    return Ok(merge);
                }
            }
        }
        if is_empty {
            merge.problems.push((1, NO_FIRST_LINE.to_owned()));
        }
        refresh(&transaction, &touched).map_err(&refused)?;
        transaction.commit().map_err(&refused)?;
        Ok(merge)
    }
}

const NO_FIRST_LINE: &str =
    "this is not progress exported by Firedrill: its first line does not say so";

const WITHOUT_ANSWERS: &str = "this was exported without answers and can only be shown; export it again without `--without-answers` to import it";

/// The record on a line; `None` on an empty line and on a first line that is in order.
fn record(text: io::Result<String>, is_first: bool) -> Result<Option<Line>, String> {
    let text = text.map_err(|error| error.to_string())?;
    let text = text.trim_start_matches('\u{feff}');
    if text.trim().is_empty() && !is_first {
        return Ok(None);
    }
    match read_line(text) {
        Ok(Line::Header(header)) if header.answers => Ok(None),
        Ok(Line::Header(_)) => Err(WITHOUT_ANSWERS.to_owned()),
        Ok(_) if is_first => Err(NO_FIRST_LINE.to_owned()),
        Ok(Line::Attempt(attempt)) if attempt.answer.is_none() => Err(WITHOUT_ANSWERS.to_owned()),
        Ok(line) => Ok(Some(line)),
        Err(problem @ LineProblem::Newer { .. }) => Err(problem.to_string()),
        Err(_) if is_first => Err(NO_FIRST_LINE.to_owned()),
        Err(problem) => Err(problem.to_string()),
    }
}

/// Keeps `line` if it is new; one that contradicts what is there is a problem.
fn unite(
    connection: &Connection,
    rules: &Rules,
    line: &Line,
    touched: &mut Touched,
    merge: &mut Merge,
) -> rusqlite::Result<Option<String>> {
    match find_like(connection, line)? {
        Some(known) if known == *line => merge.known += 1,
        Some(_) => {
            return Ok(Some(format!(
                "{} `{}` is here already with other content; what is here was kept",
                line.noun(),
                line.id().unwrap_or_default()
            )));
        }
        None => {
            insert(connection, line)?;
            touched.note(connection, rules, line)?;
            merge.added += 1;
            merge.attempts += u64::from(matches!(line, Line::Attempt(_)));
        }
    }
    Ok(None)
}
