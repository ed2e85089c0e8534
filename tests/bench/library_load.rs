//! How long a listing, a load and a check of many scenario files take, and how much memory; beside another program of
//! the kind that reads as many files of as many bytes.
//!
//! `cargo bench --bench library_load` writes 1,000 and 10,000 files of about 5 kB into a temporary folder, runs the built
//! program on them in processes of its own, and prints medians. Where `HASHCARDS` names the program of that name
//! (`cargo install hashcards`), its `check` runs in turn with ours, on one card for each scenario, of the same length.
//! With `-- --write DIR COUNT` it only writes the files.
#![expect(clippy::print_stdout, reason = "a benchmark prints its report")]

use std::{
    env,
    ffi::OsStr,
    fmt::Write as _,
    fs, io,
    path::Path,
    process::{Command, Stdio},
};

const PROGRAM: &str = env!("CARGO_BIN_EXE_firedrill");
const RUNS: usize = 11;

fn main() -> io::Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    if let [write, folder, count] = &arguments[..]
        && write == "--write"
    {
        return write_files(Path::new(folder), count.parse().unwrap_or(1000)).map(drop);
    }
    let other = env::var_os("HASHCARDS");
    println!(
        "{:<26} {:>6} {:>6} {:>8} {:>8} {:>8} {:>12}",
        format!("median of {RUNS}"),
        "files",
        "MB",
        "wall s",
        "cpu s",
        "peak MB",
        "cpu ns/byte"
    );
    for count in [1_000, 10_000] {
        let folder = tempfile::tempdir()?;
        let cards = tempfile::tempdir()?;
        let bytes = write_files(folder.path(), count)?;
        write_cards(cards.path(), count)?;
        let pack = folder.path().display().to_string();
        let cards = cards.path().display().to_string();
        let mut rows = vec![
            Row::new("firedrill list", PROGRAM, &["list", "--pack", &pack]),
            Row::new(
                "firedrill list --json",
                PROGRAM,
                &["list", "--json", "--pack", &pack],
            ),
            Row::new("firedrill check", PROGRAM, &["check", &pack]),
        ];
        if let Some(other) = &other {
            rows.insert(0, Row::new("hashcards check", other, &["check", &cards]));
        }
        report(&mut rows, count, bytes)?;
    }
    let mut built_in = [Row::new("firedrill check, built in", PROGRAM, &["check"])];
    report(&mut built_in, 0, 0)?;
    hostile()
}

/// A command, and what its runs took.
struct Row<'a> {
    name: &'static str,
    command: Vec<&'a OsStr>,
    walls: Vec<f64>,
    cpus: Vec<f64>,
    peaks: Vec<f64>,
}

