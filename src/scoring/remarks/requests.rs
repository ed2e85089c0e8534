//! Register: how a review asks for something.

use super::{
    lexicon::belongs,
    rule::Found,
    token::{Token, TokenKind},
};

const ORDERS: [&str; 26] = [
    "add", "remove", "rename", "use", "change", "fix", "move", "delete", "replace", "make",
    "write", "put", "check", "handle", "wrap", "return", "log", "test", "split", "revert", "set",
    "close", "modify", "update", "refactor", "avoid",
];

/// What follows an order; after these words the first word is no noun.
const OBJECTS: [&str; 27] = [
    "a",
    "an",
    "the",
    "this",
    "that",
    "it",
    "these",
    "those",
    "your",
    "all",
    "both",
    "here",
    "each",
    "one",
    "jitter",
    "backoff",
    "tests",
    "them",
    "some",
    "retries",
    "exponential",
    "comments",
    "docs",
    "error",
    "errors",
    "proper",
    "unit",
];

const LABELS: [&str; 16] = [
    "nit",
    "optional",
    "fyi",
    "minor",
    "suggestion",
    "blocking",
    "blocker",
    "major",
    "question",
    "style",
    "issue",
    "todo",
    "praise",
    "must",
    "critical",
    "high",
];

const REASONS: [&str; 26] = [
    "because",
    "since",
    "so",
    "otherwise",
    "as",
    "if",
    "when",
    "avoid",
    "risk",
    "without",
    "will",
    "would",
    "could",
    "else",
    "once",
    "until",
    "while",
    "unless",
    "which",
    "means",
    "causes",
    "leaks",
    "loses",
    "never",
    "cannot",
    "after",
];

const SOFTENERS: [&str; 14] = [
    "please",
    "could",
    "can",
    "would",
    "should",
    "maybe",
    "perhaps",
    "consider",
    "suggest",
    "let's",
    "might",
    "may",
    "recommend",
    "prefer",
];

const ORDER_WHY: [&str; 2] = [
    "a bare order; ask (“could we …?”, “please …”) and give the reason",
    "像命令；用 could we … / please …，并说明理由",
];

const NIT_WHY: [&str; 2] = [
    "label what is a matter of taste (“nit:”), so that the author knows what blocks the merge",
    "不影响合并的小问题加 nit: 标签",
];

const REASON_WHY: [&str; 2] = [
    "a request needs its reason: what goes wrong without it?",
    "提要求要说理由：不改会怎样？",
];

/// Orders without a *please* or a reason, requests without any reason, matters of taste without a label.
///
/// The reason of a request stands in its own paragraph of `answer`: each comment of a review is one.
pub fn requests(answer: &str, tokens: &[Token]) -> Vec<Found> {
    let sentences: Vec<_> = tokens
        .split_inclusive(Token::ends_sentence)
        .filter(|sentence| sentence.iter().any(Token::is_word))
        .collect();
    let mut all = vec![];
    for paragraph in sentences.chunk_by(|one, next| !are_apart(answer, one, next)) {
        let of_it = || paragraph.iter().copied();
        let mut found: Vec<_> = of_it().filter_map(order).collect();
        found.extend(of_it().filter_map(nit));
        if found.is_empty() && !of_it().any(has_reason) {
            found.extend(of_it().find_map(unreasoned));
        }
        all.extend(found);
    }
    all
}

/// Whether an empty line lies between two sentences.
fn are_apart(answer: &str, one: &[Token], next: &[Token]) -> bool {
    let word = |sentence: &[Token]| sentence.iter().rfind(|it| it.is_word()).map(|it| it.end);
    let from = word(one).unwrap_or_default();
    let to = next.first().map_or(from, |it| it.start.max(from));
    let between = answer.get(from..to).unwrap_or_default();
    let lines: Vec<&str> = between.split('\n').collect();
    let whole = lines.get(1..lines.len() - 1).unwrap_or_default();
    whole.iter().any(|line| line.trim().is_empty())
}

fn holds(sentence: &[Token], words: &[&str]) -> bool {
    sentence
        .iter()
        .any(|token| token.is_word() && words.contains(&token.text.as_str()))
}

fn is_labelled(sentence: &[Token]) -> bool {
    sentence
        .iter()
        .take(6)
        .any(|token| token.is_word() && LABELS.contains(&token.text.as_str()))
}

