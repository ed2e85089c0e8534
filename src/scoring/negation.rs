//! Decides whether the words around a match deny it.

use super::{
    document::Document,
    words::{is_auxiliary, is_negator},
};

/// Words before a match in which a negation reaches it.
const BEFORE: usize = 6;

/// Words after a match in which a negation reaches it.
const AFTER: usize = 4;

/// Whether the match whose `tokens` are given in order is denied.
pub(super) fn is_negated(document: &Document, tokens: &[usize]) -> bool {
    let Some(scope) = Scope::new(document, tokens) else {
        return false;
    };
    if scope.sentence() {
        return true;
    }
    let before = scope.before();
    let count = before + scope.inside(before % 2 == 1) + scope.after();
    count % 2 == 1
}

/// Whether the sentence of the match is denied as a whole: "it is not true that …".
pub(super) fn is_denied_as_a_whole(document: &Document, tokens: &[usize]) -> bool {
    Scope::new(document, tokens).is_some_and(|scope| scope.sentence())
}

struct Scope<'a> {
    document: &'a Document,
    tokens: &'a [usize],
    first: usize,
    last: usize,
}

impl<'a> Scope<'a> {
    fn new(document: &'a Document, tokens: &'a [usize]) -> Option<Self> {
        Some(Self {
            document,
            tokens,
            first: *tokens.first()?,
            last: *tokens.last()?,
        })
    }

    fn word(&self, token: usize) -> &str {
        if token < self.document.tokens.len() {
            self.document.word(token)
        } else {
            ""
        }
    }

    /// The word `back` places before `token` in the same sentence.
    fn earlier(&self, token: usize, back: usize) -> &str {
        match token.checked_sub(back) {
            Some(at) if self.sentence_of(at) == self.sentence_of(token) => self.word(at),
            _ => "",
        }
    }

    fn clause_of(&self, token: usize) -> usize {
        self.document.tokens[token].clause
    }

    fn sentence_of(&self, token: usize) -> usize {
        self.document.tokens[token].sentence
    }

    fn run_of(&self, token: usize) -> usize {
        self.document.tokens[token].run
    }

    /// Negators in the same clause before the match; those of "no … and no …" count once.
    fn before(&self) -> usize {
        let clause = self.clause_of(self.first);
        let mut count = 0;
        let mut repeated = false;
        for at in (0..self.first).rev() {
            let near = self.run_of(self.first).saturating_sub(self.run_of(at)) <= BEFORE;
            if self.clause_of(at) != clause || !near {
                break;
            }
            let word = self.word(at);
            if is_negator(word) && !self.only_looks_negated(at) && !self.is_left_behind(at) {
                count += usize::from(!repeated);
                if word == "nor" {
                    break;
                }
                repeated = self.is_coordinated(at);
            }
            let exchanged = word == "instead" && self.word(at + 1) == "of"
                || word == "rather" && self.word(at + 1) == "than";
            count += usize::from(exchanged);
        }
        count
    }

    /// Whether the negator at `at` belongs to a relative clause that ends before the match: "what is not drained is killed".
    fn is_left_behind(&self, at: usize) -> bool {
        let is_relative = is_auxiliary(self.earlier(at, 1))
            && matches!(self.earlier(at, 2), "that" | "who" | "what" | "whatever");
        // the word behind the negator is the verb of its own clause
        let mut rest = at + 2..self.first;
        let opens_another = |at| {
            matches!(
                self.word(at),
                "that" | "what" | "who" | "if" | "whether" | "how" | "when" | "where"
            )
        };
        is_relative
            && !rest.clone().any(opens_another)
            && rest.any(|at| is_auxiliary(self.word(at)) && !matches!(self.word(at), "be" | "been"))
    }

    /// Negators between the first and the last token that are no part of the match.
    ///
    /// Where the match is `denied` before it, "and no", "nor" only go on with that.
    fn inside(&self, denied: bool) -> usize {
        (self.first + 1..self.last)
            .filter(|at| is_negator(self.word(*at)) && !self.tokens.contains(at))
            .filter(|at| !self.only_looks_negated(*at))
            .filter(|at| !(denied && self.is_coordinated(*at)))
            .count()
    }

