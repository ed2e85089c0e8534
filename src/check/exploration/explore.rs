//! Where an incident can lead: all of it where its worlds are few, else by plays drawn from a fixed seed.

use crate::{
    domain::Incident,
    incident::{Deed, World, is_well},
};

use super::{
    coverage::Coverage,
    deeds::Deeds,
    graph::{Graph, does_harm, leads_out},
};

/// Worlds that are gone on from before chance takes over.
const MOST: usize = 2500;

/// Plays that are drawn where the worlds are too many.
const PLAYS: u64 = 150;

/// Worlds that are looked through for a way out of one.
const NEAR: usize = 300;

/// What an incident can come to.
#[derive(Debug)]
pub struct Exploration {
    /// What was there to be seen or done.
    pub coverage: Coverage,
    /// Whether every world was looked at.
    pub is_whole: bool,
    /// The first minute in which harmless deeds have helped; `None` where they never do.
    pub well_at: Option<u32>,
    /// The world in that minute.
    pub well: Option<World>,
    /// What nothing leads out of, with the minute; each once.
    pub traps: Vec<Trap>,
}

/// Something after which no harmless deed helps any more, though there would be time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Trap {
    /// What was done.
    pub deed: Deed,
    /// When it had its effect.
    pub minute: u32,
    /// The place of the inject that brought it about while somebody waited.
    pub inject: Option<usize>,
}

impl Exploration {
    /// Explores `incident`; what is `barred` is never done.
    pub fn of(incident: &Incident, barred: &[String]) -> Self {
        Self::within(incident, barred, MOST)
    }

    /// The same with at most `most` worlds gone on from before chance takes over.
    fn within(incident: &Incident, barred: &[String], most: usize) -> Self {
        let deeds = Deeds::of(incident, barred);
        let mut start = World::new(incident);
        start.pass(incident, 0);
        start.forget_but(&deeds.names);
        let graph = Graph::grow(&deeds, start.clone(), most);
        let mut coverage = Coverage::of(incident);
        for world in &graph.worlds {
            coverage.take_in(incident, world);
        }
        let well = graph.well(incident).cloned();
        let mut found = Self {
            coverage,
            is_whole: graph.is_whole(),
            well_at: well.as_ref().map(|world| world.minute),
            well,
            traps: Vec::new(),
        };
        let can = graph.can_be_well(incident);
        for (from, to, deed) in &graph.steps {
            if can[*from] && !can[*to] {
                found.trap(incident, *deed, &graph.worlds[*from], &graph.worlds[*to]);
            }
        }
        if !found.is_whole {
            for seed in 1..=PLAYS {
                found.play(incident, &deeds, start.clone(), seed);
            }
        }
        found
    }

    /// Plays once to the end, with deeds drawn by chance.
    fn play(&mut self, incident: &Incident, deeds: &Deeds<'_>, start: World, seed: u64) {
        let mut world = start;
        let mut chance = seed;
        let mut is_clean = true;
        while !world.is_over {
            let choices = deeds.in_world(&world);
            let Some(deed) = drawn(&choices, &mut chance) else {
                break;
            };
            let next = deeds.after(&world, deed);
            self.coverage.take_in(incident, &next);
            is_clean &= !does_harm(incident, deed);
            let is_earlier = self.well_at.is_none_or(|minute| next.minute < minute);
            if is_clean && is_earlier && is_well(incident, &next.state) {
                self.well_at = Some(next.minute);
                self.well = Some(next.clone());
            }
            if next.state != world.state && !leads_out(incident, deeds, next.clone(), NEAR) {
                self.trap(incident, deed, &world, &next);
            }
            world = next;
        }
    }

