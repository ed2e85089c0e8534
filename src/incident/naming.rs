//! Who or what is meant by the name that somebody types: a person, a runbook, an action in words.

use crate::domain::{Incident, Person};

/// The person called `name`, with that role, or else who has an answer to `question`.
pub fn person(incident: &Incident, name: &str, question: &str) -> Option<usize> {
    let wanted = name.to_lowercase();
    let named = incident.people.iter().position(|it| {
        it.id == wanted || (wanted.len() > 2 && it.role.en.to_lowercase().contains(&wanted))
    });
    named.or_else(|| who_knows(incident, &format!("{wanted} {question}")))
}

/// Who has an answer, where a question is put to a team or a role that nobody here has.
fn who_knows(incident: &Incident, question: &str) -> Option<usize> {
    let words: Vec<&str> = question.split(|c: char| !c.is_alphanumeric()).collect();
    let known = |person: &Person| {
        let about = person.says.iter().flat_map(|says| &says.about);
        let is_said = |word: &&String| words.iter().any(|it| word.eq_ignore_ascii_case(it));
        about.filter(is_said).count()
    };
    let people = incident.people.iter().enumerate();
    people
        .map(|(at, person)| (known(person), at))
        .filter(|(count, _)| *count > 0)
        .max_by_key(|(count, at)| (*count, std::cmp::Reverse(*at)))
        .map(|(_, at)| at)
}

/// The runbook called `name`, or with that in its title.
pub fn runbook(incident: &Incident, name: &str) -> Option<usize> {
    let wanted = name.to_lowercase();
    incident.runbooks.iter().position(|it| {
        it.id == wanted || (wanted.len() > 2 && it.title.en.to_lowercase().contains(&wanted))
    })
}

/// The one action of whose id every part is said in `text`.
pub fn action(incident: &Incident, text: &str) -> Option<usize> {
    let text = text.to_lowercase();
    let said: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).collect();
    let mut named = incident
        .actions
        .iter()
        .enumerate()
        .filter(|(_, action)| action.id.split('-').all(|part| said.contains(&part)));
    match (named.next(), named.next()) {
        (Some((at, _)), None) => Some(at),
        _ => None,
    }
}
