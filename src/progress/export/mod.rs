//! Progress as text, to move and to merge: one JSON object per line.
//!
//! The first line says what the file is; then come records in the order of their times and identities:
//!
//! ```json
//! {"record":"firedrill-export","version":1,"device":"0197…","learner":null,"exported_at":"2026-11-23T15:02:11.000Z","program":"0.1.0","answers":true}
//! {"record":"run","id":"0197…","device":"0197…","purpose":"drill","plan":{},"started_at":"2026-11-23T14:40:00.120Z","utc_offset":60}
//! {"record":"attempt","id":"0197…","run":"0197…","scenario":"builtin/…","step":"opening","part":"answer",…,"score":0.83,"verdict":"hire",…,"criteria":[…]}
//! {"record":"event","id":"0197…","run":"0197…","attempt":"0197…","scenario":"builtin/…","step":"opening","kind":"rated","at":"…","active_ms":0,"data":{"rating":"good"}}
//! ```
//!
//! Times are UTC with milliseconds; `utc_offset` is in minutes east of UTC where the learner sat. An attempt carries its
//! whole scorecard: `score`, `verdict`, `confidence`, `marks`, `criteria`, `red_flags`, `notes`, `guards`, `remarks`,
//! and where the step was one, `review`, `incident` or `sheet`.
//! `"scheduled":false` marks an attempt at a step that the schedule does not bring back; it is left out otherwise.
//!
//! Importing unites by `id`: a record that is there already is passed over, one with the same `id` and other content is
//! reported and skipped. Order and repetition do not matter. Fields and records that this program does not know are
//! kept and written out again. Without answers (`"answers":false`) nothing that the learner wrote is in the file: of a scorecard
//! only scores, verdict and criteria without their words, of an event only that it happened and, of a signature, who signed. Such a
//! file is for showing, and is not imported.
//!
//! The kinds of events, and the `data` of those that mean something to schedule and statistics:
//!
//! | kind | `data` | effect |
//! | --- | --- | --- |
//! | `rated` | `{"rating":"again"}`, `hard`, `good` or `easy` | corrects what the schedule hears of the attempt; the last one counts |
//! | `disputed` | `{"criterion":"…","says":"hit"}` | the point counts neither as made nor as missed; saying what the score says withdraws it |
//! | `self-assessed` | `{"made":["…"]}` | the criteria that the learner believes to have met, for calibration |
//! | `queued` | `{}` | puts `scenario` and `step` on the agenda |
//! | `reset` | `{}` | earlier attempts at `scenario`, or at its `step`, no longer count |
//! | `signed-off` | `{"track":"…","item":"…","by":"…"}` | a person vouches for an item of a track; the last one counts |
//! | `renamed` | `{"scenario":"…","step":"…"}` | what `scenario`, or its `step`, is called now |
//! | `renamed` | `{"criterion":"…","now":"…"}` | what a `criterion` of `scenario` and `step` is called now |
//!
//! Every other kind (`opened`, `hint`, `template`, `pause`, `resume`, `finished`, `abandoned` and so on) is kept as it is.

mod csv;
mod fields;
mod line;
mod reading;
mod records;
mod time;
mod wordless;
mod writing;

pub use csv::{CSV_HEADING, csv_rows};
pub use line::{AttemptLine, EXPORT_VERSION, EventLine, ExportHeader, Line, OtherLine, RunLine};
pub use reading::{LineProblem, read_line};
pub use time::read_time;
pub use writing::write_line;
