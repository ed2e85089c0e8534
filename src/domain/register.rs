//! The room an English sentence is said in.

/// How formal, how long and how hedged a sentence should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Register {
    /// An incident call: short, imperative, next update named.
    IncidentCall,
    /// A meeting: full sentences, softened requests.
    Meeting,
    /// A deep technical discussion: mechanism and terms of art.
    Technical,
    /// A comment on a pull request: about code, with reasons, asking.
    PullRequest,
    /// An update for people outside the team: impact first, no host names.
    Stakeholder,
}

impl Register {
    /// Every register, in the order the documentation lists them.
    pub const ALL: [Self; 5] = [
        Self::IncidentCall,
        Self::Meeting,
        Self::Technical,
        Self::PullRequest,
        Self::Stakeholder,
    ];

    /// The name in scenario files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::IncidentCall => "incident-call",
            Self::Meeting => "meeting",
            Self::Technical => "technical",
            Self::PullRequest => "pull-request",
            Self::Stakeholder => "stakeholder",
        }
    }

    /// Reads the name in scenario files.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|register| register.name() == name)
    }
}
