//! One drill, line by line: what is asked, the answer as it grows, and what it came to.

use std::fmt::Write as _;

use super::{
    console::console_answer,
    wording::{in_front, opening, question},
};
use crate::{
    domain::Moment,
    progress::{Draft, DraftKey, Part, Record},
    scoring::{State, nearest_model},
    session::{Drill, Input, Outcome, Stage},
    tui::{
        desk::Desk, marked::marked, message::Write, phrases::Phrase, printable::printable,
        template::template,
    },
};

/// A drill, and the lines of the answer that were written so far.
pub struct Sitting {
    drill: Drill,
    lines: Vec<String>,
}

/// What follows from a line.
#[derive(Default)]
pub struct Followed {
    /// What is said, once the writes are done.
    pub said: String,
    /// What belongs on the disk, in order.
    pub writes: Vec<Write>,
    /// Whether the drill is over, or left.
    pub is_over: bool,
}

impl Sitting {
    /// A drill at its first question, or where `draft` left it.
    pub fn new(drill: Drill, draft: Option<&Draft>) -> Self {
        let text = draft.map_or("", |draft| draft.text.as_str());
        Self {
            drill,
            lines: text.lines().map(str::to_owned).collect(),
        }
    }

    /// The brief and what is asked.
    pub fn opening(&self, desk: &Desk) -> String {
        let question = question(&self.drill, &self.lines, desk);
        opening(&self.drill, desk) + &question
    }

    /// Takes a line; it may be a command, a part of an answer, or a whole sentence.
    pub fn line(&mut self, line: &str, desk: &Desk) -> Followed {
        let now = desk.now;
        match (self.drill.stage().clone(), line.trim()) {
            (_, ":back" | ":q" | ":quit") => Followed {
                writes: self.draft(now).into_iter().collect(),
                is_over: true,
                ..Followed::default()
            },
            (Stage::Asking, ".") => self.hand_in(desk),
            (Stage::Asking, command) if command.starts_with(':') => {
                self.command(command, line, desk)
            }
            (Stage::Asking, _) => self.write(line, desk),
            (
                Stage::Judging(_)
                | Stage::Debrief(_)
                | Stage::Commit(_)
                | Stage::SayAgain { .. }
                | Stage::Missed { .. },
                "" | ".",
            ) => self.go_on(Input::Continue, desk),
            (Stage::Debrief(_), ":retry") => self.go_on(Input::Retry, desk),
            (Stage::Judging(index) | Stage::Debrief(index), command) => {
                self.ask_about(index, command, desk)
            }
            (Stage::SayAgain { .. } | Stage::Missed { .. }, sentence) => {
                self.say_again(sentence.to_owned(), desk)
            }
            (Stage::Commit(_), text) => self.go_on(Input::Submit(text.to_owned()), desk),
            (Stage::Finished, _) => Followed {
                is_over: true,
                ..Followed::default()
            },
        }
    }

    /// Nothing more will come: what was written is handed in.
    pub fn end(&mut self, desk: &Desk) -> Followed {
        let mut followed = match self.drill.stage() {
            Stage::Asking if !self.is_blank() => self.hand_in(desk),
            _ => Followed::default(),
        };
        followed.is_over = true;
        followed
    }

    fn is_blank(&self) -> bool {
        self.lines.iter().all(|line| line.trim().is_empty())
    }

    fn write(&mut self, line: &str, desk: &Desk) -> Followed {
        let now = desk.now;
        let shown = console_answer(&self.drill, &self.lines, line, desk);
        let _ = self.drill.apply(Input::Touch, now);
        // A line that begins with a dot is written with one more, so that a dot can stand alone.
        let line = line.strip_prefix('.').unwrap_or(line);
        self.lines.push(printable(line));
        Followed {
            said: shown,
            writes: self.draft(now).into_iter().collect(),
            ..Followed::default()
        }
    }

    fn draft(&self, now: Moment) -> Option<Write> {
        if self.is_blank() {
            return None;
        }
        let text = self.lines.join("\n");
        Some(Write::Draft(Draft {
            run: self.drill.run().to_owned(),
            scenario: self.drill.scenario().header.id.clone(),
            step: self.drill.step().id.to_string(),
            field: self.drill.field(),
            caret: text.chars().count(),
            text,
            active_ms: u64::try_from(self.drill.active(now).as_millis()).unwrap_or(u64::MAX),
            saved_at: now.wall_ms,
        }))
    }

    fn key(&self) -> DraftKey {
        DraftKey {
            run: self.drill.run().to_owned(),
            step: self.drill.step().id.to_string(),
            field: Some(self.drill.field()),
        }
    }

    /// Hands `input` to the session; what it logs belongs on the disk before anything is said.
    fn apply(&mut self, input: Input, finished: Option<DraftKey>, now: Moment) -> Followed {
        let outcomes = self.drill.apply(input, now).into_iter();
        let records: Vec<Record> = outcomes
            .filter_map(|outcome| match outcome {
                Outcome::Record(record) => Some(*record),
                Outcome::Moved => None,
            })
            .collect();
        let is_empty = records.is_empty() && finished.is_none();
        let writes = (!is_empty).then_some(Write::Records { records, finished });
        Followed {
            writes: writes.into_iter().collect(),
            ..Followed::default()
        }
    }

