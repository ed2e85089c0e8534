//! A learner's first day: four scenarios taken from the first screen to the last, in a real terminal, and found again.

use std::path::Path;

use serde_json::Value;

use crate::console::Console;

const SUBMIT: &str = "\u{13}";
const ENTER: &str = "\r";
const CONTROL_C: &str = "\u{3}";

/// What the learner types into the search, and what they answer, step by step.
struct Exercise {
    search: &'static str,
    id: &'static str,
    answers: &'static [&'static str],
}

const DAY: [Exercise; 4] = [
    Exercise {
        search: "user namespaces",
        id: "userns-overlayfs-eacces",
        answers: &[
            "Since this morning most scan-batch containers on pool oak do not come up, runc says permission denied \
             when it creates the mountpoint for /etc/hosts. On fir the same setting works, and without hostUsers: \
             false the same images run, so it is not the image. Maybe the files of the snapshot belong to a user \
             that the new namespace does not know; I want to look at the owner of these files first.",
            "1. kubectl describe pod, then journalctl -u containerd for the complete error.\n\
             2. Which snapshotter: crictl inspect, and ctr plugins ls for what lazypage says it can do.\n\
             3. cat /proc/<pid>/uid_map and gid_map of the sandbox process.\n\
             4. stat the directories of the lower layers, is the owner 0:0?\n\
             5. dmesg, and strace of the mount call if nothing else helps.",
            "I compare uid_map of the sandbox with the owner of the lower directories. If they are owned by 0:0 and \
             0 is outside of the mapped range, the root of the pod has no right there. Then I start the same pod \
             with hostUsers: true on oak; when it runs, the namespace makes the difference.",
            "kubectl -n scan get pods -o wide\n\
             kubectl -n scan rollout undo deploy/scan-batch\n\
             wait 3\n\
             kubectl -n scan get pods\n\
             crictl pods\n\
             cat /proc/41822/uid_map\n\
             findmnt -t overlay\n\
             ls -ln /var/lib/lazypage/snapshots/118\n\
             resolve On oak the layer files are owned by host root and not in the mapped range of the pod.",
            "Scanning of documents is delayed at the moment. No uploads are lost. The next update comes in 30 minutes.",
        ],
    },
    Exercise {
        search: "blob",
        id: "blob-writer-retry",
        answers: &[
            "Thank you for taking care of the flaky pushes. A fixed sleep of 100 ms means that all build machines \
             come back at the same time, so please use exponential backoff with some jitter. I would like a metric \
             for the number of retries per blob. At the end we only see \"upload failed\", can we wrap the last \
             error with %w so the caller knows the reason? The ten attempts should be an option. And a unit test \
             for the case that the second try succeeds.",
        ],
    },
    Exercise {
        search: "suspect",
        id: "id-mapping-suspect",
        answers: &[
            "My first guess is that the problem on this path has to do with the user namespace configuration, but I \
             still need to confirm if the permission behaviour of the overlay mount conflicts with the current \
             snapshotter config.",
            "Initially I suspect the user namespace setup. I still have to verify whether the overlay mount checks \
             permissions in a way that does not agree with how the snapshotter is configured, for example the \
             UID/GID owner of the upper directory.",
            "Suspect user namespace config. Looking at the overlay mount permissions now.",
            "We get permission denied. I think it is not the problem of the image. I suspect the uid/gid mapping \
             does not match the owner of the snapshot.",
            "Permission denied with hostUsers: false only, the same image starts without it, therefore the image is \
             fine. Layers are 0:0 and uid_map starts at 1310720, I suspect mapping and ownership do not match.",
            "Permission denied. Image is fine, it starts without userns. I suspect uid mapping and snapshot owner do \
             not match.",
        ],
    },
    Exercise {
        search: "garbage",
        id: "snapshot-share-precise-gc",
        answers: &[
            "Every chunk is named by the sha256 of its content. A manifest lists the chunks of a snapshot, and for \
             each chunk we keep the set of snapshots which use it. Creating a snapshot adds the references, deleting \
             removes them. GC may only delete a chunk when no snapshot refers to it any more. An upload takes a \
             lease on its chunks before it starts, so GC does not touch them until the snapshot is committed.",
            "The bytes of chunks and manifests are in S3, key is the digest. DynamoDB has the metadata: partition \
             key snapshot id, sort key chunk digest, and the other direction chunk to snapshots in a GSI. When a \
             snapshot is deleted we only mark it and set a TTL of some days, then DynamoDB removes the item.",
            "New data per day: 12,000 x 6 GB x 15 % = 10,800 GB, times 14 days is 151,200 GB. Storage is 151,200 x \
             0.023 = about 3,478 USD per month. PUT: 77 million x 0.005 / 1000 = 386 USD. So storage is the biggest \
             driver. I would compress the chunks and shorten the retention. Restores should stay in the same \
             region with a gateway endpoint, no NAT.",
            "live = 12,000 * 6 GB * 15% * 14\n\
             storage = live * $0.023\n\
             put = 77.2M * $0.005 / 1000\n\
             get = 129M * 0.4/M\n\
             lookups = 515k * $0.125/M\n\
             index = about 97\n\
             total = $4.1k a month\n\
             Storage is the biggest part of the bill.",
        ],
    },
];

