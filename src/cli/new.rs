//! `firedrill new KIND ID`: a commented scenario to begin with.

use std::{fs, io::Write, path::PathBuf};

use anyhow::{Context, bail};
use clap::{Args, ValueEnum};

use super::{list::kind, outcome::Outcome};
use crate::{domain::Kind, library::is_name};

const PROSE: &str = include_str!("templates/prose.yaml");
const SAY: &str = include_str!("templates/say.yaml");
const REVIEW: &str = include_str!("templates/review.yaml");
const SHEET: &str = include_str!("templates/sheet.yaml");
const INCIDENT: &str = include_str!("templates/incident.yaml");

/// What the first step of a template asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Asks {
    /// An answer in prose
    Prose,
    /// A sentence in English
    Say,
    /// A review of a diff
    Review,
    /// A cost sheet
    Sheet,
    /// An incident in a console
    Incident,
}

impl Asks {
    /// What a scenario of this kind usually asks for.
    const fn usual(kind: Kind) -> Self {
        match kind {
            Kind::Debug => Self::Prose,
            Kind::Review => Self::Review,
            Kind::Phrasing => Self::Say,
            Kind::Design => Self::Sheet,
        }
    }

    const fn template(self) -> &'static str {
        match self {
            Self::Prose => PROSE,
            Self::Say => SAY,
            Self::Review => REVIEW,
            Self::Sheet => SHEET,
            Self::Incident => INCIDENT,
        }
    }
}

/// What to begin, and where.
#[derive(Debug, Args)]
pub struct New {
    /// debug, review, phrasing or design
    #[arg(value_parser = kind)]
    kind: Kind,
    /// The name: small letters, digits and hyphens
    #[arg(value_parser = name)]
    id: String,
    /// What its first step asks for; without it a sentence in phrasing, a diff in review, a sheet in design, prose in debug
    #[arg(long, value_enum, value_name = "WHAT")]
    step: Option<Asks>,
    /// Write the file here instead of into this folder
    #[arg(long, value_name = "DIR", default_value = ".")]
    dir: PathBuf,
    /// Print it instead of writing a file
    #[arg(long)]
    print: bool,
}

fn name(text: &str) -> Result<String, String> {
    if is_name(text) {
        Ok(text.to_owned())
    } else {
        Err("use small letters, digits and hyphens, at most 64".to_owned())
    }
}

impl New {
    /// Writes `ID.yaml`; an existing file is left alone.
    pub fn run(self, output: &mut dyn Write) -> anyhow::Result<Outcome> {
        let asks = self.step.unwrap_or(Asks::usual(self.kind));
        let text = template(self.kind, asks, &self.id);
        if self.print {
            output.write_all(text.as_bytes())?;
            return Ok(Outcome::Done);
        }
        let path = self.dir.join(format!("{}.yaml", self.id));
        let shown = path.display();
        if path.exists() {
            bail!("`{shown}` is already there; give another id, or `--print`");
        }
        fs::create_dir_all(&self.dir)
            .and_then(|()| fs::write(&path, text))
            .with_context(|| format!("cannot write `{shown}`"))?;
        writeln!(
            output,
            "wrote {shown}; `firedrill check {shown}` says what is wrong with it"
        )?;
        Ok(Outcome::Done)
    }
}

/// The commented scenario of a kind.
fn template(kind: Kind, asks: Asks, id: &str) -> String {
    let fill = |line: &str| match line {
        "id: ID" => format!("id: {id}\n"),
        "kind: KIND" => format!("kind: {}\n", kind.name()),
        _ if line.starts_with('#') => {
            format!("{}\n", line.replace("ID.yaml", &format!("{id}.yaml")))
        }
        _ => format!("{line}\n"),
    };
    asks.template().lines().map(fill).collect()
}

#[cfg(test)]
mod tests {
    use clap::ValueEnum as _;

    use super::{Asks, Kind, template};
    use crate::{
        check::check,
        library::{Library, PackSource, Source, builtin},
    };

    #[test]
    fn every_template_passes_its_own_check_without_a_warning() {
        for kind in Kind::ALL {
            for asks in Asks::value_variants() {
                // A phrasing scenario without a sentence to say is warned of, and nobody asks for it by accident.
                if kind == Kind::Phrasing && *asks != Asks::Say {
                    continue;
                }
                let source = Source::new("my-first.yaml", template(kind, *asks, "my-first"));
                let local = PackSource::new("local", vec![source]);
                let library = Library::load(vec![builtin(), local]);
                let report = check(&library, |file| file == "my-first.yaml");
                let messages: Vec<String> =
                    report.problems.iter().map(ToString::to_string).collect();
                assert_eq!(messages, [""; 0], "{} {asks:?}", kind.name());
                assert!(report.agreement.agreed >= 3);
            }
        }
    }
}
