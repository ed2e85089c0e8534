//! A model with alternatives, and its reading that an answer comes nearest to.
//!
//! Readings are never listed: words are aligned with all alternatives at once, so forty brackets cost forty times
//! one, not two to the power of forty.

use super::{
    spoken::{Heard, heard},
    stem::stem,
};

/// Words of an answer that are aligned; the rest of a longer one says nothing about the reading.
const MOST_WORDS: usize = 400;

/// What a word costs that only one side has.
const MISSING: u32 = 2;

/// A stretch of a model.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Part<'a> {
    /// Always said.
    Fixed(&'a str),
    /// One of these is said; an empty one says nothing.
    OneOf(Vec<&'a str>),
}

impl<'a> Part<'a> {
    fn readings(&self) -> &[&'a str] {
        match self {
            Self::Fixed(text) => std::slice::from_ref(text),
            Self::OneOf(texts) => texts,
        }
    }
}

/// The parts of `model`; a bracket without a bar is text.
fn parts(model: &str) -> Vec<Part<'_>> {
    let mut parts = vec![];
    let (mut fixed, mut from) = (0, 0);
    while let Some(open) = model[from..].find('[').map(|at| from + at) {
        let Some(close) = model[open..].find(']').map(|at| open + at) else {
            break;
        };
        let inside = &model[open + 1..close];
        if inside.contains('|') {
            parts.push(Part::Fixed(&model[fixed..open]));
            parts.push(Part::OneOf(inside.split('|').collect()));
            fixed = close + 1;
        }
        from = close + 1;
    }
    parts.push(Part::Fixed(&model[fixed..]));
    parts
}

/// The cost of the cheapest way to a place in the answer, and where that way entered the part.
#[derive(Clone, Copy)]
struct Way {
    cost: u32,
    entered: usize,
}

/// The reading of `model` that `answer` comes nearest to, and how near it is: 0 for nothing shared, 1 for the same words.
///
/// Among equally near readings the first alternatives are taken.
pub fn nearest_reading(model: &str, answer: &str) -> (f64, String) {
    let said: Vec<String> = heard(answer)
        .into_iter()
        .take(MOST_WORDS)
        .map(|it| it.word)
        .collect();
    let stems: Vec<String> = said.iter().map(|word| stem(word)).collect();
    let parts = parts(model);
    let mut costs: Vec<u32> = (0..=said.len())
        .map(|place| MISSING * count(place))
        .collect();
    let mut chosen: Vec<Vec<(usize, usize)>> = vec![];
    for part in &parts {
        let mut best: Vec<Option<(u32, usize, usize)>> = vec![None; costs.len()];
        for (number, reading) in part.readings().iter().enumerate() {
            for (place, way) in along(reading, &costs, &said, &stems)
                .into_iter()
                .enumerate()
            {
                if best[place].is_none_or(|(cost, ..)| way.cost < cost) {
                    best[place] = Some((way.cost, number, way.entered));
                }
            }
        }
        let best: Vec<_> = best.into_iter().flatten().collect();
        costs = best.iter().map(|(cost, ..)| *cost).collect();
        chosen.push(
            best.into_iter()
                .map(|(_, number, entered)| (number, entered))
                .collect(),
        );
    }
    let cost = costs.last().copied().unwrap_or(0);
    let mut place = said.len();
    let mut texts = vec![];
    for (part, ways) in parts.iter().zip(&chosen).rev() {
        let (number, entered) = ways[place];
        texts.push(part.readings()[number]);
        place = entered;
    }
    texts.reverse();
    let text = tidy(&texts.concat());
    let both = MISSING * count(said.len() + heard(&text).len());
    let nearness = if both == 0 {
        1.0
    } else {
        1.0 - f64::from(cost) / f64::from(both)
    };
    (nearness, text)
}

/// The first reading of `model`.
pub fn first_reading(model: &str) -> String {
    let texts: String = parts(model).iter().map(|part| part.readings()[0]).collect();
    tidy(&texts)
}

