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
    setting::Setting,
    token::Token,
    tone::TONE,
};
use crate::domain::Register;

static WORDS: LazyLock<Finder> = LazyLock::new(|| Finder::new(&[TONE]));

/// What does not suit the register of `setting`, in no order; nothing where it has none.
pub fn manner(answer: &str, tokens: &[Token], setting: &Setting) -> Vec<Found> {
    let Some(register) = setting.register else {
        return vec![];
    };
    let models: Vec<_> = setting.models.iter().map(|model| read(model)).collect();
    let mut found = WORDS.find(answer, tokens, Some(register));
    found.extend(long_clauses(tokens, register));
    found.extend(doubts(answer, tokens, &models));
    match register {
        Register::IncidentCall => found.extend(open_end(tokens, &models)),
        Register::PullRequest => found.extend(requests(tokens)),
        Register::Stakeholder => {
            found.extend(promises(tokens));
            found.extend(hosts(answer, tokens));
            found.extend(acronyms(answer, tokens));
        }
        Register::Meeting | Register::Technical => {}
    }
    found
}