    fn hand_in(&mut self, desk: &Desk) -> Followed {
        if self.is_blank() {
            return said(format!("{}\n", desk.say(Phrase::NothingToSubmit)));
        }
        let answer = std::mem::take(&mut self.lines).join("\n");
        let key = self.key();
        let mut followed = self.apply(Input::Submit(answer), Some(key), desk.now);
        followed.said = in_front(&self.drill, &self.lines, desk);
        followed
    }

    fn go_on(&mut self, input: Input, desk: &Desk) -> Followed {
        let mut followed = self.apply(input, None, desk.now);
        followed.said = in_front(&self.drill, &self.lines, desk);
        followed.is_over = *self.drill.stage() == Stage::Finished;
        followed
    }

    fn say_again(&mut self, sentence: String, desk: &Desk) -> Followed {
        let key = self.key();
        let mut followed = self.apply(Input::Submit(sentence), Some(key), desk.now);
        let graded = followed.writes.iter().find_map(|write| match write {
            Write::Records { records, .. } => records.iter().find_map(|record| match record {
                Record::Attempt(attempt) if matches!(attempt.part, Part::Retype | Part::Retry) => {
                    Some(attempt)
                }
                _ => None,
            }),
            Write::Draft(_) => None,
        });
        if let Some(attempt) = graded {
            let card = &attempt.card;
            let state = card.criteria.first().map_or(State::Missed, |it| it.state);
            let phrase = if state == State::Hit {
                Phrase::SayAgainHit
            } else {
                Phrase::SayAgainMiss
            };
            let runs = marked(&attempt.answer, &card.criteria, &[], &desk.theme);
            let words: String = runs.into_iter().map(|(text, _)| text).collect();
            followed.said = format!("{words}\n{}: {}\n", desk.state(state), desk.say(phrase));
        }
        followed
    }

    fn command(&mut self, command: &str, line: &str, desk: &Desk) -> Followed {
        let is_chinese = desk.language.is_chinese();
        match command {
            ":help" => said(format!(
                "{}\n",
                desk.fill(
                    Phrase::PlainHelp,
                    &[":hint", ":template", ":points", ":study", ":clear", ":back"]
                )
            )),
            ":hint" if self.drill.hints_left() == 0 => {
                said(format!("{}\n", desk.say(Phrase::NoMoreHints)))
            }
            ":hint" => {
                let mut followed = self.apply(Input::Hint, None, desk.now);
                let hints = self.drill.hints();
                let hint = hints.last().map_or("", |hint| hint.in_language(is_chinese));
                followed.said = format!("{}: {hint}\n", desk.say(Phrase::HintLabel));
                followed
            }
            ":template" => match template(desk, &self.drill) {
                Ok(template) => {
                    let mut followed = self.apply(Input::Template, None, desk.now);
                    followed.said = format!("{}\n", template.trim_end());
                    followed
                }
                Err(why) => said(format!("{}\n", desk.say(why))),
            },
            ":points" => {
                let register = self.drill.turn().register;
                let rubric = self.drill.step().rubric.iter();
                let asked = rubric.filter(|point| point.applies_to(register));
                said(asked.fold(String::new(), |mut text, point| {
                    let _ = writeln!(text, "- {}", point.point.in_language(is_chinese));
                    text
                }))
            }
            ":study" => {
                let mut followed = self.apply(Input::Study, None, desk.now);
                let model = self.drill.model().map_or("", |model| model.text.trim());
                followed.said = format!("{}:\n{model}\n", desk.say(Phrase::ModelAnswer));
                followed
            }
            ":clear" => {
                self.lines.clear();
                Followed::default()
            }
            _ => self.write(line, desk),
        }
    }

    fn ask_about(&mut self, index: usize, command: &str, desk: &Desk) -> Followed {
        let attempt = self.drill.attempt(index).cloned();
        let Some(attempt) = attempt else {
            return Followed::default();
        };
        let number = command.strip_prefix(":dispute").map(str::trim);
        let point = number
            .and_then(|number| number.parse::<usize>().ok())
            .and_then(|number| attempt.card.criteria.get(number.checked_sub(1)?))
            .filter(|finding| finding.credit < 1.0);
        if let Some(finding) = point {
            let mut followed = self.apply(Input::Dispute(finding.id.clone()), None, desk.now);
            followed.said = format!("{}\n", desk.say(Phrase::Disputed));
            return followed;
        }
        match command {
            ":model" => {
                let register = attempt.register.as_deref();
                let register = register.and_then(crate::domain::Register::parse);
                let step = self.drill.step_of(&attempt);
                let model = step.and_then(|step| nearest_model(step, register, &attempt.answer));
                said(format!(
                    "{}:\n{}\n",
                    desk.say(Phrase::ModelAnswer),
                    model.unwrap_or_default().trim()
                ))
            }
            _ if number.is_some() => said(format!("{}\n", desk.say(Phrase::NothingToDispute))),
            other => said(format!("{}\n", desk.fill(Phrase::PlainNoSuch, &[other]))),
        }
    }
}

fn said(text: String) -> Followed {
    Followed {
        said: text,
        ..Followed::default()
    }
}