/// A reason is a word that gives one, or a clause after a colon, a dash or a comma that says more.
fn has_reason(sentence: &[Token]) -> bool {
    let is_question = sentence.last().is_some_and(|stop| stop.text == "?");
    let words: Vec<_> = REASONS
        .into_iter()
        // In a question “could” and “would” only ask.
        .filter(|word| !(is_question && ["could", "would", "will", "can"].contains(word)))
        .collect();
    holds(sentence, &words)
        || sentence
            .iter()
            .any(|token| token.kind == TokenKind::Clause && token.text != "'")
        || sentence
            .windows(2)
            .any(|pair| pair[0].is("not") || (pair[0].is("to") && belongs(&pair[1], "@verb")))
}

fn order(sentence: &[Token]) -> Option<Found> {
    let [first, second, ..] = sentence else {
        return None;
    };
    let orders = first.is_word()
        && ORDERS.contains(&first.text.as_str())
        && (second.kind == TokenKind::Opaque
            || (second.is_word() && OBJECTS.contains(&second.text.as_str())));
    if !orders || holds(sentence, &SOFTENERS) || has_reason(sentence) {
        return None;
    }
    let words = sentence.split(Token::ends_sentence).next()?;
    Found::in_tokens("bare-order", words, None, ORDER_WHY, 20)
}

fn nit(sentence: &[Token]) -> Option<Found> {
    const FAULTY: [&str; 8] = [
        "fix",
        "wrong",
        "odd",
        "inconsistent",
        "trailing",
        "extra",
        "missing",
        "bad",
    ];
    const TASTE: [&str; 7] = [
        "whitespace",
        "indentation",
        "spelling",
        "wording",
        "formatting",
        "newline",
        "typo",
    ];
    const MATTERS: [&str; 10] = [
        "break", "breaks", "fail", "fails", "alert", "bug", "never", "yaml", "silently", "because",
    ];
    let taste = sentence.iter().enumerate().find(|(at, token)| {
        let before = at.checked_sub(1).and_then(|before| sentence.get(before));
        let is_fault = before.is_some_and(|before| FAULTY.iter().any(|word| before.is(word)));
        token.is("typo") || (is_fault && token.is_word() && TASTE.contains(&token.text.as_str()))
    })?;
    let modest = ["nit", "minor", "optional", "small", "tiny", "trivial"];
    if is_labelled(sentence) || holds(sentence, &MATTERS) || holds(sentence, &modest) {
        return None;
    }
    Found::in_tokens("nit-label", std::slice::from_ref(taste.1), None, NIT_WHY, 5)
}

fn unreasoned(sentence: &[Token]) -> Option<Found> {
    let is_order = |token: Option<&Token>| {
        token.is_some_and(|token| ORDERS.iter().any(|order| token.is(order)))
    };
    let asks = sentence.windows(2).enumerate().any(|(at, pair)| {
        let pleads = at < 2 && pair[0].is("please") && is_order(sentence.get(at + 1));
        let asks = ["could", "can", "would"]
            .iter()
            .any(|word| pair[0].is(word));
        let whom = pair[1].is("you") || pair[1].is("we");
        pleads || (asks && whom && is_order(sentence.get(at + 2)))
    });
    if !asks || is_labelled(sentence) {
        return None;
    }
    let words = sentence.split(Token::ends_sentence).next()?;
    Found::in_tokens("no-reason", words, None, REASON_WHY, 15)
}

#[cfg(test)]
mod tests {
    use super::{super::reading::read, requests};

    #[track_caller]
    fn case(answer: &str, expected: &[&str]) {
        let found = requests(answer, &read(answer));
        let rules: Vec<_> = found.iter().map(|found| found.rule).collect();
        assert_eq!(rules, expected, "{answer}");
    }

    #[test]
    fn every_request_has_its_reason_in_its_own_comment() {
        case("Could we add a test?", &["no-reason"]);
        case("Could we add a test? It fails without one.", &[]);
        case(
            "Could we add a test? It fails without one.\n\nPlease remove the sleep.",
            &["no-reason"],
        );
        case(
            "Could we add a test?\nIt fails without one. Please remove the sleep.",
            &[],
        );
        case("Thanks!\n\nnit: please rename this.", &[]);
    }
}
