//! The answers of an interview: typed and graded, or spoken and ticked.

use super::{
    drill::Drill,
    exchange::Outcome,
    interview::{Asked, Interview},
    manner::Manner,
    ticks::Ticks,
    weakest::about,
};
use crate::domain::Moment;
use crate::progress::{Attempt, Part, Record};

impl Interview {
    /// Whether a candidate who is alone is still to speak.
    pub(super) fn waits_for_speech(&self) -> bool {
        self.plan().request.manner == Manner::Spoken && !self.has_spoken && !self.is_paused()
    }

    /// Nobody is timed while ticking.
    pub(super) fn hear_out(&mut self, now: Moment) {
        self.has_spoken = true;
        self.total.stop(now.steady);
        self.question.stop(now.steady);
    }

    /// Whether `text` holds nothing worth handing in.
    pub(super) fn is_nothing(&self, text: &str) -> bool {
        if self.plan().request.manner.is_ticked() {
            let ticks = Ticks::read(text);
            return ticks.points.is_empty() && ticks.notes.trim().is_empty();
        }
        text.trim().is_empty()
    }

    pub(super) fn submit(&mut self, text: String, now: Moment) -> Vec<Outcome> {
        let is_skipped =
            matches!(self.asked, Asked::Probe(_)) && Ticks::read(&text).points.is_empty();
        if self.plan().request.manner.is_ticked() && is_skipped {
            // A probe without a tick was not asked.
            self.after_probe(now);
            let mut outcomes = vec![];
            if self.asked == Asked::Finished {
                outcomes.extend(self.note("finished", now));
            }
            outcomes.push(Outcome::Moved);
            return outcomes;
        }
        let attempt = self.graded(text, now);
        let record = Outcome::of(Record::Attempt(Box::new(attempt.clone())));
        let mut outcomes = vec![record];
        self.take(attempt, now);
        if self.asked == Asked::Finished {
            outcomes.extend(self.note("finished", now));
        }
        outcomes.push(Outcome::Moved);
        outcomes
    }

    /// The answer to what is asked.
    pub(super) fn graded(&mut self, text: String, now: Moment) -> Attempt {
        let used = self.question.used(now.steady);
        let timed_out = used >= self.allowed() || self.left(now).is_zero();
        let parent = self.attempts.iter().rev();
        let parent = parent
            .clone()
            .find(|attempt| attempt.part != Part::Probe)
            .map(|attempt| attempt.id.clone());
        let is_ticked = self.plan().request.manner.is_ticked();
        let drill = &mut self.drills[self.place];
        let ticked = |drill: &Drill, turn| {
            let ticks = Ticks::read(&text);
            let known = &drill.step().red_flags;
            is_ticked.then(|| ticks.card(drill.grade(turn, &ticks.notes), known))
        };
        let card = ticked(drill, drill.place);
        let attempt = match &self.asked {
            Asked::Probe(criterion) => {
                let turn = drill.place;
                let card = card.unwrap_or_else(|| drill.grade(turn, &text));
                let card = about(card, criterion);
                Attempt {
                    part: Part::Probe,
                    parent,
                    criterion: Some(criterion.clone()),
                    ..drill.attempt_at(turn, text, card, now)
                }
            }
            _ => match card {
                Some(card) => Attempt {
                    card,
                    ..drill.attempt_in_front(text, now)
                },
                None => drill.attempt_in_front(text, now),
            },
        };
        Attempt {
            active_ms: u64::try_from(used.as_millis()).unwrap_or(u64::MAX),
            timed_out,
            hints: 0,
            template: false,
            ..attempt
        }
    }
}
