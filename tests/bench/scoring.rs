//! How long one answer of about 250 words takes against 10 criteria of 8 patterns, and how many a second two threads grade:
//! `cargo bench --bench scoring`.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a measurement: it prints, it asks the clock, and what cannot go on stops"
)]

use std::{fmt::Write as _, hint::black_box, thread, time::Instant};

use firedrill::{
    library::{Library, Source, builtin, load_scenario},
    scoring::Grader,
};

const RUNS: usize = 4_000;
const BATCH: usize = 20_000;
const THREADS: usize = 2;

/// Ten points with eight ways each to make them.
const POINTS: [[&str; 8]; 10] = [
    [
        "overlay (mount|fs) (denied|EACCES)",
        "(mount|mounting) ~4 (fail*|denied|refused)",
        "(permission denied) overlay",
        "container (start|create) (fail*|denied)",
        "EACCES ~6 (mount|layer|rootfs)",
        "runc ~5 (error|denied)",
        "(cannot|could not) mount",
        "pod stuck (ContainerCreating|creating)",
    ],
    [
        "/proc/$PID/uid_map",
        "uid_map (read|compare|check|cat)",
        "mapping ~5 (host|outer|parent)",
        "(userns|user namespace) (map*|range)",
        "subuid (range|entry|file)",
        "/etc/subuid",
        "newuidmap",
        "(uid|gid) (shift|offset|translate)",
    ],
    [
        "(upper|work) directory (owner|owned|ownership)",
        "chown ~6 (layer|directory|upper)",
        "stat (upper|upperdir|workdir)",
        "upperdir ~4 (root|nobody|65534)",
        "(owned by) (nobody|65534)",
        "ls -ln",
        "(wrong|unmapped) (owner|uid)",
        "owner ~3 (outside|not) ~3 (range|map*)",
    ],
    [
        "kernel (version|upgrade|5.11)",
        "(since|after) ~4 (upgrade|rollout|release)",
        "<5.11..5.19>",
        "only ~4 (new|upgraded) (node|pool)",
        "(node|pool) (image|version) (differ*|new)",
        "uname",
        "changelog (kernel|containerd)",
        "(old|previous) nodes (fine|work|healthy)",
    ],
    [
        "(roll back|revert) (node|pool|image)",
        "cordon (node|pool)",
        "drain ~5 node",
        "(stop|pause) rollout",
        "(pin|hold) ~4 version",
        "move ~4 (workload|pods) ~4 (old|healthy)",
        "revert > verify",
        "(reversible|cheap|safe) (step|mitigation)",
    ],
    [
        "<..15 min>",
        "(update|report) (every|in) <5..30 min>",
        "next update",
        "status (page|channel|room)",
        "(tell|inform|notify) (support|customers|stakeholders)",
        "incident commander",
        "timeline (decision*|event*)",
        "post ~4 (channel|room)",
    ],
    [
        "not ~4 (evidence|sign|seen) (data loss)",
        "(data|writes) (safe|intact)",
        "no (data loss|corruption)",
        "(impact|affected) ~5 (jobs|builds|customers)",
        "<12 20% %>",
        "(share|part|fraction) ~4 (pods|jobs)",
        "(new|fresh) pods only",
        "running pods (keep|stay|fine)",
    ],
    [
        "(suspect|hypothesis|believe) (mapping|userns)",
        "(most likely|likely) (cause|mapping)",
        "(would|if) ~8 (disprove|rule out|refute)",
        "(confirm|verify) ~6 (mapping|owner)",
        "(hypothesis|theory) ~8 test",
        "(so far|until now)",
        "(consistent|fits) with",
        "rather than ~3 (disk|network|registry)",
    ],
    [
        "dmesg",
        "journalctl -u (containerd|kubelet)",
        "crictl (inspect|logs)",
        "strace ~4 mount",
        "kubectl describe pod",
        "(audit|apparmor|selinux) (log|denial)",
        "auditd (avc|denied)",
        "events (kubelet|pod)",
    ],
    [
        "(canary|one node) (before|first)",
        "test ~6 (image|upgrade|pool)",
        "alert ~6 (fail*|creating)",
        "(runbook|postmortem) (write|update|add)",
        "(check|gate) ~5 (pipeline|ci|rollout)",
        "(owner|owned) by (platform|team)",
        "(due|by) (friday|monday|next week)",
        "(prevent|keep) ~6 (again|recurring|back)",
    ],
];

