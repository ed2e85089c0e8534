//! The competencies that scenarios name, and the five groups in which they are shown.

use crate::domain::Text;

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

/// Every competency: its name in scenario files, what it is in English and in Chinese, its group.
const COMPETENCIES: [(&str, &str, &str, CompetencyGroup); 14] = [
    (
        "hypotheses",
        "hypotheses",
        "假设",
        CompetencyGroup::Diagnose,
    ),
    (
        "evidence",
        "evidence and tools",
        "证据与工具",
        CompetencyGroup::Diagnose,
    ),
    (
        "observability",
        "observability",
        "可观测性",
        CompetencyGroup::Diagnose,
    ),
    (
        "linux",
        "Linux and containers",
        "Linux 与容器",
        CompetencyGroup::Diagnose,
    ),
    (
        "networking",
        "networking",
        "网络",
        CompetencyGroup::Diagnose,
    ),
    (
        "mitigation",
        "mitigation first",
        "先止损",
        CompetencyGroup::Command,
    ),
    (
        "resilience",
        "failure semantics",
        "失败语义",
        CompetencyGroup::Build,
    ),
    (
        "consistency",
        "distributed correctness",
        "分布式正确性",
        CompetencyGroup::Build,
    ),
    (
        "data",
        "data stores and streaming",
        "数据存储与流",
        CompetencyGroup::Build,
    ),
    (
        "change",
        "change safety",
        "变更安全",
        CompetencyGroup::Build,
    ),
    (
        "interfaces",
        "API and code design",
        "API 与代码设计",
        CompetencyGroup::Build,
    ),
    ("capacity", "capacity", "容量", CompetencyGroup::Economics),
    ("cost", "cost", "成本", CompetencyGroup::Economics),
    (
        "communication",
        "clarity, hedging, register",
        "清晰、留余地、语域",
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
pub fn competency_label(competency: &str) -> Text {
    let mut known = COMPETENCIES.into_iter();
    let found = known.find(|(name, ..)| *name == competency);
    found.map_or_else(
        || Text::english(competency),
        |(_, en, zh, _)| Text {
            en: en.to_owned(),
            zh: Some(zh.to_owned()),
        },
    )
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
        for (name, label, zh, group) in COMPETENCIES {
            assert_eq!(CompetencyGroup::of(name), Some(group));
            assert_eq!(competency_label(name).in_language(false), label);
            assert_eq!(competency_label(name).in_language(true), zh);
        }
        assert_eq!(CompetencyGroup::of("knitting"), None);
    }
}
