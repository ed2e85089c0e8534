//! What a typed command means in an incident: evidence, an action, or something near them.

use super::{
    command::Command,
    filter,
    lexer::pipelines,
    matching::{fit, is_near},
};
use crate::domain::Incident;

/// The first command of a typed line, without its pipes; `None` where there is none.
pub fn command_of(line: &str) -> Option<Command> {
    let stages = pipelines(line).into_iter().next()?;
    let (words, _) = filter::split_reader(stages.first()?);
    Command::parse(&words)
}

/// What a command means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// The evidence at this place of the incident.
    Evidence(usize),
    /// The action at this place of the incident.
    Action(usize),
    /// Nothing that is recorded, but something of the same sort is.
    Near,
    /// Nothing.
    Unknown,
}

/// Every recorded command of an incident, parsed once.
#[derive(Clone, Debug)]
pub struct Spellings {
    runs: Vec<(Meaning, Command)>,
}

impl Spellings {
    /// Parses what `incident` has recorded; what the shell cannot read is left out.
    pub fn new(incident: &Incident) -> Self {
        let mut runs = Vec::new();
        let evidence = incident.evidence.iter().enumerate();
        for (at, evidence) in evidence {
            for run in &evidence.run {
                runs.extend(
                    Self::read(run)
                        .into_iter()
                        .map(|command| (Meaning::Evidence(at), command)),
                );
            }
        }
        for (at, action) in incident.actions.iter().enumerate() {
            for run in &action.run {
                runs.extend(
                    Self::read(run)
                        .into_iter()
                        .map(|command| (Meaning::Action(at), command)),
                );
            }
        }
        Self { runs }
    }

    /// Every reading of a recorded command: `kubectl (get|describe) pods` is two.
    pub fn read(run: &str) -> Vec<Command> {
        alternatives(run)
            .iter()
            .filter_map(|run| command_of(run))
            .collect()
    }

    /// What `command` means; the closest of several.
    pub fn meaning(&self, command: &Command) -> Meaning {
        let best = self
            .runs
            .iter()
            .filter_map(|(meaning, run)| Some((fit(run, command)?, *meaning)))
            .reduce(|best, other| if other.0 > best.0 { other } else { best });
        if let Some((_, meaning)) = best {
            return meaning;
        }
        if self.runs.iter().any(|(_, run)| is_near(run, command)) {
            Meaning::Near
        } else {
            Meaning::Unknown
        }
    }
}

/// `a (b|c) d` as `a b d` and `a c d`; only outside quotes and without blanks inside.
fn alternatives(run: &str) -> Vec<String> {
    let mut quote = None;
    let mut previous = ' ';
    for (open, character) in run.char_indices() {
        match (quote, character) {
            (None, '\'' | '"') => quote = Some(character),
            (Some(open), close) if open == close => quote = None,
            (None, '(') if previous != '$' => {
                let inside = run.get(open + 1..).unwrap_or_default();
                let Some(close) = inside.find(')') else {
                    break;
                };
                let (choices, after) = inside.split_at(close);
                if choices.contains('|') && !choices.contains(' ') {
                    let before = run.get(..open).unwrap_or_default();
                    let after = after.get(1..).unwrap_or_default();
                    return choices
                        .split('|')
                        .flat_map(|choice| alternatives(&format!("{before}{choice}{after}")))
                        .collect();
                }
            }
            _ => {}
        }
        previous = character;
    }
    vec![run.to_owned()]
}

#[cfg(test)]
mod tests {
    use super::alternatives;

    #[test]
    fn alternatives_are_read_one_by_one() {
        assert_eq!(
            alternatives("kubectl (get|describe) (po|no)"),
            [
                "kubectl get po",
                "kubectl get no",
                "kubectl describe po",
                "kubectl describe no"
            ]
        );
        assert_eq!(alternatives("grep '(a|b)' x"), ["grep '(a|b)' x"]);
        assert_eq!(alternatives("echo $(a|b)"), ["echo $(a|b)"]);
    }
}
