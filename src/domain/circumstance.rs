//! Under which circumstances something in an incident holds: `mitigated`, `logs and not rolled-back`.

use std::fmt;

/// Facts of which one group must hold as a whole; at least one group of at least one fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Circumstance {
    /// Groups joined by `or`; the facts of a group are joined by `and`.
    pub groups: Vec<Vec<Fact>>,
}

/// A state that is in force, an action that took effect, or evidence that was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// The name of the state, action, evidence, person or runbook.
    pub name: String,
    /// Whether the opposite is meant.
    pub is_negated: bool,
}

impl Circumstance {
    /// Reads names joined by `and` and `or`, each with `not` before it where the opposite is meant.
    ///
    /// `None` where a name is missing or a word is left over.
    pub fn parse(text: &str) -> Option<Self> {
        let mut groups = vec![Vec::new()];
        let mut is_negated = false;
        let mut wants_name = true;
        for word in text.split_whitespace() {
            match (word, wants_name) {
                ("not", true) if !is_negated => is_negated = true,
                ("and" | "or", false) => {
                    wants_name = true;
                    if word == "or" {
                        groups.push(Vec::new());
                    }
                }
                ("not" | "and" | "or", _) | (_, false) => return None,
                (name, true) => {
                    let name = name.to_owned();
                    groups.last_mut()?.push(Fact { name, is_negated });
                    is_negated = false;
                    wants_name = false;
                }
            }
        }
        (!wants_name).then_some(Self { groups })
    }

    /// Whether it holds where `is_so` says of each name whether it is so.
    pub fn holds(&self, is_so: impl Fn(&str) -> bool) -> bool {
        self.groups.iter().any(|group| {
            group
                .iter()
                .all(|fact| is_so(&fact.name) != fact.is_negated)
        })
    }

    /// Every name in it.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.groups.iter().flatten().map(|fact| fact.name.as_str())
    }
}

impl fmt::Display for Circumstance {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, group) in self.groups.iter().enumerate() {
            if index > 0 {
                write!(formatter, " or ")?;
            }
            for (index, fact) in group.iter().enumerate() {
                let join = if index > 0 { " and " } else { "" };
                let not = if fact.is_negated { "not " } else { "" };
                write!(formatter, "{join}{not}{}", fact.name)?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Circumstance;

    #[track_caller]
    fn case(text: &str, so: &[&str], expected: Option<bool>) {
        let holds = Circumstance::parse(text).map(|it| it.holds(|name| so.contains(&name)));
        assert_eq!(holds, expected, "{text} with {so:?}");
    }

    #[test]
    fn a_name_holds_where_it_is_so() {
        case("mitigated", &["mitigated"], Some(true));
        case("mitigated", &["degraded"], Some(false));
        case("not mitigated", &["degraded"], Some(true));
    }

    #[test]
    fn and_binds_closer_than_or() {
        case("a and b or c", &["c"], Some(true));
        case("a and b or c", &["a"], Some(false));
        case("a and not b", &["a", "b"], Some(false));
    }

    #[test]
    fn words_that_are_no_circumstance_are_refused() {
        for text in ["", "and", "a b", "not", "a or", "not not a"] {
            case(text, &["a"], None);
        }
    }

    #[test]
    fn a_circumstance_reads_back_as_it_is_written() {
        let text = "a and not b or c";
        assert_eq!(Circumstance::parse(text).unwrap().to_string(), text);
    }
}
