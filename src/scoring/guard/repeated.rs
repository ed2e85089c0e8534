//! The same text more than once.

use std::collections::HashSet;

use super::super::document::Document;

/// Whether at least half of the longer sentences of `document` stand there before.
pub(super) fn fires(document: &Document) -> bool {
    let mut seen = HashSet::new();
    let (mut again, mut all) = (0_usize, 0_usize);
    for sentence in &document.sentences {
        if sentence.end < sentence.first + 4 {
            continue;
        }
        all += 1;
        let words: Vec<_> = (sentence.first..sentence.end)
            .map(|at| document.word(at))
            .collect();
        again += usize::from(!seen.insert(words));
    }
    again > 0 && again * 2 >= all
}
