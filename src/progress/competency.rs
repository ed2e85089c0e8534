//! The competencies that scenarios name, and the five groups in which they are shown.

/// One of the five groups in which competencies are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CompetencyGroup {
    /// Hypotheses, evidence, observability, systems, networking.
    Diagnose,
    /// Mitigation, incident command.
    Command,
    /// Error semantics, correctness, change safety, code design.
    Build,
    /// Capacity and cost.
    Economics,
    /// Clarity, hedging, register.
    Communicate,
}

/// Every competency: its name in scenario files, what it is, its group.
const COMPETENCIES: [(&str, &str, CompetencyGroup); 14] = [
    ("hypotheses", "hypotheses", CompetencyGroup::Diagnose),
    ("evidence", "evidence and tools", CompetencyGroup::Diagnose),
    ("observability", "observability", CompetencyGroup::Diagnose),
    ("linux", "Linux and containers", CompetencyGroup::Diagnose),
    ("networking", "networking", CompetencyGroup::Diagnose),
    ("mitigation", "mitigation first", CompetencyGroup::Command),
    ("resilience", "failure semantics", CompetencyGroup::Build),
    (
        "consistency",
        "distributed correctness",
        CompetencyGroup::Build,
    ),
    ("data", "data stores and streaming", CompetencyGroup::Build),
    ("change", "change safety", CompetencyGroup::Build),
    ("interfaces", "API and code design", CompetencyGroup::Build),
    ("capacity", "capacity", CompetencyGroup::Economics),
    ("cost", "cost", CompetencyGroup::Economics),
    (
        "communication",
        "clarity, hedging, register",
        CompetencyGroup::Communicate,
    ),
];

/// What the first, second and third competency of a scenario count.
const WEIGHTS: [f64; 3] = [0.5, 0.3, 0.2];

impl CompetencyGroup {
    /// Every group, in the order in which they are shown.
    pub const ALL: [Self; 5] = [
        Self::Diagnose,
        Self::Command,
        Self::Build,
        Self::Economics,
        Self::Communicate,
    ];

    /// The name for people.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Diagnose => "Diagnose",
            Self::Command => "Command",
            Self::Build => "Build",
            Self::Economics => "Economics",
            Self::Communicate => "Communicate",
        }
    }

    /// The group of a competency by its name in scenario files.
    pub fn of(competency: &str) -> Option<Self> {
        COMPETENCIES
            .into_iter()
            .find(|(name, ..)| *name == competency)
            .map(|(.., group)| group)
    }
}

/// What a competency is, for people; its name where it is not one of the fourteen.
pub fn competency_label(competency: &str) -> &str {
    COMPETENCIES
        .into_iter()
        .find(|(name, ..)| *name == competency)
        .map_or(competency, |(_, label, _)| label)
}

/// The competencies of a scenario with what each counts; the fourth and later ones do not.
pub fn weighted(competencies: &[String]) -> impl Iterator<Item = (&str, f64)> {
    competencies.iter().map(String::as_str).zip(WEIGHTS)
}

#[cfg(test)]
mod tests {
    use super::{COMPETENCIES, CompetencyGroup, competency_label};

    #[test]
    fn every_group_has_a_competency_and_every_competency_its_own_group() {
        for group in CompetencyGroup::ALL {
            assert!(
                COMPETENCIES.iter().any(|(.., of)| *of == group),
                "{group:?}"
            );
        }
        for (name, label, group) in COMPETENCIES {
            assert_eq!(CompetencyGroup::of(name), Some(group));
            assert_eq!(competency_label(name), label);
        }
        assert_eq!(CompetencyGroup::of("knitting"), None);
    }
}
