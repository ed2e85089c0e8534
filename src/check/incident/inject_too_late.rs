//! Every inject comes, and what it asks for is due, before the end.

use super::super::{finding::Findings, lint::Lint, subject::Subject};

pub const LINT: Lint = Lint {
    name: "inject-too-late",
    about: "every inject can come, and its answer is due, before the end",
    run,
};

fn run(subject: &Subject<'_>, findings: &mut Findings) {
    for worked in subject.worked() {
        let end = worked.incident.minutes;
        let came = &worked.exploration.coverage.injects;
        for (inject, came) in worked.incident.injects.iter().zip(came) {
            let place = || subject.place(inject.at_line, 1);
            let id = &inject.id;
            if inject.at >= end {
                findings.error(
                    place(),
                    format!(
                        "the inject `{id}` would come in minute {}, and the end is in minute {end}",
                        inject.at
                    ),
                    "let it come earlier, or give the incident more `minutes:`",
                );
            } else if !came {
                let cure = "its `when:` must come about, and its `unless:` must not hold already";
                if worked.exploration.is_whole {
                    findings.error(place(), format!("the inject `{id}` never comes"), cure);
                } else {
                    let what = format!("the inject `{id}` came in no play that was tried");
                    findings.warning(place(), what, cure);
                }
            } else if let Some(ask) = &inject.ask
                && inject.at + ask.within > end
            {
                findings.warning(
                    place(),
                    format!(
                        "the answer to `{id}` is due in minute {}, and the end is in minute {end}",
                        inject.at + ask.within
                    ),
                    "let it come earlier, ask for less time in `within:`, or give the incident more `minutes:`",
                );
            }
        }
    }
}
