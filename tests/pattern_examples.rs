//! The examples of the pattern language, each as a row: pattern, answer, what must come of it.

use firedrill::{domain::Scope, scoring::State};

use super::rubric::{case, criterion, outcome};

#[test]
fn plain_words_match_in_any_order_in_one_sentence() {
    let pattern = "overlay (mount|fs) (denied|EACCES)";
    case(
        pattern,
        "The kernel denied the overlay mount.",
        State::Hit,
        &["denied", "overlay", "mount"],
    );
    case(
        pattern,
        "The overlay is healthy. Another mount was denied.",
        State::Missed,
        &[],
    );
    case(
        "overlay denied",
        "The overlay is healthy. Another mount was denied.",
        State::Missed,
        &[],
    );
}

#[test]
fn a_transposition_is_one_slip_and_a_known_word_is_none() {
    case(
        "overlay mount denied",
        "We see that the mount of the ovrelay was denied.",
        State::Hit,
        &["mount", "ovrelay/slip", "denied"],
    );
    case(
        "upper directory",
        "Compare the owner of the lower directory.",
        State::Missed,
        &[],
    );
    case("TTL", "Set a TLT of 5 minutes.", State::Missed, &[]);
}

#[test]
fn glossary_and_stems_match_unless_the_exact_word_is_asked_for() {
    let answer = "I suspect the mappings of the user namespace.";
    case(
        "userns mapping",
        answer,
        State::Hit,
        &["mappings/stem", "user/synonym", "namespace/synonym"],
    );
    case("=userns mapping", answer, State::Missed, &[]);
}

#[test]
fn a_phrase_keeps_its_order() {
    case(
        "(roll back|revert)",
        "We rolled it back at 10:42.",
        State::Hit,
        &["rolled/stem", "back"],
    );
    case(
        "(roll back|revert)",
        "Back then we let the dice roll.",
        State::Missed,
        &[],
    );
}

#[test]
fn exact_text_is_exact() {
    case(
        "=(chmod -R 777)",
        "chmod 777 /var/lib fixes it.",
        State::Missed,
        &[],
    );
    case(
        "=(chmod -R 777)",
        "chmod  -R 777 /var/lib fixes it.",
        State::Hit,
        &["chmod  -R 777"],
    );
}

#[test]
fn paths_have_free_segments_and_plain_parts() {
    let answer = "I would cat /proc/4711/uid_map first.";
    case(
        "/proc/$PID/uid_map",
        answer,
        State::Hit,
        &["/proc/4711/uid_map"],
    );
    case("uid_map", answer, State::Hit, &["uid_map"]);
    case(
        "/proc/1234/uid_map",
        "cat `/proc/$PID/uid_map`",
        State::Hit,
        &["/proc/$PID/uid_map"],
    );
    case(
        "/proc/$PID/uid_map",
        "cat /proc/<pid>/uid_map",
        State::Hit,
        &["/proc/<pid>/uid_map"],
    );
}

#[test]
fn commands_match_as_engineers_write_them() {
    case(
        "crictl inspect",
        "`crictl inspect <id>` shows it",
        State::Hit,
        &["crictl", "inspect"],
    );
    case(
        "(kubectl describe pod)",
        "kubectl -n x describe pod y",
        State::Hit,
        &["kubectl", "describe", "pod"],
    );
    case(
        "(kubectl get pods)",
        "kubectl --context=prod get pods -A",
        State::Hit,
        &["kubectl", "get", "pods"],
    );
    case(
        "--userns host",
        "podman run --userns=host",
        State::Hit,
        &["--userns", "host"],
    );
    case(
        "nf_conntrack_count",
        "sysctl net.netfilter.nf_conntrack_count",
        State::Hit,
        &["nf_conntrack_count"],
    );
}

#[test]
fn hyphens_join() {
    for pattern in ["back-off", "backoff"] {
        for answer in ["use back-off", "use backoff", "use back off"] {
            assert_eq!(
                outcome(criterion("point", &[pattern]), answer).0,
                State::Hit,
                "{pattern} in {answer}"
            );
        }
    }
}