/// The ways through one reading of a part, from the costs before it to each place in the answer.
fn along(reading: &str, costs: &[u32], said: &[String], stems: &[String]) -> Vec<Way> {
    let enter = |(entered, cost): (usize, &u32)| Way {
        cost: *cost,
        entered,
    };
    let mut ways: Vec<Way> = costs.iter().enumerate().map(enter).collect();
    for Heard { word, .. } in heard(reading) {
        let stemmed = stem(&word);
        let mut next: Vec<Way> = Vec::with_capacity(ways.len());
        for place in 0..ways.len() {
            let more = |way: Way, cost: u32| Way {
                cost: way.cost + cost,
                ..way
            };
            let mut way = more(ways[place], MISSING);
            if place > 0 {
                let left_out = more(next[place - 1], MISSING);
                let matched = if said[place - 1] == word {
                    Some(0)
                } else {
                    (stems[place - 1] == stemmed).then_some(1)
                };
                let matched = matched.map(|cost| more(ways[place - 1], cost));
                for other in matched.into_iter().chain([left_out]) {
                    if other.cost < way.cost {
                        way = other;
                    }
                }
            }
            next.push(way);
        }
        ways = next;
    }
    ways
}

/// Takes away the spaces that an empty alternative leaves behind.
fn tidy(text: &str) -> String {
    let mut tidied = String::with_capacity(text.len());
    for character in text.chars() {
        let after_space = tidied.ends_with(' ');
        if character == ' ' && (after_space || tidied.is_empty()) {
            continue;
        }
        if after_space && matches!(character, '.' | ',' | ';' | ':' | '!' | '?') {
            tidied.pop();
        }
        tidied.push(character);
    }
    tidied
}

fn count(words: usize) -> u32 {
    u32::try_from(words).unwrap_or(u32::MAX / 8)
}

#[cfg(test)]
mod tests {
    use super::{first_reading, nearest_reading};

    #[track_caller]
    fn case(model: &str, answer: &str, expected: &str) {
        assert_eq!(nearest_reading(model, answer).1, expected);
    }

    #[test]
    fn alternatives_follow_the_answer() {
        let model = "We [have not|haven't] seen any [evidence|sign] of data loss [so far|].";
        case(
            model,
            "there is no sign of data loss",
            "We have not seen any sign of data loss.",
        );
        case(
            model,
            "we haven't seen evidence of data loss so far",
            "We have not seen any evidence of data loss so far.",
        );
        case(
            "[Thanks|] for this [change|patch], all.",
            "for the patch",
            "for this patch, all.",
        );
        case("Use a[0] and [open", "x", "Use a[0] and [open");
        case("No loss [|so far].", "no loss", "No loss.");
    }

    #[test]
    fn an_alternative_is_chosen_where_its_words_stand_and_not_where_they_also_occur() {
        case(
            "[Check|Stop] the writer, then [check|stop] the reader.",
            "stop the writer, then check the reader",
            "Stop the writer, then check the reader.",
        );
    }

    #[test]
    fn a_reading_in_the_same_words_is_as_near_as_can_be() {
        let model = "[I'm|We're] checking [UID and GID|the owner] now";
        let (nearness, _) = nearest_reading(model, "I am checking UID/GID now");
        assert!((nearness - 1.0).abs() < 1e-9);
        assert!(nearest_reading(model, "bananas").0 < 0.05);
    }

    #[test]
    fn a_model_with_more_readings_than_anybody_can_list_is_aligned() {
        let model = "[a|b] ".repeat(40) + "[c|]".repeat(40).as_str();
        let answer = "b ".repeat(40);
        let (nearness, text) = nearest_reading(&model, &answer);
        assert_eq!(text.trim(), answer.trim());
        assert!((nearness - 1.0).abs() < 1e-9);
    }

    #[test]
    fn the_first_reading_takes_the_first_of_each() {
        assert_eq!(
            first_reading("We [have not|haven't] seen any [|real] loss"),
            "We have not seen any loss"
        );
    }
}
