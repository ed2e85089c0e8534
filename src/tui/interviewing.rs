//! Going into a mock interview: drawing its plan, and carrying on one that was cut off.

use std::rc::Rc;

use super::{
    app::App,
    message::{Effect, LeftRun, PastInterview, Write},
    phrases::Phrase,
    route::{Reply, Route},
    screens::{InterviewScreen, InterviewsScreen},
};
use crate::{
    domain::ScenarioId,
    progress::Run,
    report::Report,
    session::{Interview, Outcome, Plan, PlanRequest},
};

impl App {
    /// Shows the plan of a mock interview as soon as it is known what was done so far.
    pub fn interview_at_start(&mut self, wanted: PlanRequest) {
        self.wanted = wanted;
        self.waiting = Some(Route::Mock);
    }

    /// Shows the interviews so far that had a plan and an answer.
    pub(super) fn look_back(&mut self, past: &[PastInterview]) -> Vec<Effect> {
        let answered = past.iter().filter(|it| !it.attempts.is_empty());
        let told = answered.filter_map(|it| {
            Report::of(&it.run, &it.attempts, it.pauses, |id| {
                self.desk.library.scenario(id).ok()
            })
        });
        let screen = InterviewsScreen::new(told.collect());
        self.above.push(Box::new(screen));
        vec![]
    }

    /// Draws a plan and shows it; the next one differs.
    pub(super) fn interview(&mut self) -> Vec<Effect> {
        let request = self.wanted.clone();
        self.wanted.seed = self.wanted.seed.wrapping_add(1);
        let plan = Plan::draw(
            request,
            self.desk.library.headers(),
            &self.desk.overview,
            self.desk.now.wall_ms,
            |id| self.desk.library.scenario(id).ok(),
        );
        match self.opened_interview(plan) {
            Some(interview) => self.above.push(Box::new(InterviewScreen::new(interview))),
            None => self.notice = Some(self.desk.say(Phrase::MockNothing).to_owned()),
        }
        vec![]
    }

    /// The same in place of the plan in front.
    pub(super) fn another_interview(&mut self) -> Vec<Effect> {
        self.above.pop();
        self.interview()
    }

    /// Tells the screen in front that time passed.
    pub(super) fn tick(&mut self) -> Vec<Effect> {
        let (screen, desk) = self.top_and_desk();
        let reply = screen.tick(desk);
        if reply == Reply::stay() {
            return vec![];
        }
        self.follow(reply)
    }

    /// Carries on the interview `run`.
    pub(super) fn interview_again(&mut self, run: Run, left: LeftRun) -> Vec<Effect> {
        let interview = Plan::from_json(&run.plan).and_then(|plan| self.opened_interview(plan));
        let Some(interview) = interview else {
            self.notice = Some(self.desk.say(Phrase::Unreadable).to_owned());
            return vec![];
        };
        let mut drafts = vec![left.draft];
        drafts.extend(left.others);
        let mut interview = interview.resumed(run, left.attempts, &drafts, self.desk.now);
        let outcomes = interview.gone_on_with(left.pauses, self.desk.now);
        let records = outcomes.into_iter().filter_map(|outcome| match outcome {
            Outcome::Record(record) => Some(*record),
            Outcome::Moved => None,
        });
        let write = Write::Records {
            records: records.collect(),
            finished: None,
        };
        let screen = InterviewScreen::resumed(interview, &drafts);
        self.above.push(Box::new(screen));
        self.keeper.keep(vec![write])
    }

    fn opened_interview(&mut self, plan: Plan) -> Option<Interview> {
        self.seed = self
            .seed
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        let library = &self.desk.library;
        let scenario_of = |id: &ScenarioId| {
            let scenario = library.scenario(id).ok()?;
            Some((
                Rc::new(scenario),
                Rc::new(library.glossary(&id.pack).clone()),
            ))
        };
        Interview::open(plan, scenario_of, self.seed, self.desk.now)
    }
}
