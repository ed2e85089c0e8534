//! Opening a drill on a scenario of the desk.

use std::rc::Rc;

use super::desk::Desk;
use crate::{domain::ScenarioId, library::Problem, progress::Identities, session::Drill};

/// A new run through the scenario `id`, its identities drawn from `seed`; the error is what is wrong with the scenario.
pub fn open(desk: &Desk, id: &ScenarioId, seed: &mut u64) -> Result<Drill, Vec<Problem>> {
    let scenario = desk.library.scenario(id)?;
    let glossary = desk.library.glossary(&id.pack).clone();
    // A step of a full-period generator: no two drills of a sitting draw the same identities.
    *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
    let identities = Identities::new(*seed);
    let drill = Drill::open(Rc::new(scenario), Rc::new(glossary), identities, desk.now);
    drill.ok_or_else(Vec::new)
}