    /// Whether the negator at `at` goes on with an earlier one: "and no", "or we do not", "nor".
    fn is_coordinated(&self, at: usize) -> bool {
        let verb = usize::from(is_auxiliary(self.earlier(at, 1)));
        let subject = matches!(
            self.earlier(at, verb + 1),
            "i" | "we" | "you" | "it" | "they" | "there"
        );
        let conjunction = self.earlier(at, verb + usize::from(subject) + 1);
        self.word(at) == "nor" || matches!(conjunction, "and" | "or")
    }

    /// What denies the match behind it: "is not the cause", "is ruled out", "is unlikely".
    fn after(&self) -> usize {
        let clause = self.clause_of(self.last);
        let mut count = 0;
        for at in self.last + 1..self.document.tokens.len() {
            let near = self.run_of(at).saturating_sub(self.run_of(self.last)) <= AFTER;
            if self.clause_of(at) != clause || !near {
                break;
            }
            if self.turns_elsewhere(at) {
                break;
            }
            let denied = match self.word(at) {
                "not" | "never" => {
                    is_auxiliary(self.earlier(at, 1)) && !self.only_looks_negated(at)
                }
                "unlikely" | "unnecessary" | "irrelevant" | "excluded" | "disproved"
                | "disproven" => true,
                "out" => matches!(self.earlier(at, 1), "ruled" | "rule"),
                _ => false,
            };
            count += usize::from(denied);
        }
        if count == 0 {
            count += usize::from(self.closing());
        }
        count
    }

    /// Whether `at` is a conjunction behind which something else is said: "… and do not", "… and it is not".
    ///
    /// After a verb another subject follows; without one the subjects share theirs: "backoff and jitter are not needed".
    fn turns_elsewhere(&self, at: usize) -> bool {
        if !matches!(self.word(at), "and" | "or") {
            return false;
        }
        let next = self.word(at + 1);
        let clause = self.clause_of(at);
        let mut said = (0..at).rev().take_while(|at| self.clause_of(*at) == clause);
        is_auxiliary(next)
            || matches!(
                next,
                "i" | "we" | "you" | "it" | "they" | "there" | "this" | "that"
            )
            || said.any(|at| is_auxiliary(self.word(at)))
    }

    /// Whether the sentence of the match ends in a denial of its subject: "… is ruled out.", "… is not needed."
    ///
    /// Its subject is taken to begin after the last comma or conjunction before it.
    fn closing(&self) -> bool {
        let sentence = self.sentence_of(self.last);
        let mut end = self.last;
        while end + 1 < self.document.tokens.len() && self.sentence_of(end + 1) == sentence {
            end += 1;
        }
        let copula = (self.last + 1..=end).rev().take(4).find(|at| {
            matches!(
                self.word(*at),
                "is" | "are" | "was" | "were" | "be" | "been"
            )
        });
        let Some(copula) = copula else {
            return false;
        };
        let said = |offset| self.word(copula + offset);
        let denied = match end - copula {
            1 => matches!(
                said(1),
                "unnecessary"
                    | "irrelevant"
                    | "excluded"
                    | "disproved"
                    | "unlikely"
                    | "false"
                    | "wrong"
                    | "untrue"
            ),
            2 => {
                said(1) == "ruled" && said(2) == "out"
                    || said(1) == "not"
                        && matches!(
                            said(2),
                            "needed"
                                | "necessary"
                                | "required"
                                | "true"
                                | "relevant"
                                | "involved"
                                | "possible"
                                | "likely"
                        )
            }
            3 => {
                said(1) == "not"
                    && said(2) == "the"
                    && matches!(said(3), "case" | "cause" | "problem" | "reason" | "issue")
            }
            _ => false,
        };
        let between = self.last + 1..copula;
        let is_one_clause = between
            .clone()
            .all(|at| self.clause_of(at) == self.clause_of(self.last));
        let is_other_subject = between.clone().any(|at| {
            matches!(
                self.word(at),
                "and" | "or" | "that" | "if" | "when" | "unless"
            )
        });
        // Without another verb, all that stands before is the subject: "backoff and jitter are not needed".
        let is_bare = !(self.begin(sentence)..copula).any(|at| is_auxiliary(self.word(at)));
        denied && is_one_clause && (is_bare || !is_other_subject)
    }

