//! Register: how long a clause and a sentence may be.

use super::{
    rule::Found,
    token::{Token, TokenKind},
};
use crate::domain::Register;

/// The most words that a clause, and a sentence, hold in a register.
struct Longest {
    register: Register,
    clause: usize,
    sentence: usize,
    why: [&'static str; 2],
}

const LONGEST: [Longest; 5] = [
    Longest {
        register: Register::IncidentCall,
        clause: 15,
        sentence: 26,
        why: [
            "on a call at most 15 words between pauses; cut it in two",
            "事故电话里每个分句不超过 15 个词；拆成两句",
        ],
    },
    Longest {
        register: Register::Meeting,
        clause: 32,
        sentence: 50,
        why: [
            "too long to follow by ear; make it two sentences",
            "听起来太长；拆成两句",
        ],
    },
    Longest {
        register: Register::Technical,
        clause: 38,
        sentence: 65,
        why: [
            "the reader loses the thread; make it two sentences",
            "太长，读者会跟不上；拆成两句",
        ],
    },
    Longest {
        register: Register::PullRequest,
        clause: 38,
        sentence: 60,
        why: [
            "one comment, one thought; make it two sentences",
            "一条评论一个意思；拆成两句",
        ],
    },
    Longest {
        register: Register::Stakeholder,
        clause: 26,
        sentence: 40,
        why: [
            "readers in a hurry need short sentences; make it two",
            "对外更新要短句；拆成两句",
        ],
    },
];

/// Words before which a listener hears a new clause.
const OPENERS: [&str; 16] = [
    "but",
    "however",
    "because",
    "although",
    "though",
    "while",
    "whereas",
    "so",
    "since",
    "yet",
    "which",
    "therefore",
    "when",
    "if",
    "until",
    "after",
];

/// Clauses and sentences that are too long for `register`, and longer than those of `models`.
pub fn long_clauses(tokens: &[Token], register: Register, models: &[Vec<Token>]) -> Vec<Found> {
    let Some(longest) = LONGEST.iter().find(|it| it.register == register) else {
        return vec![];
    };
    let modelled = || {
        models
            .iter()
            .flat_map(|model| model.split(Token::ends_sentence))
    };
    let most_in_clause = modelled()
        .flat_map(clauses)
        .map(words)
        .fold(longest.clause, usize::max);
    let most_in_sentence = modelled().map(words).fold(longest.sentence, usize::max);
    tokens
        .split(Token::ends_sentence)
        .filter_map(|sentence| {
            let too_long = clauses(sentence)
                .into_iter()
                .find(|clause| words(clause) > most_in_clause)
                .or_else(|| (words(sentence) > most_in_sentence).then_some(sentence))?;
            Found::in_tokens("long-clause", too_long, None, longest.why, 15)
        })
        .collect()
}

/// The clauses of a sentence, as far as they can be heard.
fn clauses(sentence: &[Token]) -> Vec<&[Token]> {
    let mut clauses = vec![];
    for part in sentence.split(Token::is_break) {
        let mut start = 0;
        for (place, token) in part.iter().enumerate() {
            let opens = token.is_word() && OPENERS.contains(&token.text.as_str());
            // “For a while” opens nothing.
            if place > start && opens && !part[place - 1].is("a") {
                clauses.push(&part[start..place]);
                start = place;
            }
        }
        clauses.push(&part[start..]);
    }
    clauses
}

/// Words as a listener counts them: the halves of a contraction are one.
fn words(tokens: &[Token]) -> usize {
    let mut end = usize::MAX;
    let mut count = 0;
    for token in tokens {
        let counts = matches!(
            token.kind,
            TokenKind::Word | TokenKind::Number | TokenKind::Opaque
        );
        if counts && token.start != end {
            count += 1;
        }
        end = token.end;
    }
    count
}
