//! What is due today: the most forgotten first, within the minutes of a day, and never a pile of debt.

use crate::domain::{Moment, ScenarioId};

use super::{catalogue::Catalogue, local_day::LocalDay, memory::Memory, overview::DueStep};

/// The minutes of review that a day may ask for, unless the learner sets others.
pub const MINUTES_PER_DAY: u32 = 20;

/// What a step is expected to take before the learner's own time is known.
const USUAL_MINUTES: u32 = 5;

const MINUTE_MS: u64 = 60_000;
const DAY_MS: i64 = 86_400_000;

/// A step that the schedule knows.
#[derive(Clone, Debug, PartialEq)]
pub struct ScheduledStep {
    /// The scenario, by its present id.
    pub scenario: ScenarioId,
    /// The step.
    pub step: String,
    /// What FSRS knows; `None` for a step that was put on the agenda and not answered since.
    pub memory: Option<Memory>,
    /// When it was put on the agenda by hand or by a mock interview, in milliseconds since 1970, UTC.
    pub queued: Option<i64>,
}

impl ScheduledStep {
    /// When the step comes back, in milliseconds since 1970, UTC; `None` for one that never does.
    pub fn due(&self) -> Option<i64> {
        match (self.memory, self.queued) {
            (Some(memory), Some(queued)) => Some(memory.due.min(queued)),
            (Some(memory), None) => Some(memory.due),
            (None, queued) => queued,
        }
    }

    /// Whether the step is due at `now`. One that was answered under a clock that ran ahead is due at once.
    fn is_due(&self, now: Moment) -> bool {
        let ran_ahead = self
            .memory
            .is_some_and(|memory| memory.last > now.wall_ms.saturating_add(DAY_MS));
        ran_ahead || self.due().is_some_and(|due| due <= now.wall_ms)
    }

    /// The chance that it is still remembered; 0 where nothing is known.
    fn retrievability(&self, now: Moment) -> f32 {
        self.memory
            .map_or(0.0, |memory| memory.retrievability(now.wall_ms))
    }

    fn minutes(&self) -> u32 {
        match self.memory {
            Some(memory) if memory.active_ms > 0 => {
                u32::try_from(memory.active_ms.div_ceil(MINUTE_MS)).unwrap_or(u32::MAX)
            }
            _ => USUAL_MINUTES,
        }
    }
}

/// What today asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Agenda {
    /// Due now and within today's minutes, most forgotten first.
    pub due: Vec<DueStep>,
    /// How many more are due beyond today's minutes; they keep.
    pub later: u32,
    /// When the next step comes back that is not due yet, in milliseconds since 1970, UTC.
    pub next_due_at: Option<i64>,
}

impl Agenda {
    /// What of `steps` is due at `now`, when `reviewed_ms` milliseconds of the `minutes_per_day` are already used.
    /// Steps of scenarios that `catalogue` does not offer are left out.
    pub fn new(
        steps: &[ScheduledStep],
        reviewed_ms: u64,
        minutes_per_day: u32,
        catalogue: &Catalogue,
        now: Moment,
    ) -> Self {
        let offered = steps.iter().filter(|step| catalogue.offers(&step.scenario));
        let (mut due, waiting): (Vec<_>, Vec<_>) = offered.partition(|step| step.is_due(now));
        due.sort_by(|one, other| {
            one.retrievability(now)
                .total_cmp(&other.retrievability(now))
                .then_with(|| one.due().cmp(&other.due()))
                .then_with(|| (&one.scenario, &one.step).cmp(&(&other.scenario, &other.step)))
        });
        let mut minutes = u32::try_from(reviewed_ms / MINUTE_MS).unwrap_or(u32::MAX);
        let mut agenda = Self {
            next_due_at: waiting.iter().filter_map(|step| step.due()).min(),
            ..Self::default()
        };
        for step in due {
            // A step that only begins within the minutes may be finished: otherwise a long one would never come.
            if minutes >= minutes_per_day {
                agenda.later += 1;
                continue;
            }
            minutes = minutes.saturating_add(step.minutes());
            agenda.due.push(DueStep {
                scenario: step.scenario.clone(),
                title: catalogue.title(&step.scenario),
                step: step.step.clone(),
                due_at: step.due().unwrap_or(now.wall_ms),
                minutes: step.minutes(),
            });
        }
        agenda
    }

