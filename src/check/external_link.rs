//! Nothing that a learner reads sends them to the network.

use crate::domain::{Position, Task, Text};

use super::{finding::Findings, lint::Lint, subject::Subject};

pub const LINT: Lint = Lint {
    name: "external-link",
    about: "no brief, ask, hint, runbook or sentence of feedback needs a page of the network",
    run,
};

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    let links = texts(subject).into_iter().filter_map(|(at, text)| {
        let chinese = || text.zh.as_deref().and_then(link_in);
        Some((at, link_in(&text.en).or_else(chinese)?))
    });
    for (at, link) in links {
        findings.warning(
            subject.place_of(at, link),
            format!("`{link}` cannot be followed: practice is offline"),
            "write down what the page would say and list the page under `sources:`; an address that is evidence stands in backticks",
        );
    }
}

/// Everything that is read as prose, with a place at or before it.
fn texts<'s>(subject: &Subject<'s>) -> Vec<(Position, &'s Text)> {
    let start = Position { line: 1, column: 1 };
    let mut texts = vec![(start, &subject.scenario.brief)];
    for step in &subject.scenario.steps {
        let of_step = [Some(&step.ask), step.template.as_ref(), step.hint.as_ref()];
        texts.extend(of_step.into_iter().flatten().map(|text| (step.at, text)));
        for it in &step.rubric {
            let said = [&it.hit, &it.miss, &it.probe, &it.hint];
            texts.extend(said.into_iter().flatten().map(|text| (it.at, text)));
        }
        if let Task::Incident(incident) = &step.task {
            texts.extend(incident.runbooks.iter().map(|it| (step.at, &it.text)));
            texts.extend(incident.injects.iter().map(|it| (it.at_line, &it.says)));
        }
    }
    texts
}

/// The first address outside of code.
fn link_in(text: &str) -> Option<&str> {
    text.split('`').step_by(2).find_map(|prose| {
        let starts = ["http://", "https://"].iter();
        let from = starts.filter_map(|scheme| prose.find(scheme)).min()?;
        let link = prose.get(from..)?;
        let is_end =
            |character: char| character.is_whitespace() || "<>()\"'，。；（）".contains(character);
        let end = link.find(is_end).unwrap_or(link.len());
        Some(
            link.get(..end)?
                .trim_end_matches(['.', ',', ';', ':', '!', '?']),
        )
    })
}

#[cfg(test)]
mod tests {
    use super::link_in;

    #[track_caller]
    fn case(text: &str, expected: Option<&str>) {
        assert_eq!(link_in(text), expected, "{text}");
    }

    #[test]
    fn an_address_in_prose_is_a_link() {
        case(
            "See https://example.org/a, or ask.",
            Some("https://example.org/a"),
        );
        case("见（http://example.org/a）。", Some("http://example.org/a"));
        case("[docs](https://example.org)", Some("https://example.org"));
    }

    #[test]
    fn an_address_in_code_is_evidence() {
        case("The pull of `https://example.org/a` fails", None);
        case("```\ncurl http://a/\n```\nSee `b`.", None);
        case("no address at all", None);
    }
}
