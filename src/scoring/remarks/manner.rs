//! Register: every rule about the room, tried on an answer.

use std::sync::LazyLock;

use super::{
    clause_length::long_clauses,
    closing::open_end,
    doubt::doubts,
    finder::Finder,
    hosts::{acronyms, hosts},
    promise::promises,
    reading::read,
    requests::requests,
    rule::Found,
    token::Token,
    tone::TONE,
};
use crate::domain::Register;

static WORDS: LazyLock<Finder> = LazyLock::new(|| Finder::new(&[TONE]));

/// The rules of one register.
#[derive(Clone, Debug)]
pub struct Manner {
    register: Register,
    models: Vec<Vec<Token>>,
}

impl Manner {
    /// The rules of `register`, for a step with these model answers.
    pub fn new<'a>(register: Register, models: impl IntoIterator<Item = &'a str>) -> Self {
        Self {
            register,
            models: models.into_iter().map(read).collect(),
        }
    }

    /// What does not suit the register, in no order.
    pub fn find(&self, answer: &str, tokens: &[Token]) -> Vec<Found> {
        let mut found = WORDS.find(answer, tokens, Some(self.register));
        found.extend(long_clauses(tokens, self.register, &self.models));
        found.extend(doubts(answer, tokens, &self.models));
        match self.register {
            Register::IncidentCall => found.extend(open_end(tokens, &self.models)),
            Register::PullRequest => found.extend(requests(answer, tokens)),
            Register::Stakeholder => {
                found.extend(promises(tokens));
                found.extend(hosts(answer, tokens));
                found.extend(acronyms(answer, tokens));
            }
            Register::Meeting | Register::Technical => {}
        }
        found
    }
}