    /// Notes a trap, where time is not what is wanting.
    fn trap(&mut self, incident: &Incident, deed: Deed, before: &World, after: &World) {
        let left = incident.minutes.saturating_sub(after.minute);
        if self.well_at.is_none_or(|needed| left < needed) {
            return;
        }
        let inject = incident.injects.iter().enumerate().position(|(at, it)| {
            before.came(at).is_none()
                && after.came(at).is_some()
                && it.enters.as_deref() == Some(after.state.as_str())
        });
        // What takes effect while somebody waits was done before.
        let action = incident
            .actions
            .iter()
            .position(|it| it.enters.as_deref() == Some(after.state.as_str()));
        let deed = match (deed, action) {
            (Deed::Wait(_), Some(action)) if inject.is_none() => Deed::Act(action),
            _ => deed,
        };
        let is_same =
            |known: &Trap| known.inject == inject && (inject.is_some() || known.deed == deed);
        let is_told = inject.is_some() || !matches!(deed, Deed::Wait(_));
        if is_told && !self.traps.iter().any(is_same) {
            let minute = after.minute;
            self.traps.push(Trap {
                deed,
                minute,
                inject,
            });
        }
    }
}

/// What can be seen or done in `incident` while it hurts, without what is `barred`.
pub fn before_known(incident: &Incident, barred: &[String]) -> Coverage {
    let deeds = Deeds::of(incident, barred);
    let mut start = World::new(incident);
    start.pass(incident, 0);
    start.forget_but(&deeds.names);
    let graph = Graph::grow(&deeds, start, MOST);
    let mut coverage = Coverage::of(incident);
    let hurting = graph
        .worlds
        .iter()
        .filter(|world| !is_well(incident, &world.state));
    for world in hurting {
        coverage.take_in(incident, world);
    }
    coverage
}

/// One of `choices`, by a linear congruential generator with Knuth's constants.
fn drawn(choices: &[Deed], chance: &mut u64) -> Option<Deed> {
    *chance = chance
        .wrapping_mul(6_364_136_223_846_793_005)
        .wrapping_add(1_442_695_040_888_963_407);
    let count = u64::try_from(choices.len()).ok()?;
    let at = (*chance >> 33).checked_rem(count)?;
    choices.get(usize::try_from(at).ok()?).copied()
}

#[cfg(test)]
mod tests {
    use super::Exploration;
    use crate::{
        domain::{Incident, Task},
        library::{Source, load},
    };

    fn incident(text: &str) -> Incident {
        let scenario = load(&Source::new("a.yaml", text), "local").value.unwrap();
        match &scenario.steps[0].task {
            Task::Incident(incident) => (**incident).clone(),
            _ => panic!("the first step is no incident"),
        }
    }

    const DEAD_END: &str = include_str!("../../../tests/broken/incident-dead-end.yaml");
    const UNREACHABLE: &str =
        include_str!("../../../tests/broken/incident-evidence-unreachable.yaml");

    #[test]
    fn chance_finds_what_the_whole_shows() {
        for text in [DEAD_END, UNREACHABLE] {
            let incident = incident(text);
            let whole = Exploration::of(&incident, &[]);
            let drawn = Exploration::within(&incident, &[], 1);
            assert!(whole.is_whole && !drawn.is_whole);
            assert_eq!(whole.coverage, drawn.coverage);
            let deeds =
                |it: &Exploration| it.traps.iter().map(|trap| trap.deed).collect::<Vec<_>>();
            assert_eq!(deeds(&whole), deeds(&drawn));
        }
    }

    #[test]
    fn a_play_drawn_by_chance_is_the_same_every_time() {
        let incident = incident(DEAD_END);
        let first = Exploration::within(&incident, &[], 1);
        let second = Exploration::within(&incident, &[], 1);
        assert_eq!(first.traps, second.traps);
        assert_eq!(first.well_at, second.well_at);
    }

    #[test]
    fn what_is_barred_leads_nowhere() {
        let incident = incident(DEAD_END);
        assert_eq!(Exploration::of(&incident, &[]).well_at, Some(1));
        assert_eq!(
            Exploration::of(&incident, &["undo".to_owned()]).well_at,
            None
        );
    }
}
