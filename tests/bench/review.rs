//! How long a key takes to become a frame in a diff of 3,000 lines, and what the diff costs in memory.
//!
//! `cargo bench --bench review` prints median and 99th percentile of 2,000 keys at 80×24 and at 140×45.
#![expect(clippy::print_stdout, reason = "a benchmark prints its report")]
#![expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")]

use std::{
    error::Error,
    fmt::Write as _,
    rc::Rc,
    time::{Duration, Instant},
};

use firedrill::{
    domain::{Moment, ScenarioId},
    library::{Library, PackSource, Source},
    tui::{App, Desk, Message},
};
use ratatui::{
    Terminal,
    backend::TestBackend,
    crossterm::event::{KeyCode, KeyEvent, KeyModifiers},
};

const KEYS: usize = 2_000;

fn main() -> Result<(), Box<dyn Error>> {
    let text = scenario();
    let before = resident();
    let source = Source::new("long.yaml", text);
    let library = Rc::new(Library::load(vec![PackSource::new("local", vec![source])]));
    for (width, height) in [(80, 24), (140, 45)] {
        let now = Moment::default();
        let mut app = App::new(Desk::new(Rc::clone(&library), now), 7);
        app.open_at_start(ScenarioId::new("local", "long"));
        let _ = app.start();
        let _ = app.update(Message::Overview(Box::default()));
        let mut terminal = Terminal::new(TestBackend::new(width, height))?;
        press(&mut app, KeyCode::Tab, now);
        terminal.draw(|frame| app.view(frame))?;
        let screen = format!("{:?}", terminal.backend().buffer());
        if !screen.contains("return call(0, 0, 0, old") {
            return Err(format!("this is not the diff:\n{screen}").into());
        }
        let mut taken: Vec<Duration> = Vec::with_capacity(KEYS);
        for number in 0..KEYS {
            let code = match number % 50 {
                0 if number % 1_000 == 0 => KeyCode::Home,
                0 => KeyCode::PageDown,
                1 => KeyCode::Char(']'),
                _ => KeyCode::Down,
            };
            let begun = Instant::now();
            press(&mut app, code, now);
            terminal.draw(|frame| app.view(frame))?;
            taken.push(begun.elapsed());
        }
        taken.sort_unstable();
        println!(
            "{width}x{height}: median {:?}, p99 {:?}",
            taken[KEYS / 2],
            taken[KEYS * 99 / 100]
        );
    }
    println!("resident: {} kB more than before", resident() - before);
    Ok(())
}

fn press(app: &mut App, code: KeyCode, at: Moment) {
    let key = KeyEvent::new(code, KeyModifiers::NONE);
    let _ = app.update(Message::Key { key, at });
}

/// A scenario with a diff of 3,000 lines in 30 files, two hunks each.
fn scenario() -> String {
    let mut diff = String::new();
    for file in 0..30 {
        let _ = writeln!(diff, "        --- a/f{file}.go\n        +++ b/f{file}.go");
        for hunk in 0..2 {
            let start = 1 + hunk * 100;
            let _ = writeln!(diff, "        @@ -{start},40 +{start},40 @@");
            for line in 0..25 {
                let _ = writeln!(
                    diff,
                    "        -\treturn call({file}, {hunk}, {line}, old, \"数据\")"
                );
                let _ = writeln!(
                    diff,
                    "        +\treturn call({file}, {hunk}, {line}, fresh, \"数据\")"
                );
            }
        }
    }
    format!(
        "id: long\nkind: review\ntitle: Long\nsteps:\n  - id: review\n    ask: Review.\n    review:\n      diff: |\n{diff}      \
         findings:\n        - {{id: one, severity: nit, point: One, any: [one thing], on: ['call(3, 0, 3, fresh']}}\n    \
         rubric:\n      - {{id: thanks, point: Thanks, any: [thank*]}}\n    models: [Thanks. One thing.]\n"
    )
}

/// Resident memory in kB; 0 where the system does not tell.
fn resident() -> i64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let number = line.and_then(|line| line.split_whitespace().next());
    number.and_then(|number| number.parse().ok()).unwrap_or(0)
}
