//! The fuzzy search over scenarios: words in any order, letters in order within each.

use std::collections::{BTreeSet, HashMap};

use fuzzy_matcher::{FuzzyMatcher, skim::SkimMatcherV2};

use super::{desk::Desk, phrases::Phrase};
use crate::domain::Header;

/// The least that a letter of a search must score on average; one that follows its neighbour or begins a word scores
/// 16 and more, one behind a long gap much less.
const LEAST_PER_LETTER: i64 = 14;

/// A scenario that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Its place among the headers searched.
    pub index: usize,
    /// How well it matches; higher is better.
    pub score: i64,
}

/// Searches headers.
pub struct Search {
    matcher: SkimMatcherV2,
    /// Every text that is searched, once: kinds, levels and tags are shared by thousands of headers.
    texts: Vec<String>,
    /// For each header, its texts.
    fields: Vec<Vec<usize>>,
}

impl Search {
    fn over(fields: impl Iterator<Item = Vec<String>>) -> Self {
        let mut places: HashMap<String, usize> = HashMap::new();
        let mut texts = vec![];
        let mut place = |text: String| {
            *places.entry(text).or_insert_with_key(|text| {
                texts.push(text.clone());
                texts.len() - 1
            })
        };
        let fields = fields
            .map(|fields| fields.into_iter().map(&mut place).collect())
            .collect();
        Self {
            matcher: SkimMatcherV2::default().ignore_case(),
            texts,
            fields,
        }
    }

    /// A search over the scenarios of `desk`, which also finds what is due, and kinds and levels in its language.
    pub fn of(desk: &Desk) -> Self {
        let due: BTreeSet<_> = desk.overview.due.iter().map(|it| &it.scenario).collect();
        Self::over(desk.library.headers().iter().map(|header| {
            let mut fields = fields(header);
            fields.push(desk.kind(header.kind).to_owned());
            fields.push(desk.difficulty(header.difficulty).to_owned());
            if due.contains(&header.id) {
                fields.push(desk.say(Phrase::Due).to_lowercase());
                fields.push("due".to_owned());
            }
            fields
        }))
    }

    /// How well `word` matches `text`; letters that lie scattered over a whole title are no match.
    fn score(&self, text: &str, word: &str) -> Option<i64> {
        let letters = i64::try_from(word.chars().count()).unwrap_or(i64::MAX);
        let score = self.matcher.fuzzy_match(text, word)?;
        (score >= letters.saturating_mul(LEAST_PER_LETTER)).then_some(score)
    }

    /// The headers that match every word of `query`, in their own order without one, else the best first.
    pub fn find(&self, query: &str) -> Vec<Found> {
        let score_all = |word: &str| -> Vec<Option<i64>> {
            let scores = self.texts.iter().map(|text| self.score(text, word));
            scores.collect()
        };
        let words: Vec<_> = query.split_whitespace().map(score_all).collect();
        let best = |fields: &[usize], scores: &[Option<i64>]| {
            let scores = fields.iter().filter_map(|place| scores[*place]);
            scores.max()
        };
        let all = self.fields.iter().enumerate();
        let mut found: Vec<Found> = all
            .filter_map(|(index, fields)| {
                let scores = words.iter().map(|scores| best(fields, scores));
                let score = scores.sum::<Option<i64>>()?;
                Some(Found { index, score })
            })
            .collect();
        if !words.is_empty() {
            found.sort_by_key(|found| std::cmp::Reverse(found.score));
        }
        found
    }

    /// The characters of `title` that match words of `query`, counted from 0, in order.
    pub fn matched(&self, title: &str, query: &str) -> Vec<usize> {
        let words = query.split_whitespace();
        let words = words.filter(|word| self.score(title, word).is_some());
        let indices = words.filter_map(|word| self.matcher.fuzzy_indices(title, word));
        let mut indices: Vec<usize> = indices.flat_map(|(_, indices)| indices).collect();
        indices.sort_unstable();
        indices.dedup();
        indices
    }
}

fn fields(header: &Header) -> Vec<String> {
    let mut fields = vec![header.title.en.clone(), header.id.scenario.clone()];
    fields.extend(header.title.zh.clone());
    fields.push(header.kind.name().to_owned());
    fields.push(header.difficulty.name().to_owned());
    fields.extend(header.tags.iter().cloned());
    fields.extend(header.competencies.iter().cloned());
    fields
}

#[cfg(test)]
mod tests {
    use super::{Search, fields};
    use crate::domain::{Difficulty, Header, Kind, ScenarioId, Text};

    fn header(title: &str, zh: Option<&str>, tags: &[&str]) -> Header {
        Header {
            id: ScenarioId::new("builtin", title.to_lowercase().replace(' ', "-")),
            kind: Kind::Debug,
            title: Text {
                en: title.into(),
                zh: zh.map(Into::into),
            },
            difficulty: Difficulty::Core,
            minutes: None,
            tags: tags.iter().map(ToString::to_string).collect(),
            competencies: vec![],
            renamed_from: None,
        }
    }

    #[track_caller]
    fn case(query: &str, expected: &[usize]) {
        let headers = [
            header(
                "New connections time out",
                Some("新连接超时"),
                &["conntrack"],
            ),
            header("Blob writer retry", None, &["backoff"]),
        ];
        let found = Search::over(headers.iter().map(fields)).find(query);
        let found: Vec<_> = found.iter().map(|found| found.index).collect();
        assert_eq!(found, expected, "{query}");
    }

    #[test]
    fn words_match_in_any_order_and_anywhere() {
        case("", &[0, 1]);
        case("time new", &[0]);
        case("retry backoff", &[1]);
        case("cnntrk", &[0]);
        case("zebra", &[]);
    }

    #[test]
    fn letters_scattered_over_a_title_are_no_match() {
        case("retry", &[1]);
        let scattered = [header("Block a merge without hurting anybody", None, &[])];
        let search = Search::over(scattered.iter().map(fields));
        assert_eq!(search.find("retry"), []);
        assert_eq!(
            search.matched("Block a merge without hurting anybody", "retry"),
            [0; 0]
        );
    }

    #[test]
    fn chinese_titles_are_found() {
        case("超时", &[0]);
    }
}
