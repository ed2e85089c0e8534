//! Groups of words that never differ in meaning.

use std::collections::HashMap;

use super::{normalise::fold, stem::stem};

/// Groups of words that stand for one another in every pattern.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Glossary {
    groups: Vec<Vec<String>>,
    /// The stems of a member to the groups it is in.
    members: HashMap<String, Vec<usize>>,
    longest: usize,
}

impl Glossary {
    /// A glossary of these groups; a member may have several words.
    pub fn new(groups: Vec<Vec<String>>) -> Self {
        let mut members: HashMap<String, Vec<usize>> = HashMap::new();
        let mut longest = 0;
        let groups: Vec<Vec<String>> = groups
            .into_iter()
            .map(|group| group.iter().map(|member| fold(member)).collect())
            .collect();
        for (number, group) in groups.iter().enumerate() {
            for member in group {
                longest = longest.max(member.split_whitespace().count());
                members.entry(key(member)).or_default().push(number);
            }
        }
        Self {
            groups,
            members,
            longest,
        }
    }

    /// This glossary together with another.
    #[must_use]
    pub fn merged(&self, other: &Self) -> Self {
        Self::new(self.groups.iter().chain(&other.groups).cloned().collect())
    }

    /// The groups, folded, in the order given.
    pub fn groups(&self) -> &[Vec<String>] {
        &self.groups
    }

    /// How many words the longest member has.
    pub(super) fn longest(&self) -> usize {
        self.longest
    }

    /// The other members of every group that holds `words`; `None` if there is none.
    pub(super) fn others(&self, words: &str) -> Option<Vec<&str>> {
        let key = key(words);
        let groups = self.members.get(&key)?;
        let mut others: Vec<&str> = Vec::new();
        for member in groups.iter().flat_map(|group| &self.groups[*group]) {
            if self::key(member) != key && !others.contains(&member.as_str()) {
                others.push(member);
            }
        }
        Some(others)
    }
}

/// The stems of the words of a member.
fn key(words: &str) -> String {
    words
        .split_whitespace()
        .map(stem)
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::Glossary;

    #[test]
    fn a_member_in_any_form_leads_to_the_others() {
        let glossary = Glossary::new(vec![vec!["userns".into(), "user namespace".into()]]);
        assert_eq!(glossary.others("user namespaces"), Some(vec!["userns"]));
        assert_eq!(glossary.others("userns"), Some(vec!["user namespace"]));
        assert_eq!(glossary.others("user"), None);
    }

    #[test]
    fn glossaries_unite() {
        let one = Glossary::new(vec![vec!["db".into(), "database".into()]]);
        let two = Glossary::new(vec![vec!["k8s".into(), "kubernetes".into()]]);
        let both = one.merged(&two);
        assert_eq!(both.others("databases"), Some(vec!["db"]));
        assert_eq!(both.others("k8s"), Some(vec!["kubernetes"]));
    }
}
