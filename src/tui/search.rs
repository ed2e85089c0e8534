//! The fuzzy search over scenarios: words in any order, letters in order within each.

use fuzzy_matcher::{FuzzyMatcher, skim::SkimMatcherV2};

use crate::domain::Header;

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
    /// For each header, the texts that are searched.
    fields: Vec<Vec<String>>,
}

impl Search {
    /// A search over `headers`.
    pub fn new(headers: &[Header]) -> Self {
        Self {
            matcher: SkimMatcherV2::default().ignore_case(),
            fields: headers.iter().map(fields).collect(),
        }
    }

    /// The headers that match every word of `query`, in their own order without one, else the best first.
    pub fn find(&self, query: &str) -> Vec<Found> {
        let words: Vec<&str> = query.split_whitespace().collect();
        let best = |fields: &[String], word: &str| {
            let scores = fields
                .iter()
                .map(|field| self.matcher.fuzzy_match(field, word));
            scores.flatten().max()
        };
        let all = self.fields.iter().enumerate();
        let mut found: Vec<Found> = all
            .filter_map(|(index, fields)| {
                let scores = words.iter().map(|word| best(fields, word));
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
    use super::Search;
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
        let found = Search::new(&headers).find(query);
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
    fn chinese_titles_are_found() {
        case("超时", &[0]);
    }
}
