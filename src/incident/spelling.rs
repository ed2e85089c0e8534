//! What a typed command means in an incident: evidence, an action, or something near them.

use super::{
    command::Command,
    equivalents::equivalents,
    filter,
    matching::{fit, is_near},
    script::commands,
};
use crate::domain::Incident;

/// Namespaces that a cluster may have whatever the incident is about.
const USUAL_NAMESPACES: &[&str] = &[
    "default",
    "kube-system",
    "kube-public",
    "kube-node-lease",
    "monitoring",
    "logging",
    "ingress-nginx",
    "istio-system",
    "cert-manager",
    "argocd",
];

/// The commands that a typed line runs, in order, without their pipes.
pub fn commands_of(line: &str) -> Vec<Command> {
    commands(line)
        .iter()
        .filter_map(|stages| {
            let (words, _) = filter::split_reader(stages.first()?);
            Command::parse(&words)
        })
        .collect()
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
            .filter_map(|run| commands_of(run).into_iter().next())
            .collect()
    }

    /// What `command` means; the closest of several.
    ///
    /// A namespace that the incident does not have was guessed, and is read as if it were left out.
    pub fn meaning(&self, command: &Command) -> Meaning {
        let mut readings = vec![command.clone()];
        readings.extend(command.other_reading.as_deref().cloned());
        let guessed: Vec<Command> = readings
            .iter()
            .filter_map(|it| self.unguessed(it))
            .collect();
        readings.extend(guessed);
        readings.extend(equivalents(command));
        for reading in &readings {
            let best = self
                .runs
                .iter()
                .filter_map(|(meaning, run)| Some((fit(run, reading)?, *meaning)))
                .reduce(|best, other| if other.0 > best.0 { other } else { best });
            if let Some((_, meaning)) = best {
                return meaning;
            }
        }
        if self.runs.iter().any(|(_, run)| is_near(run, command)) {
            Meaning::Near
        } else {
            Meaning::Unknown
        }
    }

    /// `command` without a namespace that neither the incident nor a usual cluster has.
    fn unguessed(&self, command: &Command) -> Option<Command> {
        let name = command.flag("n")?.value.clone()?;
        let mut known = self
            .runs
            .iter()
            .filter_map(|(_, run)| run.flag("n")?.value.as_deref());
        if command.program != "kubectl"
            || USUAL_NAMESPACES.contains(&name.as_str())
            || known.any(|known| known == name)
        {
            return None;
        }
        let mut without = command.clone();
        without.flags.retain(|flag| flag.name != "n");
        Some(without)
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