    /// Whether the sentence denies what it says: "it is not true that …", "I doubt that …".
    fn sentence(&self) -> bool {
        let clause = self.clause_of(self.first);
        let mut denied = false;
        for at in self.begin(self.sentence_of(self.first))..self.first {
            if self.word(at) == "but" || self.ends_scope(at) {
                denied = false;
            }
            let next = |offset| self.word(at + offset);
            let opens = match self.word(at) {
                // it is not true that, it is not the case that, it is false that
                "it" if matches!(next(1), "is" | "was") => {
                    let said = if next(2) == "not" { 3 } else { 2 };
                    let said = said + usize::from(self.word(at + said) == "the");
                    let falsehood = matches!(
                        self.word(at + said),
                        "false" | "wrong" | "untrue" | "incorrect"
                    );
                    let truth =
                        matches!(self.word(at + said), "true" | "case" | "correct" | "right");
                    falsehood && next(2) != "not" || truth && next(2) == "not"
                }
                "doubt" => {
                    matches!(
                        self.earlier(at, 1),
                        "i" | "we" | "really" | "would" | "strongly"
                    ) && !is_negator(self.earlier(at, 2))
                }
                "not" => {
                    matches!(self.earlier(at, 1), "do" | "did")
                        && matches!(next(1), "think" | "believe")
                        // my hypothesis is not that
                        || matches!(self.earlier(at, 1), "is" | "was") && next(1) == "that"
                }
                _ => false,
            };
            denied |= opens;
            // "no evidence that": to the end of its clause
            let absent = self.word(at) == "no"
                && matches!(
                    next(1),
                    "evidence" | "sign" | "signs" | "need" | "indication"
                )
                && matches!(next(2), "of" | "that" | "for" | "to");
            let far = self.run_of(self.first).saturating_sub(self.run_of(at)) > BEFORE;
            denied |= absent && far && self.clause_of(at) == clause;
        }
        denied
    }

    /// Whether a semicolon stands between `token` and the one before.
    fn ends_scope(&self, token: usize) -> bool {
        token > 0 && {
            let tokens = &self.document.tokens;
            self.document.text()
                [tokens[token - 1].end..tokens[token].start.max(tokens[token - 1].end)]
                .contains(';')
        }
    }

    /// Whether the negator at `at` denies nothing: "not only", "why not", "cannot rule out".
    fn only_looks_negated(&self, at: usize) -> bool {
        let next = self.word(at + 1);
        match self.word(at) {
            "no" => matches!(next, "doubt" | "wonder" | "matter" | "later" | "sooner"),
            "without" => {
                next == "doubt"
                    || self.earlier(at, 1) == "or" && self.earlier(at, 2) == "with"
                    || self.opens_sentence(at) && self.has_main_clause(at)
            }
            "not" => {
                matches!(next, "only" | "just" | "merely" | "sure" | "yet" | "simply")
                    || self.earlier(at, 1) == "why"
                    || self.earlier(at, 1) == "or" && self.earlier(at, 2) == "whether"
                    || self.undone(at)
            }
            "cannot" => self.undone(at),
            _ => false,
        }
    }

    /// Whether the negated verb itself excludes: "cannot rule out", "must not ignore".
    fn undone(&self, at: usize) -> bool {
        (at + 1..=at + 2).any(|at| {
            matches!(
                self.word(at),
                "rule" | "exclude" | "ignore" | "dismiss" | "overlook" | "forget" | "neglect"
            )
        })
    }

    /// The first token of `sentence`, in which the match lies.
    fn begin(&self, sentence: usize) -> usize {
        let mut at = self.first;
        while at > 0 && self.sentence_of(at - 1) == sentence {
            at -= 1;
        }
        at
    }

    fn opens_sentence(&self, at: usize) -> bool {
        at == 0 || self.sentence_of(at - 1) != self.sentence_of(at)
    }

    /// Whether more than a word follows the match in its sentence, so that a main clause can stand there.
    fn has_main_clause(&self, at: usize) -> bool {
        let sentence = self.sentence_of(at);
        (self.last + 1..self.document.tokens.len())
            .take_while(|next| self.sentence_of(*next) == sentence)
            .count()
            > 1
    }
}
