//! `firedrill match PATTERN TEXT`: says what a pattern finds in a text, or which part of it fails.

use std::io::Write;

use clap::Args;

use super::{outcome::Outcome, places::Places};
use crate::scoring::{Explanation, Outcome as Found, Pattern, explain};

/// A pattern and a text to try it on.
#[derive(Debug, Args)]
pub struct MatchPattern {
    /// One line of the pattern language
    #[arg(allow_hyphen_values = true)]
    pattern: String,
    /// The text to look in
    #[arg(allow_hyphen_values = true)]
    text: String,
}

impl MatchPattern {
    /// Prints what the pattern finds; the outcome is *failed* where it does not match.
    #[expect(clippy::print_stderr, reason = "a faulty pattern belongs to stderr")]
    pub fn run(self, places: &Places, output: &mut dyn Write) -> anyhow::Result<Outcome> {
        let pattern = match Pattern::parse(&self.pattern) {
            Ok(pattern) => pattern,
            Err(error) => {
                let indent = " ".repeat(error.column.saturating_sub(1));
                eprintln!("pattern:{}: {error}", error.column);
                eprintln!("  {}\n  {indent}^ {}", self.pattern, error.cure());
                return Ok(Outcome::Usage);
            }
        };
        for warning in pattern.warnings() {
            eprintln!("pattern:{}: warning: {}", warning.column, warning.message);
        }
        let library = places.library()?;
        let glossary = library.glossary("builtin");
        let explanation = explain(&pattern, glossary, &self.text);
        print(&explanation, &self.text, output)?;
        Ok(match explanation.outcome {
            Found::Matches => Outcome::Done,
            _ => Outcome::Failed,
        })
    }
}

fn print(explanation: &Explanation, text: &str, output: &mut dyn Write) -> anyhow::Result<()> {
    let verdict = match explanation.outcome {
        Found::Matches => "match",
        Found::Negated => "negated: the words around it deny it",
        Found::NearMiss => "no match, but a near miss",
        Found::Apart => {
            "no match: every element is there, but not together, near enough or in this order"
        }
        Found::Missing => "no match",
    };
    writeln!(output, "{verdict}")?;
    for element in &explanation.absent {
        writeln!(output, "  not found  {element}")?;
    }
    for span in &explanation.spans {
        let words = text.get(span.start..span.end).unwrap_or_default();
        let (start, end) = (span.start, span.end);
        writeln!(
            output,
            "  {:<9}  {words}  ({start}..{end})",
            span.via.name()
        )?;
    }
    Ok(())
}