/// The attempts that the log holds, as an export shows them.
fn attempts(folder: &Path) -> Vec<Value> {
    let export = std::process::Command::new(env!("CARGO_BIN_EXE_firedrill"))
        .env_clear()
        .env("HOME", folder)
        .env("FIREDRILL_DATA_DIR", folder)
        .arg("export")
        .output()
        .unwrap();
    assert!(export.status.success(), "{export:?}");
    String::from_utf8(export.stdout)
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap())
        .filter(|record| record["record"] == "attempt")
        .collect()
}

/// Whether a word of the answer stands in the marked style, followed by the number of its point.
fn has_marked_words(screen: &vt100::Screen) -> bool {
    let (rows, columns) = screen.size();
    (1..rows).any(|row| {
        (2..columns / 2).any(|column| {
            let cell = |at| screen.cell(row, at);
            cell(column).is_some_and(|it| it.contents() == "[" && it.bold())
                && cell(column - 1).is_some_and(|it| it.bold() && it.contents() != " ")
        })
    })
}

/// Types a sheet row by row, Enter after each, and the prose behind the last.
fn fill(console: &mut Console, answer: &str) {
    for line in answer.lines() {
        match line.split_once(" = ") {
            Some((_, working)) => console.send(&format!("{working}{ENTER}")),
            None => console.send(line),
        }
    }
    console.until_text("= 151,200 GB");
    console.until_text("= 4,100 USD/month");
}

fn take(console: &mut Console, exercise: &Exercise) {
    console.send("/");
    console.until_text("Search");
    console.send(exercise.search);
    console.until_text(exercise.search);
    console.send(ENTER);
    for (number, answer) in exercise.answers.iter().enumerate() {
        let place = format!("{} of {}", number + 1, exercise.answers.len());
        let in_answer = format!("{place:?} with its submit key");
        // After a worked incident one thing for next time is asked first, and need not be written.
        console.until(&in_answer, |screen| {
            let text = screen.contents();
            let is_asked = text.contains(&place) && text.contains("Ctrl-S submit");
            is_asked || text.contains("One thing for next time")
        });
        if console.screen().contains("One thing for next time") {
            console.send(ENTER);
        }
        console.until(&in_answer, |screen| {
            let text = screen.contents();
            text.contains(&place) && text.contains("Ctrl-S submit")
        });
        if answer.starts_with("live = ") {
            fill(console, answer);
        } else {
            console.paste(answer);
        }
        let last_word = answer.split_whitespace().last().unwrap();
        let last_word = last_word.trim_end_matches(['.', '?']);
        console.until_text(last_word);
        console.send(SUBMIT);
        console.until_text("debrief");
        console.until("marked words", has_marked_words);
        console.send(ENTER);
        console.until("the next thing to do", |screen| {
            let text = screen.contents();
            !text.contains("debrief")
        });
        if console.screen().contains("Say it again") {
            console.send(ENTER);
        }
    }
}

#[test]
fn the_founding_day_is_played_marked_and_kept() {
    let folder = tempfile::tempdir().unwrap();
    let mut console = Console::open(folder.path(), &[]);
    console.until_text("Where you stand");
    for exercise in &DAY {
        take(&mut console, exercise);
        console.until_text("Enter");
        console.send(ENTER);
        console.until_text("Where you stand");
    }
    console.send(CONTROL_C);
    assert!(console.until_left().success());

    let kept = attempts(folder.path());
    let answers: Vec<&str> = DAY.iter().flat_map(|it| it.answers).copied().collect();
    assert_eq!(kept.len(), answers.len());
    for exercise in &DAY {
        let mine: Vec<&Value> = kept
            .iter()
            .filter(|it| it["scenario"] == format!("builtin/{}", exercise.id))
            .collect();
        let texts: Vec<_> = mine
            .iter()
            .map(|it| it["answer"].as_str().unwrap())
            .collect();
        assert_eq!(texts, exercise.answers, "{}", exercise.id);
        let scores: Vec<f64> = mine
            .iter()
            .map(|it| it["score"].as_f64().unwrap())
            .collect();
        let count = f64::from(u32::try_from(scores.len()).unwrap());
        let mean = scores.iter().sum::<f64>() / count;
        assert!(
            (0.40..=0.95).contains(&mean),
            "{} came to {mean:.2}: {scores:?}",
            exercise.id
        );
    }

    let mut console = Console::open(folder.path(), &[]);
    console.until_text("answers so far: 16");
    console.send("p\t");
    console.until_text("Shared snapshots");
    console.send(CONTROL_C);
    assert!(console.until_left().success());
}
