//! Searches a region of an answer for a compiled pattern, within a fixed amount of work.

use super::{
    compiled::{Compiled, Join, Node},
    document::Document,
    occurrence::{Occurrence, Occurrences},
    region::Region,
    scorecard::Via,
};

/// Steps that one search may take; a pattern that people write needs a few dozen.
const STEPS: usize = 4_000;

/// Places kept per node and region.
const MOST_CANDIDATES: usize = 48;

/// One way a node occurs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Candidate {
    /// Its pieces, in the order of the pattern.
    pub pieces: Vec<Occurrence>,
    /// First token.
    pub first: usize,
    /// Last token.
    pub last: usize,
}

impl Candidate {
    fn single(piece: Occurrence) -> Self {
        Self {
            first: piece.first,
            last: piece.last,
            pieces: vec![piece],
        }
    }

    fn of(pieces: Vec<Occurrence>) -> Self {
        let first = pieces.iter().map(|piece| piece.first).min().unwrap_or(0);
        let last = pieces.iter().map(|piece| piece.last).max().unwrap_or(0);
        Self {
            pieces,
            first,
            last,
        }
    }

    fn shares_token_with(&self, other: &Self) -> bool {
        if self.last < other.first || other.last < self.first {
            return false;
        }
        self.pieces.iter().any(|one| {
            let other = &other.pieces;
            other
                .iter()
                .any(|two| one.first <= two.last && two.first <= one.last)
        })
    }
}

/// An answer with the places of every atom.
#[derive(Clone, Copy)]
pub(super) struct Search<'a> {
    pub document: &'a Document,
    pub occurrences: &'a Occurrences,
}

impl Search<'_> {
    /// Whether `node` may occur in `region`; cheap, and never wrongly no.
    pub fn is_possible(&self, node: &Node, region: &Region) -> bool {
        match node {
            Node::Atom(atom) => {
                let among = |(first, end)| !self.occurrences.within(*atom, first, end).is_empty();
                among(region.body) || among(region.lead)
            }
            Node::Any(branches) => branches.iter().any(|branch| {
                let nodes = &branch.sequence.nodes;
                nodes.iter().all(|node| self.is_possible(node, region))
            }),
        }
    }

    /// Whether `node` may occur anywhere in the answer.
    pub fn is_anywhere(&self, node: &Node) -> bool {
        match node {
            Node::Atom(atom) => self.occurrences.any(*atom),
            Node::Any(branches) => branches.iter().any(|branch| {
                let nodes = &branch.sequence.nodes;
                nodes.iter().all(|node| self.is_anywhere(node))
            }),
        }
    }

    /// Hands every match of `sequence` without the node `lacking` to `visit`.
    pub fn matches(
        &self,
        sequence: &Compiled,
        lacking: Option<usize>,
        region: &Region,
        visit: &mut dyn FnMut(&[&Candidate]),
    ) {
        let kept = || (0..sequence.nodes.len()).filter(move |at| Some(*at) != lacking);
        let candidates: Vec<_> = kept()
            .map(|at| self.candidates(&sequence.nodes[at], region))
            .collect();
        if candidates.iter().any(Vec::is_empty) {
            return;
        }
        let indices: Vec<_> = kept().collect();
        let joins: Vec<_> = indices
            .windows(2)
            .map(|pair| bridge(&sequence.joins[pair[0]..pair[1]]))
            .collect();
        let mut walk = Walk {
            search: self,
            region,
            candidates: &candidates,
            joins: &joins,
            steps: STEPS,
            visit,
        };
        let mut chosen = Vec::with_capacity(candidates.len());
        walk.step(&mut chosen);
    }

    /// The ways `node` occurs in `region`.
    pub fn candidates(&self, node: &Node, region: &Region) -> Vec<Candidate> {
        match node {
            Node::Atom(atom) => {
                let among = |(first, end)| self.occurrences.within(*atom, first, end);
                among(region.lead)
                    .iter()
                    .chain(among(region.body))
                    .take(MOST_CANDIDATES)
                    .map(|piece| Candidate::single(*piece))
                    .collect()
            }
            Node::Any(branches) => {
                let mut found: Vec<Candidate> = Vec::new();
                for branch in branches {
                    let possible = branch
                        .sequence
                        .nodes
                        .iter()
                        .all(|node| self.is_possible(node, region));
                    if !possible {
                        continue;
                    }
                    if let [Node::Atom(atom)] = branch.sequence.nodes.as_slice() {
                        let plain = self.candidates(&Node::Atom(*atom), region);
                        found.extend(
                            plain
                                .into_iter()
                                .map(|candidate| said_to_be(candidate, branch.via)),
                        );
                        continue;
                    }
                    self.matches(&branch.sequence, None, region, &mut |chosen| {
                        if found.len() < 4 * MOST_CANDIDATES {
                            let pieces = chosen.iter().flat_map(|one| one.pieces.clone()).collect();
                            found.push(said_to_be(Candidate::of(pieces), branch.via));
                        }
                    });
                }
                found.sort_by_key(|candidate| {
                    let slips: usize = candidate.pieces.iter().map(|piece| piece.slips).sum();
                    (slips, candidate.last - candidate.first, candidate.first)
                });
                found.truncate(MOST_CANDIDATES);
                found
            }
        }
    }

    /// Words strictly between two tokens.
    fn between(&self, region: &Region, left: usize, right: usize) -> usize {
        let run = |token| region.run(self.document, token);
        run(right).saturating_sub(run(left) + 1)
    }

    /// Whether `right` follows `left` as in a phrase, with at most `others` words between that are not free.
    fn follows(&self, region: &Region, left: &Candidate, right: &Candidate, others: usize) -> bool {
        if right.first <= left.last {
            return false;
        }
        let tokens = &self.document.tokens;
        let mut counted = None;
        let mut count = 0;
        let mut token = region.next(left.last);
        while token < right.first {
            let same_sentence = tokens[token].sentence == tokens[right.first].sentence;
            if !same_sentence && region.window.is_none() {
                return false;
            }
            let run = tokens[token].run;
            let same_run = run == tokens[left.last].run || run == tokens[right.first].run;
            // the "not" of "wouldn't" is a word of its own
            let inside = same_run && tokens[token].stands_for != Some("not");
            if !self.occurrences.is_free(token) && counted != Some(run) && !inside {
                counted = (!same_run).then_some(run);
                count += 1;
                if count > others {
                    return false;
                }
            }
            token = region.next(token);
        }
        region.window.is_some() || tokens[left.last].sentence == tokens[right.first].sentence
    }

    fn joined(&self, region: &Region, left: &Candidate, right: &Candidate, join: Join) -> bool {
        match join {
            Join::Anywhere | Join::Before => true,
            Join::Phrase(others) => self.follows(region, left, right, others),
            Join::Near { words, ordered } => {
                let (low, high) = if left.last < right.first {
                    (left, right)
                } else if ordered || right.last >= left.first {
                    return false;
                } else {
                    (right, left)
                };
                self.between(region, low.last, high.first) <= words
            }
        }
    }

    /// Other words among those of a match.
    fn others(&self, region: &Region, chosen: &[&Candidate]) -> usize {
        let run = |token| region.run(self.document, token);
        let first = chosen.iter().map(|one| one.first).min().unwrap_or(0);
        let last = chosen.iter().map(|one| one.last).max().unwrap_or(0);
        let mut own: Vec<_> = chosen
            .iter()
            .flat_map(|one| &one.pieces)
            .flat_map(|piece| run(piece.first)..=run(piece.last))
            .collect();
        own.sort_unstable();
        own.dedup();
        (run(last) + 1 - run(first)).saturating_sub(own.len())
    }
}

