//! What is left of the screen and of the text when the program itself breaks.

use std::{env, io, path::PathBuf, rc::Rc, time::Duration};

use firedrill::{
    domain::ScenarioId,
    library::{Library, builtin},
    progress::Catalogue,
    runtime::{
        self, Around, Clock as _, Guard, Messages, Shelf, Signals, SystemClock, TerminalMessages,
        Workstation,
    },
    storage::{self, LibraryPlace, Log},
    tui::{App, Desk, Message},
};
use portable_pty::CommandBuilder;
use ratatui::crossterm::event::KeyCode;

use crate::console::Console;

const FOLDER: &str = "FIREDRILL_PANIC_TEST_FOLDER";

/// The terminal's messages, until a key at which this breaks.
struct Breaking<M>(M);

impl<M: Messages> Messages for Breaking<M> {
    fn next(&mut self, wake_at: Option<Duration>) -> io::Result<Option<Message>> {
        let message = self.0.next(wake_at)?;
        if let Some(Message::Key { key, .. }) = &message {
            assert!(key.code != KeyCode::Char('X'), "broken on purpose");
        }
        Ok(message)
    }
}

#[test]
#[ignore = "needs a terminal; the test below runs it in one"]
fn breaks_on_purpose() {
    let folder = PathBuf::from(env::var_os(FOLDER).unwrap());
    let library = Rc::new(Library::load(vec![builtin()]));
    let clock = SystemClock::default();
    let log = Log::open(&storage::progress_file(&folder), clock.now()).unwrap();
    let mut store = Shelf::new(log, Catalogue::new(library.headers().iter().cloned(), []));
    let desk = Desk::new(library, clock.now());
    let mut app = App::new(desk, 7);
    app.open_at_start(ScenarioId::new("builtin", "snapshot-share-precise-gc"));
    let guard = Guard::take(false).unwrap();
    let result = runtime::run(
        &mut app,
        &mut runtime::open_terminal().unwrap(),
        &mut Breaking(TerminalMessages::new(&clock, Signals::listen().unwrap())),
        &mut store,
        &mut Workstation::new(&guard, Around::new(folder, LibraryPlace::Around(vec![]))),
        &clock,
    );
    drop(guard);
    let said = result.unwrap_err().to_string();
    io::Write::write_all(&mut io::stdout(), said.as_bytes()).unwrap();
}

#[test]
fn a_panic_gives_the_terminal_back_speaks_after_it_and_keeps_the_text() {
    let folder = tempfile::tempdir().unwrap();
    let mut command = CommandBuilder::new(env::current_exe().unwrap());
    command.args([
        "--ignored",
        "--exact",
        "panics::breaks_on_purpose",
        "--nocapture",
    ]);
    command.env("TERM", "xterm-256color");
    command.env(FOLDER, folder.path());
    let mut console = Console::spawn(command);
    console.until_text("Ctrl-S submit");
    console.send("half a thought");
    console.until_text("half a thought");
    console.send("X");
    console.until_left();
    assert!(
        console.screen().contains("broken on purpose"),
        "{}",
        console.screen()
    );

    let mut console = Console::open(folder.path(), &[]);
    console.until_text("Continue");
    console.send("c");
    console.until_text("half a thought");
    console.send("\u{3}");
    console.until_text("draft kept");
    console.send("\u{3}");
    console.until_left();
}
