//! The phrase book: sentences that were marked or missed, folded from what happened to them.

use crate::domain::ScenarioId;

use super::memory::{Review, Scheduler};

/// An answer below this score, 0..=1, puts its sentence into the phrase book.
pub const MISSED_BELOW: f64 = 0.6;

/// After so many clean repeats in a row a sentence is known and retires.
pub const CLEAN_TO_RETIRE: u32 = 3;

/// Which sentence: it is said at a step, for a register.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PhraseName {
    /// The scenario, by its present id.
    pub scenario: ScenarioId,
    /// The step, by its present id.
    pub step: String,
    /// The name of the register; empty where the step has none.
    pub register: String,
}

/// How a sentence came into the book.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// The learner marked it.
    Marked,
    /// It was missed.
    Missed,
}

impl Kept {
    /// The name in `phrase-kept` events.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Marked => "marked",
            Self::Missed => "missed",
        }
    }

    /// Reads the name in `phrase-kept` events.
    pub fn parse(name: &str) -> Option<Self> {
        [Self::Marked, Self::Missed]
            .into_iter()
            .find(|kept| kept.name() == name)
    }
}

/// What happened to a sentence.
#[derive(Clone, Debug, PartialEq)]
pub enum Happening {
    /// It was put into the book, or back into it.
    Kept {
        /// The sentence to be said.
        text: String,
        /// Why.
        why: Kept,
    },
    /// The learner wrote their own version down; an empty one takes it back.
    Edited(String),
    /// The learner knows it.
    Retired,
    /// The learner does not want it.
    Removed,
    /// It was said from the source.
    Answered {
        /// The answer.
        answer: String,
        /// What it scored, 0..=1.
        score: f64,
        /// Strong, without a hint or the template.
        is_clean: bool,
        /// What the schedule hears of it; `None` in a run that leaves the schedule alone.
        review: Option<Review>,
    },
}

/// A sentence of the phrase book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// Which one.
    pub name: PhraseName,
    /// The sentence to be said.
    pub text: String,
    /// The learner's best version: the one they wrote down, else the answer that scored most.
    pub best: Option<String>,
    /// How it came into the book.
    pub why: Kept,
    /// Clean repeats in a row since it was kept.
    pub clean: u32,
    /// Whether it is known.
    pub is_retired: bool,
    /// When it was kept, in milliseconds since 1970, UTC.
    pub kept_at: i64,
    /// When it comes back, in milliseconds since 1970, UTC; `None` once it is retired.
    pub due: Option<i64>,
}

impl Phrase {
    /// Whether it is to be said again at `now`, in milliseconds since 1970, UTC.
    pub fn is_due(&self, now: i64) -> bool {
        self.due.is_some_and(|due| due <= now)
    }

    /// What became of the sentence `name`; `history` is in the order of times. `None` if it is not in the book.
    pub fn fold(
        name: &PhraseName,
        history: &[(i64, Happening)],
        scheduler: &Scheduler,
    ) -> Option<Self> {
        let mut phrase: Option<Self> = None;
        let mut best: Option<(f64, &str)> = None;
        let mut own: Option<&str> = None;
        let mut reviews = vec![];
        for (at, happening) in history {
            match (happening, &mut phrase) {
                (Happening::Kept { text, why }, phrase) => {
                    let before = phrase.take().filter(|phrase| !phrase.is_retired);
                    let (why, clean) = before.map_or((*why, 0), |before| {
                        (
                            before.why,
                            if *why == Kept::Missed {
                                0
                            } else {
                                before.clean
                            },
                        )
                    });
                    *phrase = Some(Self {
                        name: name.clone(),
                        text: text.clone(),
                        best: None,
                        why,
                        clean,
                        is_retired: false,
                        kept_at: *at,
                        due: None,
                    });
                }
                (Happening::Edited(text), _) => {
                    own = Some(text.as_str()).filter(|text| !text.trim().is_empty());
                }
                (Happening::Retired, Some(phrase)) => phrase.is_retired = true,
                (Happening::Removed, phrase) => {
                    *phrase = None;
                    own = None;
                }
                (
                    Happening::Answered {
                        answer,
                        score,
                        is_clean,
                        review,
                    },
                    phrase,
                ) => {
                    if best.is_none_or(|(known, _)| *score >= known) {
                        best = Some((*score, answer));
                    }
                    reviews.extend(*review);
                    if let Some(phrase) = phrase {
                        phrase.clean = if *is_clean { phrase.clean + 1 } else { 0 };
                        phrase.is_retired |= phrase.clean >= CLEAN_TO_RETIRE;
                    }
                }
                (Happening::Retired, None) => {}
            }
        }
        let mut phrase = phrase?;
        phrase.best = own.or(best.map(|(_, answer)| answer)).map(str::to_owned);
        if !phrase.is_retired {
            let memory = scheduler.replay(&reviews);
            phrase.due = Some(memory.map_or(phrase.kept_at, |memory| memory.due));
        }
        Some(phrase)
    }
}