/// About 250 words, in sentences that can stand in any order.
const SENTENCES: [&str; 13] = [
    "Since 09:40 about 12 % of the new pods in the build pool do not start, while running pods stay healthy.",
    "The kubelet reports permission denied when runc mounts the overlay root filesystem, and the pod is stuck in ContainerCreating.",
    "It only happens on nodes that got the new image last night; the old nodes work.",
    "My first hypothesis is that the user namespace mapping no longer covers the owner of the upper directory.",
    "To confirm it I would cat /proc/4711/uid_map on a broken node and compare the range with /etc/subuid on the host.",
    "Then I would run ls -ln on the upperdir and look for owner 65534.",
    "If the owner lies inside the range, the hypothesis is ruled out and I would look at the AppArmor log with dmesg next.",
    "I do not think that the disk is full, because df shows 40 GB free and the error is EACCES rather than ENOSPC.",
    "As a cheap and reversible step I would pause the rollout, cordon the new nodes and move the pods to the old pool.",
    "We have not seen any sign of data loss so far, and writes are intact.",
    "I would tell support now, post the impact in the incident channel and give the next update in 15 minutes.",
    "After the mitigation we verify that fresh pods start within 30 s and that the queue of 1,200 jobs is going down.",
    "The node image needs a canary: one node first, then the pool.",
];

fn scenario() -> Source {
    let mut text = "id: bench\nkind: debug\ntitle: A bench\nbrief: Pods do not start.\nsteps:\n  - id: say\n    ask: What do you see, and what do you do?\n    rubric:\n".to_owned();
    for (number, patterns) in POINTS.iter().enumerate() {
        writeln!(
            text,
            "      - id: point-{number}\n        point: Point {number}\n        any:"
        )
        .unwrap();
        for pattern in patterns {
            writeln!(text, "          - '{pattern}'").unwrap();
        }
    }
    writeln!(text, "    models: ['{}']", SENTENCES.join(" ")).unwrap();
    Source {
        name: "bench.yaml".to_owned(),
        text,
    }
}

/// The same words with another sentence first.
fn answer(number: usize) -> String {
    let mut sentences = SENTENCES;
    sentences.rotate_left(number % SENTENCES.len());
    sentences.join(" ")
}

#[expect(clippy::cast_precision_loss, reason = "a figure for people")]
fn main() {
    let library = Library::load(vec![builtin()]);
    let scenario = load_scenario(&scenario(), "bench").unwrap();
    let grader = Grader::new(&scenario.steps[0], library.glossary("builtin"), None).unwrap();
    let answers: Vec<String> = (0..SENTENCES.len()).map(answer).collect();
    let card = grader.grade(&answers[0]);
    let words = answers[0].split_whitespace().count();
    let hits = card.criteria.iter().filter(|it| it.credit > 0.0).count();
    println!(
        "{words} words, {hits} of {} points made, score {:.2}",
        POINTS.len(),
        card.score
    );
    let mut times: Vec<_> = (0..RUNS + 200)
        .map(|run| {
            let start = Instant::now();
            black_box(grader.grade(black_box(&answers[run % answers.len()])));
            start.elapsed()
        })
        .skip(200)
        .collect();
    times.sort_unstable();
    let at = |share: usize| times[(RUNS * share / 1000).min(RUNS - 1)].as_secs_f64() * 1e3;
    println!(
        "one answer: median {:.3} ms, p99 {:.3} ms, most {:.3} ms",
        at(500),
        at(990),
        at(1000)
    );
    let start = Instant::now();
    thread::scope(|scope| {
        for _ in 0..THREADS {
            scope.spawn(|| {
                for run in 0..BATCH / THREADS {
                    black_box(grader.grade(black_box(&answers[run % answers.len()])));
                }
            });
        }
    });
    let seconds = start.elapsed().as_secs_f64();
    println!(
        "{THREADS} threads: {:.0} answers a second",
        BATCH as f64 / seconds
    );
}
