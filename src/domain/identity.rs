//! The names by which scenarios, steps and criteria are known, whatever happens to their texts.

use std::fmt;

/// A scenario's name together with its pack, such as `builtin/conntrack-table-full`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ScenarioId {
    /// The pack; `builtin` for the scenarios inside the program.
    pub pack: String,
    /// The `id:` of the scenario file.
    pub scenario: String,
}

impl ScenarioId {
    /// Names `scenario` of `pack`.
    pub fn new(pack: impl Into<String>, scenario: impl Into<String>) -> Self {
        Self {
            pack: pack.into(),
            scenario: scenario.into(),
        }
    }

    /// Reads `pack/scenario`; `None` without exactly one slash between two names.
    pub fn parse(text: &str) -> Option<Self> {
        let (pack, scenario) = text.split_once('/')?;
        (!pack.is_empty() && !scenario.is_empty() && !scenario.contains('/'))
            .then(|| Self::new(pack, scenario))
    }
}

impl fmt::Display for ScenarioId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}/{}", self.pack, self.scenario)
    }
}

/// Declares a name that is a string of its own kind.
macro_rules! name {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// The name as written.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl<T: Into<String>> From<T> for $name {
            fn from(text: T) -> Self {
                Self(text.into())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(&self.0)
            }
        }
    };
}

name! {
    /// The `id:` of a step, unique in its scenario.
    StepId
}

name! {
    /// The `id:` of a criterion, finding or red flag, unique in its step.
    CriterionId
}

#[cfg(test)]
mod tests {
    use super::ScenarioId;

    #[test]
    fn a_scenario_id_reads_back_as_it_is_written() {
        let id = ScenarioId::new("builtin", "blob-writer-retry");
        assert_eq!(ScenarioId::parse(&id.to_string()), Some(id));
    }

    #[test]
    fn a_scenario_id_needs_a_pack_and_a_name() {
        for text in ["", "builtin", "/x", "x/", "a/b/c"] {
            assert_eq!(ScenarioId::parse(text), None, "{text}");
        }
    }
}
