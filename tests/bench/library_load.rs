//! How long a listing, a load and a check of many scenario files take, and how much memory.
//!
//! `cargo bench --bench library_load` writes 1,000 and 10,000 files of about 5 kB into a temporary
//! folder, runs the built program on them in processes of its own, and prints medians. With
//! `-- --write DIR COUNT` it only writes the files, for a comparison with other programs.
#![expect(clippy::print_stdout, reason = "a benchmark prints its report")]

use std::{
    env,
    fmt::Write as _,
    fs, io,
    path::Path,
    process::{Command, Stdio},
};

const PROGRAM: &str = env!("CARGO_BIN_EXE_firedrill");
const RUNS: usize = 5;

fn main() -> io::Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    if let [write, folder, count] = &arguments[..]
        && write == "--write"
    {
        return write_files(Path::new(folder), count.parse().unwrap_or(1000));
    }
    println!(
        "{:<28} {:>8} {:>9} {:>9} {:>9}",
        "median of 5", "files", "wall s", "cpu s", "peak MB"
    );
    for count in [1_000, 10_000] {
        let folder = tempfile::tempdir()?;
        write_files(folder.path(), count)?;
        let pack = folder.path().display().to_string();
        measure("list", count, &["list", "--pack", &pack])?;
        measure("list --json", count, &["list", "--json", "--pack", &pack])?;
        measure("check (form and meaning)", count, &["check", &pack])?;
    }
    Ok(())
}

/// Runs the program and prints the medians that the system's `time` saw.
fn measure(name: &str, count: usize, arguments: &[&str]) -> io::Result<()> {
    let data = tempfile::tempdir()?;
    let mut walls = Vec::new();
    let mut cpus = Vec::new();
    let mut peaks = Vec::new();
    for _ in 0..RUNS {
        let output = Command::new("/usr/bin/time")
            .args(["-f", "%e %U %S %M", PROGRAM])
            .args(arguments)
            .env("FIREDRILL_DATA_DIR", data.path())
            .stdout(Stdio::null())
            .output()?;
        let text = String::from_utf8_lossy(&output.stderr);
        let numbers: Vec<f64> = text
            .lines()
            .next_back()
            .unwrap_or_default()
            .split(' ')
            .filter_map(|number| number.parse().ok())
            .collect();
        if let [wall, user, system, peak] = numbers[..] {
            walls.push(wall);
            cpus.push(user + system);
            peaks.push(peak / 1024.0);
        }
    }
    let (wall, cpu, peak) = (median(walls), median(cpus), median(peaks));
    println!("{name:<28} {count:>8} {wall:>9.2} {cpu:>9.2} {peak:>9.1}");
    Ok(())
}

fn median(mut numbers: Vec<f64>) -> f64 {
    numbers.sort_by(f64::total_cmp);
    numbers.get(numbers.len() / 2).copied().unwrap_or(f64::NAN)
}

/// Scenario files of about 5 kB, each with its own words.
fn write_files(folder: &Path, count: usize) -> io::Result<()> {
    for number in 0..count {
        let part = folder.join(format!("part-{:02}", number % 50));
        fs::create_dir_all(&part)?;
        fs::write(
            part.join(format!("scenario-{number}.yaml")),
            scenario(number),
        )?;
    }
    fs::write(
        folder.join("pack.yaml"),
        "id: generated\ntitle: Generated\n",
    )
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
