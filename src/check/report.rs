//! Every scenario of some packs held against every rule.

use rayon::prelude::*;

use crate::{
    domain::{Header, Task},
    library::{Library, Problem, Severity, load_priced},
    scoring::Grader,
};

use super::{
    agreement::Agreement,
    exploration::Exploration,
    finding::Findings,
    neighbours::Neighbours,
    pattern_use::PatternUse,
    rules::RULES,
    subject::{Checked, Subject, pattern_problem},
};

/// What was checked, and everything that was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// How many scenarios were looked at, the unreadable ones not counted.
    pub scenarios: usize,
    /// How the samples agreed.
    pub agreement: Agreement,
    /// Every problem, by file and line.
    pub problems: Vec<Problem>,
    /// What every pattern catches, by file and line.
    pub patterns: Vec<PatternUse>,
}

impl Report {
    /// How many problems are as bad as `severity`.
    pub fn count(&self, severity: Severity) -> usize {
        let same = |problem: &&Problem| problem.severity == severity;
        self.problems.iter().filter(same).count()
    }
}

/// Checks the scenarios of `library` whose file is `wanted`; the others only serve as foreign answers.
pub fn check(library: &Library, wanted: impl Fn(&str) -> bool + Sync) -> Report {
    let neighbours = Neighbours::of(library);
    let checked: Vec<Option<(bool, Findings)>> = library
        .headers()
        .par_iter()
        .map(|header| check_one(library, &neighbours, header, &wanted))
        .collect();
    let mut report = Report::default();
    let of_tracks = library.track_problems();
    let of_mocks = library.mock_problems();
    let unread = library.problems().iter().chain(&of_tracks).chain(&of_mocks);
    report.problems = unread
        .filter(|problem| wanted(&problem.place.file))
        .cloned()
        .collect();
    for source in library
        .unread()
        .iter()
        .filter(|source| wanted(&source.name))
    {
        report
            .problems
            .append(&mut load_priced(source, "", &library.prices("")).problems);
    }
    for (readable, mut findings) in checked.into_iter().flatten() {
        report.scenarios += usize::from(readable);
        report.agreement.add(findings.agreement);
        report.problems.append(&mut findings.problems);
        report.patterns.append(&mut findings.patterns);
    }
    report.patterns.sort();
    report.problems.sort();
    report.problems.dedup();
    report
}

fn check_one(
    library: &Library,
    neighbours: &Neighbours,
    header: &Header,
    wanted: impl Fn(&str) -> bool,
) -> Option<(bool, Findings)> {
    let source = library
        .source(&header.id)
        .filter(|source| wanted(&source.name))?;
    let mut findings = Findings::default();
    let loaded = load_priced(source, &header.id.pack, &library.prices(&header.id.pack));
    findings.problems = loaded.problems;
    let Some(scenario) = loaded.value else {
        return Some((false, findings));
    };
    let glossary = library.glossary(&header.id.pack);
    let mut steps = Vec::new();
    for step in &scenario.steps {
        let mut graders = Vec::new();
        for register in step.registers() {
            match Grader::new(step, glossary, register) {
                Ok(grader) => graders.push((register, grader)),
                Err(problems) => findings.problems.extend(
                    problems
                        .iter()
                        .map(|problem| pattern_problem(source, problem)),
                ),
            }
        }
        steps.push(Checked {
            step,
            graders,
            glossary,
            exploration: match &step.task {
                Task::Incident(incident) => Some(Exploration::of(incident, &[])),
                _ => None,
            },
        });
    }
    let readable = steps.iter().all(|step| !step.graders.is_empty());
    if readable {
        let subject = Subject {
            scenario: &scenario,
            source,
            library,
            neighbours,
            steps,
        };
        for rule in RULES {
            findings.rule = rule.name;
            (rule.run)(&subject, &mut findings);
        }
    }
    Some((readable, findings))
}
