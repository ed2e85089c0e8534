//! The worlds that deeds lead to from one world, each situation once, and from which of them nobody need be hurt.

use std::collections::{HashMap, HashSet, VecDeque};

use crate::{
    domain::Incident,
    incident::{Deed, World, is_well},
};

use super::deeds::Deeds;

/// Worlds and what leads from one to another.
#[derive(Debug)]
pub struct Graph {
    /// The worlds, the start first.
    pub worlds: Vec<World>,
    /// From which world, to which, by what.
    pub steps: Vec<(usize, usize, Deed)>,
    /// How many of the worlds were gone on from; all, where it is whole.
    pub expanded: usize,
}

impl Graph {
    /// Every world that can be reached from `start`, or the first `most` of them.
    pub fn grow(deeds: &Deeds<'_>, start: World, most: usize) -> Self {
        let mut places = HashMap::from([(start.situation(&deeds.names), 0)]);
        let mut graph = Self {
            worlds: vec![start],
            steps: Vec::new(),
            expanded: 0,
        };
        let mut queue = VecDeque::from([0]);
        while let Some(from) = queue.pop_front() {
            if graph.expanded == most {
                break;
            }
            graph.expanded += 1;
            let Some(world) = graph.worlds.get(from).cloned() else {
                continue;
            };
            for deed in deeds.in_world(&world) {
                let next = deeds.after(&world, deed);
                let new = graph.worlds.len();
                let to = *places
                    .entry(next.situation(&deeds.names))
                    .or_insert_with(|| {
                        graph.worlds.push(next);
                        queue.push_back(new);
                        new
                    });
                graph.steps.push((from, to, deed));
            }
        }
        graph
    }

    /// Whether no world was left out.
    pub const fn is_whole(&self) -> bool {
        self.expanded == self.worlds.len()
    }

    /// For each world whether harmless deeds lead from it to one in which nobody is hurt; a world that was not gone
    /// on from may lead anywhere.
    pub fn can_be_well(&self, incident: &Incident) -> Vec<bool> {
        let mut can: Vec<bool> = self
            .worlds
            .iter()
            .enumerate()
            .map(|(at, world)| at >= self.expanded || is_well(incident, &world.state))
            .collect();
        let mut is_news = true;
        while is_news {
            is_news = false;
            // Most steps lead forward in the list, so that one way back through it settles nearly all.
            for (from, to, deed) in self.steps.iter().rev() {
                if !can[*from] && can[*to] && !does_harm(incident, *deed) {
                    can[*from] = true;
                    is_news = true;
                }
            }
        }
        can
    }

    /// The first world that harmless deeds alone have brought into a good state.
    pub fn well(&self, incident: &Incident) -> Option<&World> {
        let mut is_clean = vec![false; self.worlds.len()];
        is_clean[0] = true;
        let mut is_news = true;
        while is_news {
            is_news = false;
            for (from, to, deed) in &self.steps {
                if is_clean[*from] && !is_clean[*to] && !does_harm(incident, *deed) {
                    is_clean[*to] = true;
                    is_news = true;
                }
            }
        }
        let worlds = self.worlds.iter().zip(is_clean);
        worlds
            .filter(|(world, is_clean)| *is_clean && is_well(incident, &world.state))
            .map(|(world, _)| world)
            .min_by_key(|world| world.minute)
    }
}

/// Whether harmless deeds lead from `start` to a world in which nobody is hurt; yes also where more than `most` worlds
/// would have to be gone on from to know.
///
/// What was found last is gone on from first, and what an action led to before all else: as deeds only add to what is
/// known, few worlds off the way to a way out are looked at.
pub fn leads_out(incident: &Incident, deeds: &Deeds<'_>, start: World, most: usize) -> bool {
    let mut seen = HashSet::from([start.situation(&deeds.names)]);
    let mut open = vec![start];
    for _ in 0..most {
        let Some(world) = open.pop() else {
            return false;
        };
        if is_well(incident, &world.state) {
            return true;
        }
        let mut harmless = deeds.in_world(&world);
        harmless.retain(|deed| !does_harm(incident, *deed));
        harmless.sort_by_key(|deed| matches!(deed, Deed::Act(_)));
        for deed in harmless {
            let next = deeds.after(&world, deed);
            if seen.insert(next.situation(&deeds.names)) {
                open.push(next);
            }
        }
    }
    true
}

/// Whether `deed` is an action that does harm.
pub fn does_harm(incident: &Incident, deed: Deed) -> bool {
    let Deed::Act(at) = deed else { return false };
    let action = incident.actions.get(at);
    action.is_some_and(|action| action.harm.is_some())
}
