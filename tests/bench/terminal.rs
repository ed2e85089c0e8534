//! How quick and how small the program is on a terminal, beside other terminal programs in the same run.
//!
//! `cargo bench --bench terminal` opens the built program in a pseudo-terminal and prints medians. Other programs are
//! measured where the variables `CARDDOWN` and `TTYPER` name them.
#![expect(clippy::print_stdout, reason = "a benchmark prints its report")]
#![expect(
    clippy::disallowed_methods,
    reason = "a benchmark reads the real clock"
)]

use std::{
    env,
    fmt::Write as _,
    fs,
    io::{self, Read as _, Write as _},
    path::Path,
    process::Command,
    sync::mpsc::{self, Receiver},
    thread,
    time::{Duration, Instant},
};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

const STARTS: usize = 11;
const KEYS: usize = 400;
const IDLE: Duration = Duration::from_secs(3);
const PATIENCE: Duration = Duration::from_secs(20);

fn main() -> anyhow::Result<()> {
    println!(
        "{:<34} {:>9} {:>9} {:>9} {:>9} {:>8} {:>8}",
        "", "first ms", "key ms", "p99 ms", "idle cpu", "RSS MB", "size MB"
    );
    let own = env!("CARGO_BIN_EXE_firedrill");
    let home = tempfile::tempdir()?;
    row(
        "firedrill, built-in scenarios",
        own,
        &[],
        home.path(),
        "Today",
        "",
    )?;
    for count in [1_000, 10_000] {
        let pack = tempfile::tempdir()?;
        write_scenarios(pack.path(), count)?;
        let pack = pack.path().display().to_string();
        let name = format!("firedrill, {count} more scenarios");
        row(&name, own, &["--pack", &pack], home.path(), "Today", "/")?;
    }
    let drill = ["drill", "blob-writer-retry"];
    let text = "every writer retries at once and the store has to bear it ".repeat(182);
    let typed = format!("\u{1b}[200~{text}\u{1b}[201~");
    row(
        "firedrill, 2,000 words written",
        own,
        &drill,
        home.path(),
        "Ctrl-S submit",
        &typed,
    )?;
    let console = ["preview", "userns-overlayfs-eacces", "--step", "work-it"];
    let lines = "kubectl -n scan get pods -o wide\nnote seen\ndash\n".repeat(12);
    row(
        "firedrill, an incident of 36 lines",
        own,
        &console,
        home.path(),
        "Console",
        &format!("\u{1b}[200~{lines}\u{1b}[201~"),
    )?;
    if let Ok(carddown) = env::var("CARDDOWN") {
        for count in [1_000, 10_000] {
            let cards = tempfile::tempdir()?;
            let mut text = String::new();
            for card in 0..count {
                writeln!(
                    text,
                    "What is the answer to number {card}? : It is {card} #flashcard\n"
                )?;
            }
            fs::write(cards.path().join("cards.md"), text)?;
            let scanned = Command::new(&carddown)
                .args(["scan", "cards.md"])
                .current_dir(cards.path())
                .env_clear()
                .env("HOME", cards.path())
                .output()?;
            anyhow::ensure!(scanned.status.success(), "carddown did not scan its cards");
            let name = format!("carddown revise, {count} cards");
            row(
                &name,
                &carddown,
                &["--force", "revise"],
                cards.path(),
                "number",
                "",
            )?;
        }
    }
    if let Ok(ttyper) = env::var("TTYPER") {
        row("ttyper, 50 words", &ttyper, &[], home.path(), "Prompt", "")?;
    }
    Ok(())
}

/// Writes so many copies of a scenario under other names.
fn write_scenarios(folder: &Path, count: usize) -> io::Result<()> {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/scenarios/review/blob-writer-retry.yaml"
    );
    let text = fs::read_to_string(path)?;
    for number in 0..count {
        let id = format!("copy-{number}");
        let copy = text.replacen("blob-writer-retry", &id, 1);
        fs::write(folder.join(format!("{id}.yaml")), copy)?;
    }
    Ok(())
}

/// Measures one program, once `wanted` is on its screen and `keys` were sent, and prints the row.
fn row(
    name: &str,
    program: &str,
    arguments: &[&str],
    home: &Path,
    wanted: &str,
    keys: &str,
) -> anyhow::Result<()> {
    let mut starts = vec![];
    for _ in 0..STARTS {
        let begin = Instant::now();
        let mut seat = Seat::open(program, arguments, home)?;
        seat.until(wanted)?;
        starts.push(begin.elapsed());
        seat.close();
    }
    let mut seat = Seat::open(program, arguments, home)?;
    seat.until(wanted)?;
    if !keys.is_empty() {
        seat.send(keys)?;
        seat.drain(Duration::from_millis(500));
    }
    let mut delays = vec![];
    for index in 0..KEYS {
        let begin = Instant::now();
        seat.send(if index % 6 == 5 { " " } else { "e" })?;
        if let Some(delay) = seat.first_bytes(begin) {
            delays.push(delay);
        }
        seat.drain(Duration::from_millis(4));
    }
    seat.drain(Duration::from_millis(1500));
    let before = seat.ticks();
    seat.drain(IDLE);
    let idle = seat.ticks().saturating_sub(before);
    let resident = seat.resident_kilobytes() / 1024.0;
    seat.close();
    let size = fs::metadata(program)?.len();
    println!(
        "{name:<34} {:>9} {:>9} {:>9} {idle:>9} {resident:>8.1} {:>8.2}",
        milliseconds(&mut starts, 50),
        milliseconds(&mut delays, 50),
        milliseconds(&mut delays, 99),
        f64::from(u32::try_from(size)?) / 1e6,
    );
    Ok(())
}

