//! How near a point that was missed came to being made: pattern elements and model words said, none of them denied.

use super::{
    compiled::CompiledPattern,
    document::Document,
    lexicon::{Lexicon, ToldId},
    negation,
    occurrence::Occurrence,
    region::Region,
    scorecard::Via,
    search::{Candidate, Search},
    words::{is_function_word, is_negator, opens_clause},
};

/// The most that closeness earns of a point, as a near miss does.
const MOST: f64 = 0.5;

/// Closeness below this is chance: words of the subject, not of the point.
const LEAST: f64 = 0.4;

/// Words of a model sentence below which nothing of it is said.
const FEWEST: usize = 2;

/// What an element counts that is said in words of the question alone.
const ASKED: f64 = 0.3;

/// What a step says itself, against which answers are held.
#[derive(Clone, Debug, Default)]
pub(super) struct Told {
    /// The words of the question have the numbers below this.
    asked: ToldId,
    /// Per criterion, the words of each model sentence that makes it, without those of the question.
    sentences: Vec<Vec<Vec<ToldId>>>,
}

/// How near one missed point came.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Closeness {
    /// What it earns, 0..=0.5 of the point.
    pub earned: f64,
    /// The words that came near.
    pub pieces: Vec<Occurrence>,
}

impl Told {
    /// Learns the words of `ask`, for a step of so many criteria.
    pub fn new(ask: &str, criteria: usize, lexicon: &mut Lexicon) -> Self {
        let document = Document::new(ask);
        for token in 0..document.tokens.len() {
            lexicon.tell(document.word(token));
        }
        Self {
            asked: lexicon.told_count(),
            sentences: vec![Vec::new(); criteria],
        }
    }

    /// Learns the words of a model sentence that makes a criterion.
    pub fn add(
        &mut self,
        criterion: usize,
        document: &Document,
        (first, end): (usize, usize),
        lexicon: &mut Lexicon,
    ) {
        let mut words: Vec<_> = (first..end)
            .map(|token| document.word(token))
            .filter(|word| says_much(word))
            .map(|word| lexicon.tell(word))
            .filter(|word| *word >= self.asked)
            .collect();
        words.sort_unstable();
        words.dedup();
        if !words.is_empty() && !self.sentences[criterion].contains(&words) {
            self.sentences[criterion].push(words);
        }
    }

    /// How near `criterion`, which has these patterns and was missed, came to being made.
    ///
    /// Closeness is the share of a pattern's elements said in one sentence plus the share of a
    /// model sentence's words said in one. It earns at most half of the point, and all closeness
    /// together no more than one point of the step.
    pub fn closeness(
        &self,
        search: Search<'_>,
        regions: &[Region],
        criterion: usize,
        patterns: &[CompiledPattern],
    ) -> Closeness {
        let nearest = |found: Vec<(f64, Vec<Occurrence>)>| {
            found
                .into_iter()
                .max_by(|one, other| {
                    let place = |it: &[Occurrence]| it.first().map(|piece| piece.start);
                    one.0
                        .total_cmp(&other.0)
                        // of equals the first
                        .then_with(|| place(&other.1).cmp(&place(&one.1)))
                })
                .unwrap_or_default()
        };
        let covered = regions.iter().flat_map(|region| {
            patterns
                .iter()
                .map(|pattern| self.covered(search, region, pattern))
        });
        let (coverage, mut pieces) = nearest(covered.collect());
        let recalled = regions.iter().flat_map(|region| {
            self.sentences[criterion]
                .iter()
                .map(|words| recalled(search, region, words))
        });
        let (recall, words) = nearest(recalled.collect());
        let closeness = (coverage + recall).min(1.0);
        if closeness < LEAST {
            return Closeness::default();
        }
        pieces.extend(words);
        Closeness {
            earned: closeness * MOST.min(1.0 / count(self.sentences.len())),
            pieces,
        }
    }

    /// The share of the elements of `pattern` that `region` has, and their words.
    fn covered(
        &self,
        search: Search<'_>,
        region: &Region,
        pattern: &CompiledPattern,
    ) -> (f64, Vec<Occurrence>) {
        let nodes = &pattern.sequence.nodes;
        if nodes.len() < 2 {
            return (0.0, Vec::new());
        }
        let (mut said, mut all) = (0.0, 0.0);
        let mut pieces = Vec::new();
        for node in nodes {
            let mut best: Option<(f64, Candidate)> = None;
            if search.is_possible(node, region) {
                for candidate in search.candidates(node, region) {
                    let weight = if self.is_asked(search, &candidate) {
                        ASKED
                    } else {
                        1.0
                    };
                    let better = best.as_ref().is_none_or(|(known, _)| weight > *known);
                    if better && !is_denied(search.document, &candidate) {
                        best = Some((weight, candidate));
                    }
                }
            }
            let Some((weight, candidate)) = best else {
                all += 1.0;
                continue;
            };
            said += weight;
            all += weight;
            pieces.extend(candidate.pieces);
        }
        (said / all, pieces)
    }

    /// Whether all words of `candidate` are words of the question, or words of any sentence.
    fn is_asked(&self, search: Search<'_>, candidate: &Candidate) -> bool {
        let mut tokens = candidate
            .pieces
            .iter()
            .flat_map(|piece| piece.first..=piece.last);
        tokens.all(|token| {
            let told = search.occurrences.told(token);
            told.is_some_and(|id| id < self.asked) || !says_much(search.document.word(token))
        })
    }
}

/// The share of `words` that `region` has, and where.
fn recalled(search: Search<'_>, region: &Region, words: &[ToldId]) -> (f64, Vec<Occurrence>) {
    let mut seen = Vec::new();
    let mut pieces = Vec::new();
    for token in region.body.0..region.body.1 {
        let Some(id) = search.occurrences.told(token) else {
            continue;
        };
        let counts = words.binary_search(&id).is_ok() && !seen.contains(&id);
        if counts && !negation::is_negated(search.document, &[token]) {
            seen.push(id);
            let place = &search.document.tokens[token];
            pieces.push(Occurrence {
                first: token,
                last: token,
                start: place.start,
                end: place.end,
                via: Via::Stem,
                slips: 0,
                weak: false,
            });
        }
    }
    if seen.len() < FEWEST.min(words.len()) {
        return (0.0, Vec::new());
    }
    (count(seen.len()) / count(words.len()), pieces)
}

/// Whether a word says what a sentence is about.
fn says_much(word: &str) -> bool {
    word.len() > 1
        && !is_function_word(word)
        && !is_negator(word)
        && !opens_clause(word)
        && !matches!(
            word,
            "if" | "then"
                | "when"
                | "where"
                | "what"
                | "how"
                | "also"
                | "each"
                | "every"
                | "other"
                | "more"
                | "most"
                | "very"
                | "just"
                | "only"
                | "all"
                | "both"
                | "one"
                | "use"
                | "used"
                | "uses"
                | "using"
        )
}

fn is_denied(document: &Document, candidate: &Candidate) -> bool {
    let mut tokens: Vec<_> = candidate
        .pieces
        .iter()
        .flat_map(|piece| piece.first..=piece.last)
        .collect();
    tokens.sort_unstable();
    tokens.dedup();
    negation::is_negated(document, &tokens)
}

#[expect(clippy::cast_precision_loss, reason = "counts of words")]
fn count(count: usize) -> f64 {
    count as f64
}
