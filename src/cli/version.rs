//! What `--version` says: the program, the formats it reads, and the engine that grades.

use std::sync::LazyLock;

use crate::{library::SCENARIO_FORMAT, progress::EXPORT_VERSION, scoring::ENGINE_VERSION};

static LONG: LazyLock<String> = LazyLock::new(|| {
    let program = env!("CARGO_PKG_VERSION");
    format!(
        "{program}\nscenario format {SCENARIO_FORMAT}\nexport format {EXPORT_VERSION}\nscoring engine {ENGINE_VERSION}"
    )
});

/// The long form, one version a line.
pub fn long() -> &'static str {
    &LONG
}