/// The time below which `percent` of `times` lie, in milliseconds.
fn milliseconds(times: &mut [Duration], percent: usize) -> String {
    times.sort_unstable();
    let index = times.len() * percent / 100;
    let time = times.get(index.min(times.len().saturating_sub(1)));
    time.map_or("-".to_owned(), |time| {
        format!("{:.2}", time.as_secs_f64() * 1e3)
    })
}

/// A program in a pseudo-terminal of 80 by 24.
struct Seat {
    writer: Box<dyn io::Write + Send>,
    output: Receiver<(Instant, Vec<u8>)>,
    parser: vt100::Parser,
    child: Box<dyn Child + Send + Sync>,
    _master: Box<dyn MasterPty + Send>,
}

impl Seat {
    fn open(program: &str, arguments: &[&str], home: &Path) -> anyhow::Result<Self> {
        let size = PtySize {
            rows: 24,
            cols: 80,
            pixel_width: 0,
            pixel_height: 0,
        };
        let pair = native_pty_system().openpty(size)?;
        let mut command = CommandBuilder::new(program);
        command.args(arguments);
        command.env_clear();
        command.env("TERM", "xterm-256color");
        command.env("HOME", home);
        command.env("FIREDRILL_DATA_DIR", home);
        command.cwd(home);
        let child = pair.slave.spawn_command(command)?;
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader()?;
        let (sender, output) = mpsc::channel();
        thread::spawn(move || {
            let mut buffer = vec![0; 65_536];
            while let Ok(count @ 1..) = reader.read(&mut buffer) {
                let bytes = buffer[..count].to_vec();
                if sender.send((Instant::now(), bytes)).is_err() {
                    return;
                }
            }
        });
        Ok(Self {
            writer: pair.master.take_writer()?,
            output,
            parser: vt100::Parser::new(24, 80, 0),
            child,
            _master: pair.master,
        })
    }

    fn send(&mut self, keys: &str) -> io::Result<()> {
        self.writer.write_all(keys.as_bytes())?;
        self.writer.flush()
    }

    fn until(&mut self, wanted: &str) -> anyhow::Result<()> {
        while !self.parser.screen().contents().contains(wanted) {
            let Ok((_, bytes)) = self.output.recv_timeout(PATIENCE) else {
                anyhow::bail!("no {wanted} in:\n{}", self.parser.screen().contents());
            };
            self.take(&bytes)?;
        }
        Ok(())
    }

    fn take(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.parser.process(bytes);
        if bytes.windows(4).any(|window| window == b"\x1b[6n") {
            self.send("\u{1b}[1;1R")?;
        }
        Ok(())
    }

    /// How long after `begin` the program first wrote something; `None` if it wrote nothing.
    fn first_bytes(&mut self, begin: Instant) -> Option<Duration> {
        let (at, bytes) = self.output.recv_timeout(Duration::from_millis(500)).ok()?;
        self.parser.process(&bytes);
        Some(at.saturating_duration_since(begin))
    }

    /// Takes in everything for `time`.
    fn drain(&mut self, time: Duration) {
        let end = Instant::now() + time;
        loop {
            let left = end.saturating_duration_since(Instant::now());
            match self.output.recv_timeout(left) {
                Ok((_, bytes)) => self.parser.process(&bytes),
                Err(_) => return,
            }
        }
    }

    fn proc_file(&self, name: &str) -> String {
        let id = self.child.process_id().unwrap_or_default();
        fs::read_to_string(format!("/proc/{id}/{name}")).unwrap_or_default()
    }

    /// The processor time used so far, in ticks of the system clock, usually a hundredth of a second.
    fn ticks(&self) -> u64 {
        let stat = self.proc_file("stat");
        let (_, rest) = stat.rsplit_once(')').unwrap_or_default();
        let fields: Vec<_> = rest.split_whitespace().collect();
        let field = |index: usize| fields.get(index).and_then(|it| it.parse::<u64>().ok());
        field(11).unwrap_or(0) + field(12).unwrap_or(0)
    }

    fn resident_kilobytes(&self) -> f64 {
        let status = self.proc_file("status");
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let words = line.and_then(|line| line.split_whitespace().next());
        words.and_then(|it| it.parse().ok()).unwrap_or(0.0)
    }

    fn close(mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