    /// The minutes that what is due today is expected to take.
    pub fn minutes(&self) -> u32 {
        self.due.iter().map(|step| step.minutes).sum()
    }
}

/// The local day of `now`.
pub fn today(now: Moment) -> LocalDay {
    LocalDay::of(now.wall_ms, now.utc_offset_minutes)
}

#[cfg(test)]
mod tests {
    use super::{
        Agenda, Catalogue, DAY_MS, MINUTES_PER_DAY, Memory, Moment, ScenarioId, ScheduledStep,
    };

    const NOW: i64 = 1_795_424_400_000;

    fn step(name: &str, stability: f32, last_days_ago: i64, active_minutes: u64) -> ScheduledStep {
        ScheduledStep {
            scenario: ScenarioId::new("builtin", "retry"),
            step: name.into(),
            memory: Some(Memory {
                stability,
                difficulty: 5.0,
                last: NOW - last_days_ago * DAY_MS,
                due: NOW - 1,
                reviews: 1,
                lapses: 0,
                active_ms: active_minutes * 60_000,
            }),
            queued: None,
        }
    }

    fn agenda(steps: &[ScheduledStep], reviewed_minutes: u64) -> Agenda {
        let now = Moment {
            wall_ms: NOW,
            ..Moment::default()
        };
        Agenda::new(
            steps,
            reviewed_minutes * 60_000,
            MINUTES_PER_DAY,
            &Catalogue::default(),
            now,
        )
    }

    fn names(agenda: &Agenda) -> Vec<&str> {
        agenda.due.iter().map(|due| due.step.as_str()).collect()
    }

    #[test]
    fn the_most_forgotten_comes_first() {
        let steps = [
            step("fresh", 30.0, 5, 1),
            step("faded", 2.0, 20, 1),
            step("fading", 10.0, 20, 1),
        ];
        assert_eq!(names(&agenda(&steps, 0)), ["faded", "fading", "fresh"]);
    }

    #[test]
    fn a_day_asks_for_twenty_minutes_and_the_rest_keeps() {
        let steps = ["a", "b", "c", "d", "e"].map(|name| step(name, 2.0, 9, 8));
        let today = agenda(&steps, 0);
        assert_eq!((names(&today), today.later), (vec!["a", "b", "c"], 2));
        assert_eq!(today.minutes(), 24);
        let afternoon = agenda(&steps, 15);
        assert_eq!((names(&afternoon), afternoon.later), (vec!["a"], 4));
        assert_eq!(agenda(&steps, 20).due, []);
    }

    #[test]
    fn what_is_not_due_says_when_it_will_be() {
        let mut later = step("later", 9.0, 1, 1);
        if let Some(memory) = &mut later.memory {
            memory.due = NOW + DAY_MS;
        }
        let agenda = agenda(&[later], 0);
        assert_eq!(agenda.due, []);
        assert_eq!(agenda.next_due_at, Some(NOW + DAY_MS));
    }

    #[test]
    fn a_step_put_on_the_agenda_is_due_before_its_time() {
        let mut queued = step("queued", 9.0, 1, 1);
        if let Some(memory) = &mut queued.memory {
            memory.due = NOW + 9 * DAY_MS;
        }
        queued.queued = Some(NOW - 5);
        assert_eq!(names(&agenda(&[queued], 0)), ["queued"]);
    }

    #[test]
    fn a_step_answered_under_a_clock_that_ran_ahead_is_not_lost() {
        let mut ahead = step("ahead", 9.0, -4_000, 1);
        if let Some(memory) = &mut ahead.memory {
            memory.due = NOW + 4_009 * DAY_MS;
        }
        assert_eq!(names(&agenda(&[ahead], 0)), ["ahead"]);
    }
}
