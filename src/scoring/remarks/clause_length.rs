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

/// Clauses and sentences that are too long for `register`.
pub fn long_clauses(tokens: &[Token], register: Register) -> Vec<Found> {
    let Some(longest) = LONGEST.iter().find(|it| it.register == register) else {
        return vec![];
    };
    tokens
        .split(Token::ends_sentence)
        .filter_map(|sentence| {
            let too_long = sentence
                .split(Token::is_break)
                .find(|clause| words(clause) > longest.clause)
                .or_else(|| (words(sentence) > longest.sentence).then_some(sentence))?;
            Found::in_tokens("long-clause", too_long, None, longest.why, 15)
        })
        .collect()
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
