//! The part of an answer in which one match must lie.

use super::document::Document;

/// A sentence with its lead-in, or the whole answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Region {
    /// The tokens of the lead-in, as first and one past the last; equal where there is none.
    pub lead: (usize, usize),
    /// The tokens of the sentence, as first and one past the last.
    pub body: (usize, usize),
    /// Most other words between the first and the last of a match.
    pub window: Option<usize>,
    /// Runs between the lead-in and the sentence, which do not count.
    skipped: usize,
}

/// Most other words between the first and the last of a match in one sentence.
const WINDOW: usize = 20;

impl Region {
    /// One region per sentence that has tokens.
    pub fn sentences(document: &Document) -> Vec<Self> {
        document
            .sentences
            .iter()
            .filter(|sentence| sentence.end > sentence.first)
            .map(|sentence| {
                let lead = sentence
                    .lead
                    .map_or((sentence.first, sentence.first), |lead| {
                        let lead = document.sentences[lead];
                        (lead.first, lead.end)
                    });
                let skipped = if lead.1 > lead.0 {
                    let run = |token: usize| document.tokens[token].run;
                    run(sentence.first).saturating_sub(run(lead.1 - 1) + 1)
                } else {
                    0
                };
                Self {
                    lead,
                    body: (sentence.first, sentence.end),
                    window: Some(WINDOW),
                    skipped,
                }
            })
            .collect()
    }

    /// The whole answer, without a limit on the words between.
    pub fn whole(document: &Document) -> Self {
        Self {
            lead: (0, 0),
            body: (0, document.tokens.len()),
            window: None,
            skipped: 0,
        }
    }

    /// The number of a token's run, as if the lead-in stood right before the sentence.
    pub fn run(&self, document: &Document, token: usize) -> usize {
        let run = document.tokens[token].run;
        if token < self.lead.1 && self.lead.1 > self.lead.0 {
            run + self.skipped
        } else {
            run
        }
    }

    /// The token behind `token`, past what lies between lead-in and sentence.
    pub fn next(&self, token: usize) -> usize {
        let next = token + 1;
        if next == self.lead.1 && self.lead.1 > self.lead.0 {
            self.body.0
        } else {
            next
        }
    }
}
