//! The right words in no order that says anything.

use super::{
    super::document::Document,
    profile::{Profile, share},
};

/// Fewest words by which order can be judged.
const FEWEST: usize = 12;

/// Pairs of neighbours that ask and models must have before a lack of them says anything.
const MANY: usize = 60;

/// Words from which less is needed to call an answer shuffled.
const LONG: usize = 24;

/// What a function word can and cannot stand before.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Article,
    Preposition,
    Auxiliary,
    Modal,
    Pronoun,
    Conjunction,
    Other,
}

fn class(word: &str) -> Class {
    match word {
        "a" | "an" | "the" | "our" | "your" | "their" | "its" | "my" | "every" => Class::Article,
        "of" | "in" | "on" | "at" | "by" | "from" | "with" | "for" | "into" | "onto" | "to"
        | "than" => Class::Preposition,
        "is" | "are" | "was" | "were" | "has" | "have" | "had" | "does" | "did" | "do" | "been"
        | "be" | "am" => Class::Auxiliary,
        "can" | "could" | "will" | "would" | "should" | "must" | "may" | "might" => Class::Modal,
        "we" | "i" | "they" | "he" | "she" | "you" | "it" => Class::Pronoun,
        "and" | "or" | "but" | "because" | "if" | "when" | "so" => Class::Conjunction,
        _ => Class::Other,
    }
}

/// Whether `next` may not follow `word` in English.
fn clashes(word: &str, next: &str) -> bool {
    use Class::{Article, Auxiliary, Conjunction, Modal, Preposition, Pronoun};
    let following = class(next);
    match class(word) {
        // many write "its" for "it's"
        Article => {
            matches!(
                following,
                Article | Preposition | Auxiliary | Modal | Pronoun | Conjunction
            ) && !(word == "its" && following == Article)
        }
        Preposition => {
            matches!(following, Modal | Conjunction) && next != "when"
                || following == Auxiliary && !(word == "to" && matches!(next, "be" | "have" | "do"))
                || following == Preposition
                    && !matches!(
                        (word, next),
                        ("from", "in" | "on")
                            | (_, "to")
                            | ("to", "on")
                            | ("in" | "on", "by" | "for")
                            | ("than", _)
                    )
                || following == Pronoun
                    && matches!(next, "we" | "i" | "they" | "he" | "she")
                    && word != "than"
        }
        Modal => {
            matches!(following, Article | Preposition | Modal | Conjunction)
                || following == Auxiliary && !matches!(next, "be" | "have" | "do")
        }
        Pronoun => {
            following == Article
                || following == Conjunction && matches!(next, "or" | "because")
                || following == Pronoun
        }
        Auxiliary => {
            following == Modal
                || following == Conjunction && next != "if" && next != "when" && next != "because"
                || matches!(
                    (word, next),
                    (
                        "is" | "are" | "was" | "were",
                        "is" | "are"
                            | "was"
                            | "were"
                            | "has"
                            | "have"
                            | "had"
                            | "be"
                            | "do"
                            | "does"
                    )
                )
        }
        Conjunction => matches!(
            (word, next),
            (
                "and" | "or" | "but" | "because",
                "of" | "and" | "or" | "than"
            )
        ),
        Class::Other => false,
    }
}

/// Whether the words of `document` stand in an order that no sentence has.
pub(super) fn fires(document: &Document, answer: &Profile, own: &Profile) -> bool {
    answer.words >= FEWEST && (is_broken(document) || is_out_of_order(document, answer, own))
}

/// Whether neighbours that cannot be neighbours are many.
fn is_broken(document: &Document) -> bool {
    let (mut judged, mut broken) = (0_usize, 0_usize);
    let tokens = &document.tokens;
    for at in 0..tokens.len() {
        let word = document.word(at);
        let kind = class(word);
        if kind == Class::Other {
            continue;
        }
        judged += 1;
        let next = tokens
            .get(at + 1)
            .filter(|next| next.sentence == tokens[at].sentence);
        match next {
            Some(next) if next.clause == tokens[at].clause && !is_apart(document, at) => {
                broken += usize::from(clashes(word, document.word(at + 1)));
            }
            Some(_) => {}
            // a sentence that ends in "the"
            None => broken += usize::from(matches!(kind, Class::Article | Class::Conjunction)),
        }
    }
    let plain = !document
        .text()
        .contains([',', '.', ';', ':', '?', '!', '。', '，']);
    let (fewest, least) = if plain && tokens.len() >= LONG {
        (1, 0.08)
    } else {
        (2, 0.2)
    };
    broken >= fewest && share(broken, judged) >= least
}

/// Whether a bracket or a quotation mark stands between a token and the next.
fn is_apart(document: &Document, at: usize) -> bool {
    let tokens = &document.tokens;
    let between = document.text().get(tokens[at].end..tokens[at + 1].start);
    between.is_some_and(|between| !between.trim().is_empty())
}

/// Whether no word is followed by punctuation; nobody writes that much without any.
fn is_bare(document: &Document) -> bool {
    let marks = [',', '.', ';', ':', '?', '!', '。'];
    let mut runs = document.text().split_whitespace();
    runs.all(|run| !run.ends_with(marks))
}

/// Whether the words of the step stand there without punctuation, and few of them beside their neighbours.
///
/// By chance some 4 % of the pairs of a shuffled answer stand in the ask or a model; most written
/// answers that have half of their words from there have 10 % and more.
fn is_out_of_order(document: &Document, answer: &Profile, own: &Profile) -> bool {
    answer.words >= LONG
        && own.pairs.len() >= MANY
        && is_bare(document)
        && answer.content_within(&own.content) >= 0.3
        && answer.pairs_within(own) < 0.16
}

#[cfg(test)]
mod tests {
    use super::{super::profile::Profile, Document, fires};

    #[track_caller]
    fn case(answer: &str, own: &str, expected: bool) {
        let document = Document::new(answer);
        let own = Profile::of(&Document::new(own));
        assert_eq!(
            fires(&document, &Profile::of(&document), &own),
            expected,
            "{answer}"
        );
    }

    #[test]
    fn a_shuffled_answer_is_told_from_a_sentence() {
        let good = "New connections from the node time out while the established streams stay healthy, so we suspect that the table is full.";
        case(good, "", false);
        case(
            "the the from while suspect healthy so connections is out we node full streams the established time stay table that New",
            "",
            true,
        );
        case(
            "A handle is a small number whose value refers directly to (or is looked up in) the table of the process",
            "",
            false,
        );
        case(
            "Its the place and the owner of that file that give it its meaning and set it against all others, nothing else",
            "",
            false,
        );
        let terse = "Drain node, cordon pool, restart kubelet, check conntrack count, compare limits, page network owner, post update, raise table size, watch error rate, note times, thank people.";
        let own = format!(
            "{terse} {good} We would then write down what we saw, who was told, and why the limit was set so low in the first place."
        );
        case(terse, &own, false);
        case(
            "limits network restart thank owner times Drain post conntrack watch compare raise kubelet count error people page note cordon node update size pool rate check table",
            &own,
            true,
        );
    }
}