#[cfg(test)]
mod tests {
    use super::{Happening, Kept, Phrase, PhraseName, Review, Scheduler};
    use crate::{domain::ScenarioId, progress::Rating};

    const DAY: i64 = 86_400_000;

    fn kept(why: Kept) -> Happening {
        Happening::Kept {
            text: "目前没看到".to_owned(),
            why,
        }
    }

    fn said(answer: &str, day: i64, score: f64) -> Happening {
        let rating = if score < 0.35 {
            Rating::Again
        } else {
            Rating::Good
        };
        let review = Review {
            at: day * DAY,
            utc_offset: 0,
            rating,
            active_ms: 0,
        };
        Happening::Answered {
            answer: answer.to_owned(),
            score,
            is_clean: score > 0.85,
            review: Some(review),
        }
    }

    fn fold(history: Vec<Happening>) -> Option<Phrase> {
        let name = PhraseName {
            scenario: ScenarioId::new("builtin", "loss"),
            step: "say".to_owned(),
            register: "meeting".to_owned(),
        };
        let history: Vec<_> = (0..).map(|day| day * DAY).zip(history).collect();
        Phrase::fold(&name, &history, &Scheduler::new(&[]).unwrap())
    }

    #[test]
    fn what_was_never_kept_is_not_in_the_book() {
        assert_eq!(fold(vec![said("we see none", 0, 0.9)]), None);
        assert_eq!(fold(vec![kept(Kept::Marked), Happening::Removed]), None);
        assert_eq!(fold(vec![Happening::Retired]), None);
    }

    #[test]
    fn the_best_version_is_the_one_that_scored_most_until_the_learner_writes_their_own() {
        let history = vec![
            said("poor", 0, 0.2),
            kept(Kept::Missed),
            said("good", 2, 0.8),
            said("so-so", 3, 0.5),
        ];
        assert_eq!(fold(history.clone()).unwrap().best.as_deref(), Some("good"));
        let mut edited = history;
        edited.push(Happening::Edited("mine".to_owned()));
        assert_eq!(fold(edited.clone()).unwrap().best.as_deref(), Some("mine"));
        edited.push(Happening::Edited(" ".to_owned()));
        assert_eq!(fold(edited).unwrap().best.as_deref(), Some("good"));
    }

    #[test]
    fn three_clean_repeats_in_a_row_retire_a_sentence_and_a_miss_brings_it_back() {
        let clean = |day| said("clean", day, 1.0);
        let mut history = vec![
            kept(Kept::Missed),
            clean(1),
            clean(2),
            said("slip", 3, 0.7),
            clean(4),
            clean(5),
        ];
        let phrase = fold(history.clone()).unwrap();
        assert_eq!((phrase.clean, phrase.is_retired), (2, false));
        history.push(clean(6));
        let phrase = fold(history.clone()).unwrap();
        assert_eq!(
            (phrase.clean, phrase.is_retired, phrase.due),
            (3, true, None)
        );
        history.extend([said("lost", 7, 0.1), kept(Kept::Missed)]);
        let phrase = fold(history).unwrap();
        assert_eq!((phrase.clean, phrase.is_retired), (0, false));
    }

    #[test]
    fn a_sentence_comes_back_on_the_schedule() {
        let never_said = fold(vec![kept(Kept::Marked)]).unwrap();
        assert_eq!(never_said.due, Some(0));
        let missed = fold(vec![said("poor", 0, 0.2), kept(Kept::Missed)])
            .unwrap()
            .due
            .unwrap();
        let known = fold(vec![said("fine", 0, 0.8), kept(Kept::Marked)])
            .unwrap()
            .due
            .unwrap();
        assert!(missed > 0 && missed < known, "{missed} {known}");
    }
}
