//! A curve as one row of text that moves with the state of the incident.

use crate::domain::{Graph, Incident};

use super::{event::What, world::World};

/// How high a column is, from low to high: signs that are one cell wide everywhere.
pub const HEIGHTS: [char; 4] = ['⣀', '⣤', '⣶', '⣿'];

/// Minutes that a curve shows.
const MINUTES: u32 = 30;

/// The lowest, highest and present value of `graph`, and its last minutes.
pub fn sparkline(graph: &Graph, incident: &Incident, world: &World) -> String {
    let values = values(graph, incident, world);
    let lowest = values.iter().copied().min().unwrap_or_default();
    let highest = values.iter().copied().max().unwrap_or_default();
    let now = values.last().copied().unwrap_or_default();
    let columns: String = values
        .iter()
        .map(|value| column(*value, lowest, highest))
        .collect();
    format!(
        "{}: min {lowest} max {highest} now {now}\n  {columns} {MINUTES} min",
        graph.of
    )
}

fn column(value: u32, lowest: u32, highest: u32) -> char {
    let span = u64::from(highest - lowest).max(1);
    let height = u64::from(value - lowest) * 4 / (span + 1);
    let place = usize::try_from(height).unwrap_or_default();
    HEIGHTS.get(place).copied().unwrap_or(HEIGHTS[3])
}

/// One value for each of the last minutes, the present one last.
fn values(graph: &Graph, incident: &Incident, world: &World) -> Vec<u32> {
    let mut level = f64::from(graph.before);
    let mut past = i64::from(graph.since).max(i64::from(MINUTES));
    let mut values = Vec::new();
    let begins = -i64::from(graph.since);
    past = -past;
    for minute in past..=i64::from(world.minute) {
        if minute >= begins {
            let state = state_at(minute, incident, world);
            let goal = graph.levels.get(state).copied();
            let goal = goal.map_or(level, f64::from);
            level += (goal - level) / f64::from(graph.settles.max(1)).max(1.5);
        }
        values.push(rippled(level, minute));
    }
    let shown = usize::try_from(MINUTES).unwrap_or_default();
    values.split_off(values.len().saturating_sub(shown))
}

/// The state in force at `minute`, which may lie before the start.
fn state_at<'w>(minute: i64, incident: &'w Incident, world: &'w World) -> &'w str {
    let entered = world
        .events
        .iter()
        .rev()
        .find_map(|event| match &event.what {
            What::Entered(state) if i64::from(event.minute) <= minute => Some(state.as_str()),
            _ => None,
        });
    entered.unwrap_or(incident.first_state())
}

/// No measured curve is smooth: two percent up or down, the same in every play.
fn rippled(level: f64, minute: i64) -> u32 {
    let step = minute.wrapping_mul(7919).rem_euclid(5) - 2;
    let step = f64::from(i32::try_from(step).unwrap_or_default());
    let value = (level * (1.0 + step / 100.0))
        .round()
        .clamp(0.0, f64::from(u32::MAX));
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clamped to the range just before"
    )]
    let value = value as u32;
    value
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{super::console::Console, World, sparkline};
    use crate::{
        domain::{Graph, Incident, Task},
        library::{Source, load},
    };

    fn incident() -> Incident {
        let text = include_str!("../../tests/broken/incident-dead-end.yaml");
        let scenario = load(&Source::new("a.yaml", text), "local").value.unwrap();
        match &scenario.steps[0].task {
            Task::Incident(incident) => (**incident).clone(),
            _ => panic!("the first step is no incident"),
        }
    }

    fn graph() -> Graph {
        let levels = [("degraded", 900), ("mitigated", 100)];
        let levels = levels.map(|(state, level)| (state.to_owned(), level));
        Graph {
            of: "queue".to_owned(),
            before: 100,
            since: 10,
            levels: BTreeMap::from(levels),
            settles: 2,
        }
    }

    fn drawn(world: &World, incident: &Incident) -> String {
        sparkline(&graph(), incident, world)
    }

    #[test]
    fn a_curve_moves_with_the_state() {
        let incident = incident();
        let mut console = Console::new(&incident);
        console.begin();
        let before = drawn(console.world(), &incident);
        assert!(before.contains("⣀⣀⣀⣤⣿"), "{before}");
        assert!(before.ends_with("⣿⣿⣿ 30 min"), "{before}");
        console.apply("kubectl rollout undo deploy/api-v2");
        console.apply("wait 8");
        let after = drawn(console.world(), &incident);
        assert!(after.ends_with("⣀⣀⣀ 30 min"), "{after}");
        assert!(after.contains("now 10"), "{after}");
    }

    #[test]
    fn a_flat_curve_is_drawn_too() {
        let incident = incident();
        let flat = Graph {
            before: 0,
            levels: BTreeMap::new(),
            ..graph()
        };
        let text = sparkline(&flat, &incident, &World::new(&incident));
        assert!(text.starts_with("queue: min 0 max 0 now 0\n"), "{text}");
    }
}
