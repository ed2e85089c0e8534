//! What misleads does so fairly: not at once, not by itself refuted, and not too often.

use crate::domain::{Difficulty, Evidence, Herring};

use super::super::{
    finding::Findings,
    lint::Lint,
    subject::{Subject, Worked},
};

pub const LINT: Lint = Lint {
    name: "herring",
    about: "evidence misleads no more often than the difficulty allows, not in the first words, and other evidence refutes it",
    run,
};

/// How many pieces of evidence may mislead. Exercises on paper allow one or two, as each is talked over for long; a look
/// costs a minute here.
const fn most(difficulty: Difficulty) -> usize {
    match difficulty {
        Difficulty::WarmUp => 3,
        Difficulty::Core => 4,
        Difficulty::Hard => 5,
    }
}

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    for worked in subject.worked() {
        let herrings: Vec<(&Evidence, &Herring)> = worked
            .incident
            .evidence
            .iter()
            .filter_map(|it| Some((it, it.herring.as_ref()?)))
            .collect();
        let difficulty = subject.scenario.header.difficulty;
        if let Some((first_too_many, _)) = herrings.get(most(difficulty)) {
            findings.warning(
                subject.place(first_too_many.at_line, 1),
                format!(
                    "{} pieces of evidence mislead; `{}` scenarios may have {}",
                    herrings.len(),
                    difficulty.name(),
                    most(difficulty)
                ),
                "take the `herring:` from the weakest, or raise the difficulty",
            );
        }
        for (evidence, herring) in &herrings {
            let place = || {
                let own = subject.place_of(evidence.at_line, "herring:");
                subject.place_of(own.at, "refuted_by:")
            };
            if herring.refuted_by == evidence.id {
                findings.error(
                    place(),
                    format!("`{}` is refuted by itself", evidence.id),
                    "name the evidence in `refuted_by:` that shows why this one misleads",
                );
            }
            for (what, text) in first_words(subject, &worked) {
                if evidence.run.iter().any(|command| text.contains(command)) {
                    findings.warning(
                        subject.place(evidence.at_line, 1),
                        format!("{what} already sends people to `{}`, which misleads", evidence.id),
                        "let them find it themselves: what is told first should be true and to the point",
                    );
                }
            }
        }
    }
}

/// What is read before anything was looked at, with what it is.
fn first_words<'s>(
    subject: &Subject<'s>,
    worked: &Worked<'s>,
) -> impl Iterator<Item = (&'static str, &'s str)> {
    let injects = worked.incident.injects.iter();
    let at_once = injects.filter(|it| it.at == 0 && it.when.is_none());
    [
        ("the brief", subject.scenario.brief.en.as_str()),
        ("the ask", worked.step.ask.en.as_str()),
    ]
    .into_iter()
    .chain(at_once.map(|it| ("the first inject", it.says.en.as_str())))
}
