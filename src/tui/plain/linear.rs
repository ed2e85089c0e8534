//! The linear mode: what a line means, and what is said to it.

use super::{
    choices::Choices,
    sitting::{Followed, Sitting},
};
use crate::{
    domain::{Moment, ScenarioId},
    progress::{Purpose, Stop, due_stops},
    tui::{
        ahead::Ahead,
        desk::Desk,
        keeper::Keeper,
        message::{Effect, Message, Write},
        opening::open,
        phrases::Phrase,
        sitting::missed_keys,
    },
};

/// Several scenarios at once.
enum Wanted {
    Due,
    Missed(Option<String>),
}

/// The program without a screen: lines in, text out, the same effects as [`App`](crate::tui::App).
pub struct Linear {
    desk: Desk,
    seed: u64,
    keeper: Keeper,
    choices: Choices,
    sitting: Option<Sitting>,
    /// The scenario that was asked for by name; with it the program ends where the drill does.
    only: Option<ScenarioId>,
    /// What was asked for instead of a scenario, until it is known what that comes to.
    wanted: Option<Wanted>,
    /// What follows the drill under way; with it the program ends where the last one does.
    ahead: Option<Ahead>,
    said: String,
    is_over: bool,
}

impl Linear {
    /// A sitting at the list of what there is to do, or in `only` one scenario.
    pub fn new(desk: Desk, seed: u64, only: Option<ScenarioId>) -> Self {
        Self {
            desk,
            seed,
            keeper: Keeper::default(),
            choices: Choices::default(),
            sitting: None,
            only,
            wanted: None,
            ahead: None,
            said: String::new(),
            is_over: false,
        }
    }

    /// Goes through what is due as soon as it is known.
    pub fn review_at_start(&mut self) {
        self.wanted = Some(Wanted::Due);
    }

    /// Drills the point `key`, or whatever is kept missing, as soon as it is known where that is.
    pub fn drill_missed_at_start(&mut self, key: Option<String>) {
        self.wanted = Some(Wanted::Missed(key));
    }

    /// Says `notice` before everything else.
    pub fn notice(&mut self, notice: &str) {
        self.say(notice);
    }

    /// Says that the terminal could not be drawn on, which is why this mode was taken.
    pub fn explain(&mut self) {
        let why = self.desk.say(Phrase::PlainDumb);
        self.say(why);
    }

    /// What is needed before the first line.
    #[must_use = "an effect that is dropped never happens"]
    pub fn start(&mut self) -> Vec<Effect> {
        vec![Effect::LoadOverview]
    }

    /// What is to be printed, once the effects before it are done.
    pub fn said(&mut self) -> String {
        std::mem::take(&mut self.said)
    }

    /// Whether no more lines are wanted.
    pub const fn is_over(&self) -> bool {
        self.is_over
    }

    /// Why something could not be kept, if anything could not.
    pub fn trouble(&self) -> Option<&str> {
        self.keeper.trouble()
    }

    /// Takes a line.
    #[must_use = "an effect that is dropped never happens"]
    pub fn line(&mut self, line: &str, at: Moment) -> Vec<Effect> {
        self.desk.now = at;
        match &mut self.sitting {
            Some(sitting) => {
                let followed = sitting.line(line, &self.desk);
                self.follow(followed)
            }
            None => self.choose(line.trim()),
        }
    }

    /// Nothing more will come.
    #[must_use = "an effect that is dropped never happens"]
    pub fn end(&mut self, at: Moment) -> Vec<Effect> {
        self.desk.now = at;
        self.is_over = true;
        match &mut self.sitting {
            Some(sitting) => {
                let followed = sitting.end(&self.desk);
                self.keep(followed)
            }
            None => vec![],
        }
    }

    /// Takes the answer to an effect.
    #[must_use = "an effect that is dropped never happens"]
    pub fn update(&mut self, message: Message) -> Vec<Effect> {
        match message {
            Message::Kept(_) if self.keeper.kept() => {
                let saved = self.desk.say(Phrase::SavedNow);
                self.say(saved);
            }
            Message::NotKept { write, reason, at } => {
                let told = self.desk.fill(Phrase::NotSaved, &[&reason]);
                self.say(&told);
                self.keeper.not_kept(write, reason, at.steady);
            }
            Message::Overview(overview) => {
                self.desk.overview = *overview;
                match self.wanted.take() {
                    Some(Wanted::Due) => {
                        let stops = due_stops(&self.desk.overview.due);
                        return self.go_through(Purpose::Review, stops, Phrase::NothingIsDue);
                    }
                    Some(Wanted::Missed(key)) => {
                        return vec![Effect::LoadMissed(missed_keys(key, &self.desk))];
                    }
                    None => {}
                }
                match self.only.clone() {
                    Some(scenario) => return self.enter(&scenario),
                    None => self.offer(),
                }
            }
            Message::Missed(stops) => {
                return self.go_through(Purpose::Drill, stops, Phrase::NowhereMissed);
            }
            Message::Run(left) => {
                if let Ok(drill) = open(&self.desk, &left.draft.scenario, &mut self.seed) {
                    let now = self.desk.now;
                    let drill = drill.carried_on(left.run, left.attempts, &left.draft, now);
                    self.sit(Sitting::new(drill, Some(&left.draft)));
                }
            }
            Message::Failed(notice) | Message::Done(notice) => self.say(&notice),
            _ => {}
        }
        vec![]
    }