/// What joins two nodes once those between them are taken away.
fn bridge(joins: &[Join]) -> Join {
    match joins {
        [one] => *one,
        many if many.contains(&Join::Before) => Join::Before,
        _ => Join::Anywhere,
    }
}

fn said_to_be(mut candidate: Candidate, via: Option<Via>) -> Candidate {
    if let Some(via) = via {
        for piece in &mut candidate.pieces {
            piece.via = via;
        }
    }
    candidate
}

/// One walk through the candidates of every node.
struct Walk<'a, 'b> {
    search: &'a Search<'b>,
    region: &'a Region,
    candidates: &'a [Vec<Candidate>],
    joins: &'a [Join],
    steps: usize,
    visit: &'a mut dyn FnMut(&[&Candidate]),
}

impl<'a> Walk<'a, '_> {
    fn step(&mut self, chosen: &mut Vec<&'a Candidate>) {
        let at = chosen.len();
        if at == self.candidates.len() {
            let fits = self
                .region
                .window
                .is_none_or(|window| self.search.others(self.region, chosen) <= window);
            if fits {
                (self.visit)(chosen);
            }
            return;
        }
        let candidates = self.candidates;
        for candidate in &candidates[at] {
            if self.steps == 0 {
                return;
            }
            self.steps -= 1;
            if chosen.iter().any(|one| one.shares_token_with(candidate)) {
                continue;
            }
            if at > 0 {
                let join = self.joins[at - 1];
                let near = self
                    .search
                    .joined(self.region, chosen[at - 1], candidate, join);
                if !near || !self.keeps_sides(chosen, candidate) {
                    continue;
                }
            }
            chosen.push(candidate);
            self.step(chosen);
            chosen.pop();
        }
    }

    /// Whether everything left of the last `>` comes before `candidate`.
    fn keeps_sides(&self, chosen: &[&Candidate], candidate: &Candidate) -> bool {
        let side = self.joins[..chosen.len()]
            .iter()
            .rposition(|join| *join == Join::Before);
        side.is_none_or(|side| chosen[..=side].iter().all(|one| one.last < candidate.first))
    }
}
