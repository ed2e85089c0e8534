//! What a listener ticked and noted: its plain text, and what it comes to.

use std::collections::BTreeMap;

use crate::{
    domain::RedFlag,
    scoring::{Flagged, Marks, Scorecard, State, Verdict},
};

/// Between the ticks and the notes.
const RULE: &str = "---";

/// What was heard of a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tick {
    /// All of it.
    Hit,
    /// Some of it.
    Partial,
    /// Nothing of it.
    Missed,
}

impl Tick {
    const ALL: [Self; 3] = [Self::Hit, Self::Partial, Self::Missed];

    /// The name in the text and in the log.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Hit => "hit",
            Self::Partial => "partial",
            Self::Missed => "missed",
        }
    }

    const fn credit(self) -> f64 {
        match self {
            Self::Hit => 1.0,
            Self::Partial => 0.5,
            Self::Missed => 0.0,
        }
    }

    const fn state(self) -> State {
        match self {
            Self::Hit => State::Hit,
            Self::Partial => State::Partial,
            Self::Missed => State::Missed,
        }
    }

    /// The tick that the program would give.
    pub const fn of(state: State) -> Self {
        match state {
            State::Hit => Self::Hit,
            State::Partial => Self::Partial,
            State::Missed | State::Negated | State::Vetoed => Self::Missed,
        }
    }
}

/// What a listener ticked and noted about one answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ticks {
    /// By point or red flag; what is not ticked was not heard.
    pub points: BTreeMap<String, Tick>,
    /// Notes, or the candidate's words.
    pub notes: String,
    /// Whether the candidate has spoken.
    pub has_spoken: bool,
}

impl Ticks {
    /// Reads what [`Self::text`] wrote; any other text is notes.
    pub fn read(text: &str) -> Self {
        let mut points = BTreeMap::new();
        let mut rest = text;
        while let Some((line, after)) = rest.split_once('\n') {
            if line == RULE {
                return Self {
                    points,
                    notes: after.to_owned(),
                    has_spoken: true,
                };
            }
            let tick = line.split_once(' ').and_then(|(name, point)| {
                let tick = Tick::ALL.into_iter().find(|tick| tick.name() == name)?;
                Some((point.to_owned(), tick))
            });
            let Some((point, tick)) = tick else {
                break;
            };
            points.insert(point, tick);
            rest = after;
        }
        Self {
            notes: text.to_owned(),
            ..Self::default()
        }
    }

    /// The plain text: one line for each tick, a rule, the notes; only the notes before anybody spoke.
    pub fn text(&self) -> String {
        if !self.has_spoken {
            return self.notes.clone();
        }
        let mut text = String::new();
        for (point, tick) in &self.points {
            for piece in [tick.name(), " ", point, "\n"] {
                text += piece;
            }
        }
        text + RULE + "\n" + &self.notes
    }

    /// What `graded` comes to by these ticks, those of the red flags `known` too: the program's own grading of the notes counts for
    /// nothing.
    pub fn card(&self, graded: Scorecard, known: &[RedFlag]) -> Scorecard {
        let mut card = graded;
        let mut made = 0.0;
        let mut whole = 0.0;
        for finding in &mut card.criteria {
            let tick = self.points.get(&finding.id).copied();
            let tick = tick.unwrap_or(Tick::Missed);
            finding.state = tick.state();
            finding.credit = tick.credit();
            finding.spans.clear();
            finding.near.clear();
            made += finding.weight * finding.credit;
            whole += finding.weight;
        }
        card.score = if whole > 0.0 { made / whole } else { 0.0 };
        card.verdict = Verdict::of(card.score);
        card.confidence = 1.0;
        card.marks = Marks {
            content: Some(card.score),
            ..Marks::default()
        };
        card.notes.clear();
        card.guards.clear();
        card.remarks.clear();
        let raised = known.iter().filter(|flag| {
            let tick = self.points.get(flag.id.as_str());
            tick == Some(&Tick::Hit)
        });
        card.red_flags = raised
            .map(|flag| Flagged {
                id: flag.id.to_string(),
                spans: vec![],
                fatal: flag.fatal,
            })
            .collect();
        if !card.red_flags.is_empty() {
            card.verdict = card.verdict.min(Verdict::NoHire);
        }
        card
    }

    /// What was ticked or noted since `before`, as the log keeps it: a kind of event and its data.
    pub fn since(&self, before: &Self) -> Vec<(&'static str, serde_json::Value)> {
        let ids = self.points.keys().chain(before.points.keys());
        let ids: std::collections::BTreeSet<&String> = ids.collect();
        let mut changes = vec![];
        for id in ids {
            let now = self.points.get(id);
            if now != before.points.get(id) {
                let says = now.map(|tick| tick.name());
                changes.push(("tick", serde_json::json!({ "criterion": id, "says": says })));
            }
        }
        if self.notes != before.notes {
            changes.push(("noted", serde_json::json!({ "text": self.notes })));
        }
        changes
    }
}

#[cfg(test)]
mod tests {
    use super::{Tick, Ticks};

    #[test]
    fn what_was_ticked_is_read_back_with_notes_that_look_like_ticks() {
        let mut ticks = Ticks {
            notes: "hit the roof\n---\nmissed me".to_owned(),
            has_spoken: true,
            ..Ticks::default()
        };
        ticks.points.insert("cause".to_owned(), Tick::Hit);
        ticks.points.insert("proof".to_owned(), Tick::Partial);
        assert_eq!(Ticks::read(&ticks.text()), ticks);
        ticks.points.clear();
        assert_eq!(Ticks::read(&ticks.text()), ticks);
    }

    #[test]
    fn before_anybody_spoke_there_are_only_notes() {
        let ticks = Ticks::read("listen well");
        assert_eq!(ticks.notes, "listen well");
        assert!(!ticks.has_spoken && ticks.points.is_empty());
        assert_eq!(ticks.text(), "listen well");
    }

    #[test]
    fn a_change_of_mind_is_told_once() {
        let before = Ticks::read("hit cause\n---\n");
        let after = Ticks::read("missed cause\nhit proof\n---\nspoke fast");
        let kinds: Vec<_> = after.since(&before).into_iter().map(|it| it.0).collect();
        assert_eq!(kinds, ["tick", "tick", "noted"]);
        assert!(after.since(&after).is_empty());
    }
}
