//! `firedrill new KIND ID`: a commented scenario to begin with.

use std::{fs, io::Write, path::PathBuf};

use anyhow::{Context, bail};
use clap::Args;

use super::{list::kind, outcome::Outcome};
use crate::{domain::Kind, library::is_name};

const PROSE: &str = include_str!("templates/prose.yaml");
const SAY: &str = include_str!("templates/say.yaml");

/// What to begin, and where.
#[derive(Debug, Args)]
pub struct New {
    /// debug, review, phrasing or design
    #[arg(value_parser = kind)]
    kind: Kind,
    /// The name: small letters, digits and hyphens
    #[arg(value_parser = name)]
    id: String,
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
        let text = template(self.kind, &self.id);
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
fn template(kind: Kind, id: &str) -> String {
    let text = match kind {
        Kind::Phrasing => SAY,
        Kind::Debug | Kind::Review | Kind::Design => PROSE,
    };
    text.replace("ID", id).replace("KIND", kind.name())
}

#[cfg(test)]
mod tests {
    use super::{Kind, template};
    use crate::{
        check::check,
        library::{Library, PackSource, Source},
    };

    #[test]
    fn every_template_passes_its_own_check_without_a_warning() {
        for kind in Kind::ALL {
            let source = Source::new("my-first.yaml", template(kind, "my-first"));
            let local = PackSource::new("local", vec![source]);
            let report = check(&Library::load(vec![local]), |file| file == "my-first.yaml");
            let messages: Vec<String> = report.problems.iter().map(ToString::to_string).collect();
            assert_eq!(messages, [""; 0], "{}", kind.name());
            assert_eq!(report.agreement.agreed, 3);
        }
    }
}
