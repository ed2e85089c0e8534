//! What can be gone into from the start of the linear mode.

use crate::{
    domain::ScenarioId,
    tui::{desk::Desk, phrases::Phrase, search::Search},
};

/// How many scenarios a list shows.
const MOST: usize = 15;

/// A numbered list, the words before it, and what each number leads to.
#[derive(Debug, Default)]
pub struct Choices {
    /// The list as it is printed.
    pub text: String,
    /// Where each row leads.
    pub rows: Vec<ScenarioId>,
}

impl Choices {
    /// What was left, what is due, and the scenarios.
    pub fn of_today(desk: &Desk) -> Self {
        let mut choices = Self::default();
        let overview = &desk.overview;
        for left in &overview.resumable {
            let about = format!(
                "{}: {}, {}",
                desk.say(Phrase::Continue),
                left.title,
                left.step
            );
            choices.push(&about, &left.scenario);
        }
        for due in &overview.due {
            let minutes = desk.fill(Phrase::Minutes, &[&due.minutes.to_string()]);
            let about = format!(
                "{}: {}, {}, {minutes}",
                desk.say(Phrase::Due),
                due.title,
                due.step
            );
            choices.push(&about, &due.scenario);
        }
        choices.scenarios(desk, desk.library.headers().iter().map(|header| &header.id));
        choices
    }

    /// The scenarios that `words` find.
    pub fn found(words: &str, desk: &Desk) -> Self {
        let headers = desk.library.headers();
        let found = Search::of(desk).find(words);
        let mut choices = Self::default();
        choices.scenarios(desk, found.iter().map(|found| &headers[found.index].id));
        choices
    }

    fn scenarios<'a>(&mut self, desk: &Desk, ids: impl ExactSizeIterator<Item = &'a ScenarioId>) {
        let count = ids.len();
        if count > MOST {
            let many = desk.fill(Phrase::PlainManyFound, &[&count.to_string()]);
            self.text = format!("{}{many}\n", self.text);
        }
        for id in ids.take(MOST) {
            let headers = desk.library.headers();
            let Some(header) = headers.iter().find(|header| header.id == *id) else {
                continue;
            };
            let title = header.title.in_language(desk.language.is_chinese());
            let about = format!(
                "{title}, {}, {}",
                desk.kind(header.kind),
                desk.difficulty(header.difficulty)
            );
            self.push(&about, id);
        }
    }

    fn push(&mut self, about: &str, scenario: &ScenarioId) {
        self.rows.push(scenario.clone());
        let row = format!("{:>3}  {about}\n", self.rows.len());
        self.text.push_str(&row);
    }
}
