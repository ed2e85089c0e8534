//! What is worth doing in a world: only what changes what can still happen.

use crate::{
    domain::{Circumstance, Incident},
    incident::{Deed, World},
};

/// The deeds of an incident that matter, and the names it matters to have opened or done.
#[derive(Debug)]
pub struct Deeds<'i> {
    incident: &'i Incident,
    /// Names that something depends on.
    pub names: Vec<&'i str>,
    all: Vec<Deed>,
}

impl<'i> Deeds<'i> {
    /// The deeds of `incident` without those at what is `barred`.
    pub fn of(incident: &'i Incident, barred: &[String]) -> Self {
        let names = names(incident);
        let is_free = |id: &str| !barred.iter().any(|each| each == id);
        let matters = |id: &str| names.contains(&id) && is_free(id);
        let evidence = places(&incident.evidence, |it| matters(&it.id));
        let actions = places(&incident.actions, |it| {
            (it.enters.is_some() || names.contains(&it.id.as_str())) && is_free(&it.id)
        });
        let people = places(&incident.people, |it| matters(&it.id));
        let runbooks = places(&incident.runbooks, |it| matters(&it.id));
        let all = evidence
            .map(Deed::Look)
            .chain(actions.map(Deed::Act))
            .chain(people.map(Deed::Ask))
            .chain(runbooks.map(Deed::Read))
            .collect();
        Self {
            incident,
            names,
            all,
        }
    }

    /// What is worth doing in `world`; waiting lasts until something can be otherwise.
    pub fn in_world(&self, world: &World) -> Vec<Deed> {
        if world.is_over {
            return Vec::new();
        }
        let mut deeds: Vec<Deed> = self
            .all
            .iter()
            .copied()
            .filter(|deed| self.is_worth(world, *deed))
            .collect();
        let ends = [self.incident.minutes];
        let next = self
            .incident
            .evidence
            .iter()
            .map(|it| it.at)
            .chain(self.incident.injects.iter().map(|it| it.at))
            .chain(world.due_minutes())
            .chain(ends)
            .filter(|minute| *minute > world.minute)
            .min();
        deeds.extend(next.map(|minute| Deed::Wait(minute - world.minute)));
        deeds
    }

    fn is_worth(&self, world: &World, deed: Deed) -> bool {
        match deed {
            Deed::Look(at) => self.incident.evidence.get(at).is_some_and(|it| {
                it.at <= world.minute
                    && world.knows(&it.needs)
                    && !world.has_opened(&it.id)
                    && world.is_pending(at).is_none()
            }),
            Deed::Act(at) => self.incident.actions.get(at).is_some_and(|it| {
                let is_news = !world.has_done(&it.id) && self.names.contains(&it.id.as_str());
                let enters = it.enters.as_deref();
                let is_move = enters
                    .is_some_and(|state| state != world.state && !world.is_changing_to(state));
                world.knows(&it.needs) && (is_news || is_move)
            }),
            Deed::Ask(at) => {
                let person = self.incident.people.get(at);
                person.is_some_and(|it| !world.has_opened(&it.id))
            }
            Deed::Read(at) => {
                let runbook = self.incident.runbooks.get(at);
                runbook.is_some_and(|it| !world.has_opened(&it.id))
            }
            Deed::Wait(_) => true,
        }
    }

    /// The world after `deed`, without what does not matter any more.
    pub fn after(&self, world: &World, deed: Deed) -> World {
        let mut world = world.clone();
        let question = match deed {
            Deed::Ask(at) => self.question(at),
            _ => "",
        };
        world.undertake(self.incident, deed, question, 0);
        world.forget_but(&self.names);
        world
    }

    /// A question that the person at `place` has an answer to.
    fn question(&self, place: usize) -> &'i str {
        let person = self.incident.people.get(place);
        let about = person.and_then(|it| it.says.iter().find_map(|says| says.about.first()));
        about.map_or("", String::as_str)
    }
}

fn places<T>(items: &[T], is_wanted: impl Fn(&T) -> bool) -> impl Iterator<Item = usize> {
    let wanted: Vec<usize> = items
        .iter()
        .enumerate()
        .filter(|(_, item)| is_wanted(item))
        .map(|(at, _)| at)
        .collect();
    wanted.into_iter()
}

/// Every name that a need or a circumstance speaks of.
fn names(incident: &Incident) -> Vec<&str> {
    let needs = incident
        .evidence
        .iter()
        .flat_map(|it| &it.needs)
        .chain(incident.actions.iter().flat_map(|it| &it.needs))
        .map(String::as_str);
    let evidence = incident.evidence.iter().flat_map(|it| &it.output);
    let actions = incident.actions.iter().flat_map(|it| &it.output);
    let people = incident.people.iter().flat_map(|it| &it.says);
    let outputs = evidence.chain(actions).chain(people);
    let of_outputs = outputs.filter_map(|it| it.when.as_ref());
    let injects = incident.injects.iter();
    let of_injects = injects.flat_map(|it| [it.when.as_ref(), it.unless.as_ref()]);
    let circumstances = of_outputs.chain(of_injects.flatten());
    let mut names: Vec<&str> = needs
        .chain(circumstances.flat_map(Circumstance::names))
        .collect();
    names.sort_unstable();
    names.dedup();
    names
}