    fn say(&mut self, text: &str) {
        self.said.push_str(text);
        self.said.push('\n');
    }

    fn offer(&mut self) {
        let welcome = self.desk.say(Phrase::PlainWelcome);
        self.say(welcome);
        self.choices = Choices::of_today(&self.desk);
        self.said.push_str(&self.choices.text);
    }

    fn choose(&mut self, typed: &str) -> Vec<Effect> {
        if matches!(typed, "q" | ":q" | "quit") {
            self.is_over = true;
            return vec![];
        }
        if typed.is_empty() {
            self.offer();
            return vec![];
        }
        let number = typed.parse::<usize>().ok().and_then(|it| it.checked_sub(1));
        let row = number
            .and_then(|index| self.choices.rows.get(index))
            .cloned();
        let found = Choices::found(typed, &self.desk);
        match (row, found.rows.as_slice()) {
            (Some(scenario), _) => self.enter(&scenario),
            (None, [scenario]) => {
                let scenario = scenario.clone();
                self.enter(&scenario)
            }
            (None, []) => {
                let nothing = self.desk.say(Phrase::NothingFound);
                self.say(nothing);
                vec![]
            }
            (None, _) => {
                self.said.push_str(&found.text);
                self.choices = found;
                vec![]
            }
        }
    }

    fn enter(&mut self, scenario: &ScenarioId) -> Vec<Effect> {
        let mut left = self.desk.overview.resumable.iter();
        if let Some(left) = left.find(|left| left.scenario == *scenario) {
            return vec![Effect::LoadRun(left.run.clone())];
        }
        match open(&self.desk, scenario, &mut self.seed) {
            Ok(drill) => self.sit(Sitting::new(drill, None)),
            Err(problems) => {
                let unreadable = self.desk.say(Phrase::Unreadable);
                self.say(unreadable);
                for problem in problems {
                    self.say(&problem.to_string());
                }
                self.is_over = self.only.is_some();
            }
        }
        vec![]
    }

    /// Plays `stops` one after the other; says `nothing` where none of them can be played.
    fn go_through(&mut self, purpose: Purpose, stops: Vec<Stop>, nothing: Phrase) -> Vec<Effect> {
        self.ahead = Some(Ahead {
            purpose,
            stops: stops.into(),
        });
        let effects = self.next_of_several();
        if self.is_over {
            let nothing = self.desk.say(nothing);
            self.say(nothing);
        }
        effects
    }

    fn next_of_several(&mut self) -> Vec<Effect> {
        let ahead = self.ahead.as_mut();
        let begun = ahead.and_then(|ahead| ahead.begin_next(&self.desk, &mut self.seed));
        let Some(begun) = begun else {
            self.is_over = true;
            return vec![];
        };
        self.sit(Sitting::new(begun.drill, None));
        self.keeper.keep(vec![begun.write])
    }

    fn sit(&mut self, sitting: Sitting) {
        self.said.push_str(&sitting.opening(&self.desk));
        self.sitting = Some(sitting);
    }

    fn follow(&mut self, followed: Followed) -> Vec<Effect> {
        let is_over = followed.is_over;
        let mut effects = self.keep(followed);
        if is_over {
            self.sitting = None;
            if self.ahead.is_some() {
                effects.extend(self.next_of_several());
            } else if self.only.is_some() {
                self.is_over = true;
            } else {
                effects.push(Effect::LoadOverview);
            }
        }
        effects
    }

    fn keep(&mut self, followed: Followed) -> Vec<Effect> {
        self.said.push_str(&followed.said);
        let writes: Vec<Write> = followed.writes;
        if writes.is_empty() && self.keeper.trouble().is_none() {
            return vec![];
        }
        self.keeper.keep(writes)
    }
}
