//! Form: two links for one pair of clauses, *because … so* and *although … but*.

use super::{
    rule::Found,
    token::{Token, TokenKind},
};

const PAIRS: [(&str, &[&str], &str, [&str; 2]); 2] = [
    (
        "because-so",
        &["because"],
        "so",
        [
            "English links the two clauses once: keep “because” or “so”",
            "because 和 so 只用一个",
        ],
    ),
    (
        "although-but",
        &["although", "though"],
        "but",
        [
            "English links the two clauses once: keep “although” or “but”",
            "although 和 but 只用一个",
        ],
    ),
];

/// Words after which *so* or *but* does not begin a second main clause.
const NOT_A_CLAUSE: [&str; 14] = [
    "that", "far", "much", "many", "long", "did", "do", "does", "is", "are", "was", "not", "only",
    "what",
];

/// Sentences that begin with one link and have the other one right after their first comma.
pub fn linking(tokens: &[Token]) -> Vec<Found> {
    tokens
        .split(Token::ends_sentence)
        .filter_map(|sentence| {
            let head = match sentence.first()? {
                first if first.is("even") => sentence.get(1)?,
                first => first,
            };
            let (rule, _, second, why) = PAIRS
                .iter()
                .find(|(_, first, ..)| first.iter().any(|word| head.is(word)))?;
            let pause = sentence.iter().position(Token::is_break)?;
            if sentence[pause].kind != TokenKind::Comma || pause < 3 {
                return None;
            }
            let link = sentence.get(pause + 1).filter(|token| token.is(second))?;
            let next = sentence.get(pause + 2)?;
            if NOT_A_CLAUSE.contains(&next.text.as_str()) {
                return None;
            }
            Found::in_tokens(rule, std::slice::from_ref(link), None, *why, 0)
        })
        .collect()
}
