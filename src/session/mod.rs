//! One drill or one mock interview being played, as a state machine.

mod attempt;
mod attention;
mod carry_on;
mod drill;
mod exchange;
mod gaps;
mod interview;
mod interview_end;
mod interview_resumed;
mod interview_turns;
mod judging;
mod jump;
mod ledger;
mod limits;
mod misses;
mod nudges;
mod phrase_book;
mod plan;
mod plan_record;
mod practice;
mod recovered;
mod rehearsal;
mod retry;
mod say_again;
mod stopwatch;
mod study;
mod turn;
mod weakest;

pub use drill::{Drill, Stage};
pub use exchange::{Input, Outcome, OwnJudgement};
pub use interview::{Asked, Interview, InterviewInput};
pub use limits::planned_steps;
pub use plan::{Exercise, Plan, PlanRequest, PlannedStep};
pub use recovered::{Recovered, after_probes};
pub use rehearsal::Given;
pub use turn::Turn;