impl<'a> Row<'a> {
    fn new(
        name: &'static str,
        program: &'a (impl AsRef<OsStr> + ?Sized),
        arguments: &[&'a str],
    ) -> Self {
        let mut command = vec![program.as_ref()];
        command.extend(arguments.iter().map(|argument| OsStr::new(*argument)));
        Self {
            name,
            command,
            walls: vec![],
            cpus: vec![],
            peaks: vec![],
        }
    }

    /// Runs the command once, as the system's `time` sees it.
    fn run(&mut self, data: &Path) -> io::Result<()> {
        let output = Command::new("/usr/bin/time")
            .args(["-f", "%e %U %S %M"])
            .args(&self.command)
            .env("FIREDRILL_DATA_DIR", data)
            .stdout(Stdio::null())
            .output()?;
        let text = String::from_utf8_lossy(&output.stderr);
        let last = text.lines().next_back().unwrap_or_default();
        let numbers: Vec<f64> = last
            .split(' ')
            .filter_map(|number| number.parse().ok())
            .collect();
        if let [wall, user, system, peak] = numbers[..] {
            self.walls.push(wall);
            self.cpus.push(user + system);
            self.peaks.push(peak / 1024.0);
        }
        Ok(())
    }
}

/// Runs the commands in turn, so that what else the machine does meets all of them, and prints the medians.
fn report(rows: &mut [Row], count: usize, bytes: usize) -> io::Result<()> {
    let data = tempfile::tempdir()?;
    for _ in 0..RUNS {
        for row in &mut *rows {
            row.run(data.path())?;
        }
    }
    for row in rows {
        let (wall, cpu, peak) = (
            median(&mut row.walls),
            median(&mut row.cpus),
            median(&mut row.peaks),
        );
        let megabytes = f64::from(u32::try_from(bytes).unwrap_or(u32::MAX)) / 1e6;
        let each = if bytes == 0 {
            String::new()
        } else {
            format!("{:.1}", cpu * 1e3 / megabytes)
        };
        println!(
            "{:<26} {count:>6} {megabytes:>6.1} {wall:>8.2} {cpu:>8.2} {peak:>8.1} {each:>12}",
            row.name
        );
    }
    Ok(())
}

/// Files that are meant to hurt, each refused by a process of its own.
fn hostile() -> io::Result<()> {
    let folder = tempfile::tempdir()?;
    let mut aliases = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for level in 1..12 {
        let ten = vec![format!("*a{}", level - 1); 10].join(", ");
        let _ = writeln!(aliases, "a{level}: &a{level} [{ten}]");
    }
    let long = format!(
        "t: &t {}\nu: [{}]\n",
        "x".repeat(400_000),
        vec!["*t"; 1000].join(", ")
    );
    let files = [
        ("hostile: 500 kB of [", "[".repeat(500_000)),
        ("hostile: nested lists", "- ".repeat(400_000)),
        ("hostile: 10^12 by aliases", aliases),
        ("hostile: 400 MB by aliases", long),
        (
            "hostile: 900 kB of keys",
            (0..90_000).fold(String::new(), |text, key| text + &format!("k{key}: 1\n")),
        ),
        ("hostile: 30 MB", "# a comment\n".repeat(2_500_000)),
    ];
    for (name, text) in &files {
        let path = folder.path().join("hostile.yaml");
        fs::write(&path, text)?;
        let path = path.display().to_string();
        report(
            &mut [Row::new(name, PROGRAM, &["check", &path])],
            1,
            text.len(),
        )?;
    }
    Ok(())
}

fn median(numbers: &mut [f64]) -> f64 {
    numbers.sort_by(f64::total_cmp);
    numbers.get(numbers.len() / 2).copied().unwrap_or(f64::NAN)
}

/// Scenario files of about 5 kB, each with its own words; returns how many bytes they have together.
fn write_files(folder: &Path, count: usize) -> io::Result<usize> {
    let mut bytes = 0;
    for number in 0..count {
        let part = folder.join(format!("part-{:02}", number % 50));
        fs::create_dir_all(&part)?;
        let text = scenario(number);
        bytes += text.len();
        fs::write(part.join(format!("scenario-{number}.yaml")), text)?;
    }
    fs::write(
        folder.join("pack.yaml"),
        "id: generated\ntitle: Generated\n",
    )?;
    Ok(bytes)
}

/// For each scenario a card whose answer is the scenario's text, so that both programs have the same to read.
fn write_cards(folder: &Path, count: usize) -> io::Result<()> {
    for number in 0..count {
        let part = folder.join(format!("part-{:02}", number % 50));
        fs::create_dir_all(&part)?;
        let card = format!("Q: What is scenario {number}?\nA: {}", scenario(number));
        fs::write(part.join(format!("card-{number}.md")), card)?;
    }
    Ok(())
}

fn scenario(number: usize) -> String {
    let mut text = format!(
        "id: scenario-{number}\nkind: debug\ntitle: {{en: Service {number} fails at noon, zh: 服务 {number} 中午出错}}\n\
         difficulty: core\nminutes: 20\ntags: [kubernetes, service-{number}]\ncompetencies: [evidence, linux]\n\
         brief: |\n  At noon service {number} begins to answer late. Pods restart, the queue grows, and users of\n  \
         region {number} see errors. Nothing was released today. The database looks normal.\nsteps:\n"
    );
    for step in ["opening", "path", "update"] {
        let _ = write!(
            text,
            "  - id: {step}\n    ask: What do you say about service {number} first?\n    rubric:\n"
        );
        for criterion in 0..4 {
            let _ = write!(
                text,
                "      - id: point-{criterion}\n        point: Names cause {criterion} of service {number}\n        any:\n          \
                 - (queue{criterion}|backlog{criterion}) (full|exhausted|limit)\n          - worker{criterion} ~4 (starved|blocked)\n        \
                 miss: Say which part is the bottleneck, and how you know that it is.\n"
            );
        }
        let _ = write!(
            text,
            "    models:\n      - |\n        queue0 is full and queue1 is exhausted. backlog2 is at its limit, and worker3 is blocked.\n    \
             samples:\n      - {{text: queue0 full. queue1 limit. queue2 full. queue3 exhausted., expect: full}}\n      \
             - {{text: Restart everything and wait., expect: none}}\n      \
             - {{text: It is not true that queue0 is full., expect: {{point-0: negated}}}}\n"
        );
    }
    text
}