#[test]
fn operators_ask_for_nearness_and_order() {
    case(
        "hit rate ~> drop*",
        "We dropped traffic and the hit rate recovered.",
        State::Missed,
        &[],
    );
    case(
        "(hit rate) ~> drop*",
        "We dropped traffic and the hit rate recovered.",
        State::Missed,
        &[],
    );
    case(
        "hit rate ~> drop*",
        "the hit rate suddenly dropped",
        State::Hit,
        &["hit", "rate", "dropped/prefix"],
    );
    case(
        "revert > verify",
        "Verify the dashboards, then revert.",
        State::Missed,
        &[],
    );
    case(
        "revert > verify",
        "Revert, then verify the dashboards.",
        State::Hit,
        &["Revert", "verify"],
    );
    case(
        "(403|404) ~6 not retry",
        "Do not retry on 403.",
        State::Hit,
        &["not", "retry", "403"],
    );
}

#[test]
fn quantities_compare_with_units() {
    let pattern = "storage <3478 10% USD/month>";
    case(
        pattern,
        "Storage is about $3.4k a month.",
        State::Hit,
        &["Storage", "$3.4k a month/number"],
    );
    case(
        pattern,
        "Storage comes to 3,478.",
        State::Partial,
        &["Storage", "3,478/number"],
    );
    case(
        "timeout <..500 ms>",
        "Set the timeout to 0.2 s.",
        State::Hit,
        &["timeout", "0.2 s/number"],
    );
    case(
        "timeout <..500 ms>",
        "Set the timeout to 5m.",
        State::Missed,
        &[],
    );
    case(
        "uptime <95 %>",
        "95 % uptime",
        State::Hit,
        &["95 %/number", "uptime"],
    );
    case(
        "wait <5 min>",
        "wait 300 s",
        State::Hit,
        &["wait", "300 s/number"],
    );
}

#[test]
fn all_but_one_of_three_elements_is_a_near_miss() {
    let pattern = "overlay (mount|fs) (denied|EACCES)";
    case(
        pattern,
        "Another mount was denied.",
        State::Partial,
        &["mount", "denied"],
    );
    case(pattern, "Another mount was not denied.", State::Missed, &[]);
    case(
        "not ~4 evidence (data loss)",
        "There is evidence of data loss.",
        State::Missed,
        &[],
    );
}

#[test]
fn full_width_input_and_chinese_words_do_not_hinder() {
    case(
        "TTL short",
        "ＴＴＬ 太短了, the ＴＴＬ is too short。",
        State::Hit,
        &["ＴＴＬ", "short"],
    );
    case(
        "disk full",
        "磁盘满了，disk is full！",
        State::Hit,
        &["disk", "full"],
    );
    case("磁盘", "磁盘满了", State::Missed, &[]);
}

#[test]
fn within_answer_lifts_the_sentence() {
    let mut wide = criterion("point", &["overlay denied"]);
    wide.scope = Scope::Answer;
    assert_eq!(
        outcome(wide, "The overlay is healthy. Another mount was denied.").0,
        State::Hit
    );
}

#[test]
fn a_lead_in_counts_for_each_item() {
    case(
        "check dmesg",
        "I would check:\n- the disk\n- dmesg",
        State::Hit,
        &["check", "dmesg"],
    );
}

#[test]
fn a_technical_word_is_a_segment_of_a_path() {
    case(
        "cpu.stat",
        "cat /sys/fs/cgroup/cpu.stat",
        State::Hit,
        &["cpu.stat"],
    );
    case(
        "kube-proxy.yaml",
        "Look into /etc/kubernetes/kube-proxy.yaml:12 first.",
        State::Hit,
        &["kube-proxy.yaml"],
    );
    case(
        "cpu.stat",
        "cat /sys/fs/cgroup/cpu/stat",
        State::Missed,
        &[],
    );
}
