//! The real program in a real pseudo-terminal, its screen read as a terminal would show it.

use std::{
    io::{Read as _, Write as _},
    path::Path,
    sync::mpsc,
    thread,
    time::{Duration, Instant},
};

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};

/// How long a text may take to come up; generous, because machines are busy and nothing else waits.
const DEADLINE: Duration = Duration::from_secs(30);

/// A program in a pseudo-terminal.
#[must_use = "a console that is not waited for may still be running"]
pub struct Console {
    writer: Box<dyn std::io::Write + Send>,
    output: mpsc::Receiver<Vec<u8>>,
    pub parser: vt100::Parser,
    child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
    reader: thread::JoinHandle<()>,
    /// Everything the program has written.
    pub written: Vec<u8>,
}

impl Console {
    /// Opens firedrill on the data in `folder`, in a window of 80 by 24, without the environment's own settings.
    pub fn open(folder: &Path, arguments: &[&str]) -> Self {
        Self::with(folder, arguments, &[])
    }

    /// The same with more of an environment.
    pub fn with(folder: &Path, arguments: &[&str], environment: &[(&str, &str)]) -> Self {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_firedrill"));
        command.args(arguments);
        command.env_clear();
        command.env("TERM", "xterm-256color");
        command.env("HOME", folder);
        command.env("FIREDRILL_DATA_DIR", folder);
        for (name, value) in environment {
            command.env(name, value);
        }
        Self::spawn(command)
    }

    /// Runs `command` in a window of 80 by 24.
    pub fn spawn(command: CommandBuilder) -> Self {
        let pair = native_pty_system().openpty(size(80, 24)).unwrap();
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().unwrap();
        let (sender, output) = mpsc::channel();
        let reader = thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(count @ 1..) = reader.read(&mut buffer) {
                if sender.send(buffer[..count].to_vec()).is_err() {
                    return;
                }
            }
        });
        Self {
            writer: pair.master.take_writer().unwrap(),
            output,
            parser: vt100::Parser::new(24, 80, 0),
            child,
            master: pair.master,
            reader,
            written: vec![],
        }
    }

    /// Presses keys, given as the bytes a terminal sends.
    pub fn send(&mut self, keys: &str) {
        self.writer.write_all(keys.as_bytes()).unwrap();
        self.writer.flush().unwrap();
    }

    /// Pastes `text` as a terminal with bracketed paste does.
    pub fn paste(&mut self, text: &str) {
        self.send(&format!("\u{1b}[200~{text}\u{1b}[201~"));
    }

    /// Gives the window another size.
    pub fn resize(&mut self, width: u16, height: u16) {
        self.master.resize(size(width, height)).unwrap();
        self.parser.screen_mut().set_size(height, width);
    }

    /// Sends a signal to the program.
    pub fn signal(&self, name: &str) {
        let process = self.child.process_id().unwrap().to_string();
        let sent = std::process::Command::new("kill")
            .args([name, &process])
            .status();
        assert!(sent.unwrap().success());
    }

    /// What the window shows.
    pub fn screen(&self) -> String {
        self.parser.screen().contents()
    }

    /// Waits until the screen is as wanted; no sleeping, one deadline.
    #[track_caller]
    pub fn until(&mut self, wanted: &str, seen: impl Fn(&vt100::Screen) -> bool) {
        let deadline = now() + DEADLINE;
        while !seen(self.parser.screen()) {
            let left = deadline.saturating_duration_since(now());
            let Ok(bytes) = self.output.recv_timeout(left) else {
                panic!("never saw {wanted} in:\n{}", self.screen());
            };
            self.take(&bytes);
        }
    }

    fn take(&mut self, bytes: &[u8]) {
        self.parser.process(bytes);
        self.written.extend_from_slice(bytes);
        // A terminal that is asked where its cursor is answers.
        if bytes.windows(4).any(|window| window == b"\x1b[6n") {
            let (row, column) = self.parser.screen().cursor_position();
            self.send(&format!("\u{1b}[{};{}R", row + 1, column + 1));
        }
    }

    /// Waits for `text` anywhere on the screen.
    #[track_caller]
    pub fn until_text(&mut self, text: &str) {
        self.until(&format!("{text:?}"), |screen| {
            screen.contents().contains(text)
        });
    }

    /// Takes in what the program writes within `patience`, and goes on at the first silence of that length.
    pub fn listen(&mut self, patience: Duration) {
        if let Ok(bytes) = self.output.recv_timeout(patience) {
            self.take(&bytes);
        }
    }

    /// Waits for the end of the picture that is being drawn.
    #[track_caller]
    pub fn until_whole(&mut self) {
        let deadline = now() + DEADLINE;
        while !self.written.ends_with(b"\x1b[?2026l") {
            assert!(now() < deadline, "half a picture:\n{}", self.screen());
            self.listen(DEADLINE);
        }
    }

    /// Kills the program so that it cannot do anything about it, and returns everything it had written.
    pub fn killed(mut self) -> Vec<u8> {
        self.signal("-KILL");
        while let Ok(bytes) = self.output.recv_timeout(DEADLINE) {
            self.written.extend_from_slice(&bytes);
        }
        self.child.wait().unwrap();
        self.written
    }

    /// Waits until the program has given the terminal back and ended.
    #[track_caller]
    pub fn until_left(&mut self) -> ExitStatus {
        let deadline = now() + DEADLINE;
        loop {
            let left = deadline.saturating_duration_since(now());
            match self.output.recv_timeout(left) {
                Ok(bytes) => self.take(&bytes),
                Err(mpsc::RecvTimeoutError::Disconnected) => break,
                Err(mpsc::RecvTimeoutError::Timeout) => panic!("still running:\n{}", self.screen()),
            }
        }
        let screen = self.parser.screen();
        assert!(!screen.alternate_screen(), "the alternate screen is left");
        assert!(!screen.hide_cursor(), "the cursor is back");
        assert!(!screen.bracketed_paste(), "bracketed paste is off");
        self.child.wait().unwrap()
    }
}

impl Console {
    /// Waits for the end of a program that is not ours, such as a shell.
    #[cfg(unix)]
    pub fn until_left_for_good(mut self) {
        while self.output.recv_timeout(DEADLINE).is_ok() {}
        self.child.wait().unwrap();
    }

    /// Waits until the program has ended, and returns everything it has written.
    pub fn until_left_with_everything(mut self) -> Vec<u8> {
        while let Ok(bytes) = self.output.recv_timeout(DEADLINE) {
            self.written.extend_from_slice(&bytes);
        }
        self.child.wait().unwrap();
        self.written
    }

    /// Closes the terminal under the program, as a closed window or a lost connection does, and waits until the
    /// program has ended.
    #[track_caller]
    pub fn hang_up(self) {
        let Self {
            mut writer,
            output,
            mut child,
            master,
            reader,
            ..
        } = self;
        drop(output);
        // What the program draws next finds nobody listening, and the reader lets go of the terminal.
        writer.write_all(b".").unwrap();
        reader.join().unwrap();
        drop(writer);
        drop(master);
        let (sender, ended) = mpsc::channel();
        thread::spawn(move || sender.send(child.wait()));
        assert!(
            ended.recv_timeout(DEADLINE).is_ok(),
            "the program goes on without a terminal"
        );
    }
}

fn size(width: u16, height: u16) -> PtySize {
    PtySize {
        rows: height,
        cols: width,
        pixel_width: 0,
        pixel_height: 0,
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "a deadline on a real process needs a real clock"
)]
fn now() -> Instant {
    Instant::now()
}
