//! What a scenario is made of: plain values without input, output or clock.

mod cause;
mod circumstance;
mod criterion;
mod diff;
mod header;
mod identity;
mod incident;
mod model;
mod moment;
mod position;
mod register;
mod review;
mod scenario;
mod sheet;
mod step;
mod task;
mod text;
mod track;

pub use cause::Cause;
pub use circumstance::{Circumstance, Fact};
pub use criterion::{Criterion, NegationRule, PatternText, RedFlag, Requirement, Scope};
pub use diff::{Diff, DiffLine, FileDiff, Hunk, LineKind, Spot};
pub use header::{Difficulty, Header, Kind};
pub use identity::{CriterionId, ScenarioId, StepId};
pub use incident::{Ask, Evidence, Herring, Incident, Inject, Output, Person, Remedy, Runbook};
pub use model::{Expectation, ExpectedState, Model, Sample};
pub use moment::Moment;
pub use position::Position;
pub use register::Register;
pub use review::{Anchor, CommentLabel, Decision, Remarkable, Review, ReviewFinding};
pub use scenario::{Feedback, Scenario};
pub use sheet::{Formula, Gigabyte, Given, Lever, Month, Price, Row, Sheet};
pub use step::{Condition, Form, Language, Limits, Step};
pub use task::{Say, SayDrill, Task};
pub use text::Text;
pub use track::{Track, TrackDay, TrackItem, TrackTask};
