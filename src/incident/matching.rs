//! Whether a typed command means a recorded one, however it is spelled.

use super::{
    command::{Command, Flag},
    program::Program,
    word::word,
};

/// Programs that show the same whatever words and looks they are given.
const ANYHOW: &str = "ps top htop atop free uptime w vmstat iostat mpstat dmesg uname lscpu lsblk nproc hostname getenforce aa-status date id whoami";

/// Programs for which a word more only narrows what is shown.
const NARROWED: &str =
    "df du mount findmnt ss netstat conntrack lsof pidstat sar ip nstat ls iptables";

/// Flags by which structured output is asked for, whatever its form.
const STRUCTURED: &[&str] = &["json", "yaml", "jsonpath", "custom-columns", "go-template"];

/// How well `typed` fits the recorded `run`; higher is closer, `None` is another command.
pub fn fit(run: &Command, typed: &Command) -> Option<i32> {
    if run.program != typed.program || !same_host(run, typed) {
        return None;
    }
    let inner = match (&run.inner, &typed.inner) {
        (Some(run), Some(typed)) => fit(run, typed)?,
        (None, None) => 0,
        _ => return None,
    };
    // A machine that both name tells more than one that is left open.
    let host = if run.host.is_some() && typed.host.is_some() {
        5
    } else {
        0
    };
    Some(words(run, typed)? + flags(run, typed)? + inner + host)
}

/// Whether `typed` asks for something of the same sort as `run`, though not for it.
pub fn is_near(run: &Command, typed: &Command) -> bool {
    run.program == typed.program
        && match (run.words.first(), typed.words.first()) {
            (Some(run), Some(typed)) => word(run, typed).is_some(),
            _ => true,
        }
}

fn same_host(run: &Command, typed: &Command) -> bool {
    match (&run.host, &typed.host) {
        (Some(run), Some(typed)) => word(run, typed).is_some(),
        _ => true,
    }
}

fn has(list: &str, word: &str) -> bool {
    list.split(' ').any(|each| each == word)
}

fn words(run: &Command, typed: &Command) -> Option<i32> {
    if has(ANYHOW, &run.program) {
        let is_shared = |word: &&String| typed.words.contains(word);
        return Some(count(run.words.iter().filter(is_shared).count()));
    }
    // Several files or settings at once: the one that counts may stand anywhere among them.
    if matches!(run.program.as_str(), "cat" | "sysctl") {
        let best = |file: &String| typed.words.iter().filter_map(|it| word(file, it)).max();
        let shared: Vec<i32> = run.words.iter().filter_map(best).collect();
        let unknown = typed.words.len().saturating_sub(shared.len());
        return (!shared.is_empty()).then(|| shared.iter().sum::<i32>() - count(unknown));
    }
    let typed_words = typed_words(run, typed);
    let mut score = 0;
    let mut rest = typed_words.iter();
    for wanted in &run.words {
        loop {
            let given = rest.next()?;
            if let Some(worth) = word(wanted, given) {
                score += worth;
                break;
            }
            if !is_extra(&run.program, given) {
                return None;
            }
        }
    }
    for extra in rest {
        if !is_extra(&run.program, extra) {
            return None;
        }
        score -= 1;
    }
    Some(score)
}

/// The words of `typed`; a selector stands for the deployment it selects.
fn typed_words(run: &Command, typed: &Command) -> Vec<String> {
    let mut words = typed.words.clone();
    if run.program == "kubectl" && words.len() + 1 == run.words.len() {
        let selected = typed.flag("l").and_then(|flag| flag.value.as_deref());
        if let Some((_, name)) = selected.and_then(|value| value.rsplit_once('=')) {
            words.push(name.to_owned());
        }
    }
    words
}

fn is_extra(program: &str, word: &str) -> bool {
    has(NARROWED, program) || word.chars().all(|c| c.is_ascii_digit())
}

fn flags(run: &Command, typed: &Command) -> Option<i32> {
    let known = Program::of(&run.program);
    if has(ANYHOW, &run.program) {
        let is_other = typed
            .flags
            .iter()
            .any(|flag| known.is_telling(&flag.name) && run.flag(&flag.name).is_none());
        let is_shared = |flag: &&Flag| {
            let mut given = typed.flags.iter().filter(|it| it.name == flag.name);
            given.any(|it| value(run, flag, it))
        };
        let shared = run.flags.iter().filter(is_shared).count();
        return (!is_other).then(|| count(shared));
    }
    let mut score = 0;
    for wanted in &run.flags {
        let given = typed.flags.iter().filter(|flag| flag.name == wanted.name);
        let mut given = given.peekable();
        if given.peek().is_none() {
            if known.is_look(&wanted.name) || is_optional(run, typed, wanted) {
                continue;
            }
            return None;
        }
        if known.is_look(&wanted.name) && !is_structure(run, wanted) {
            score += 1;
        } else if given.any(|flag| value(run, wanted, flag)) {
            score += 10;
        } else {
            return None;
        }
    }
    for extra in &typed.flags {
        if run.flag(&extra.name).is_some() || known.is_look(&extra.name) {
            continue;
        }
        if known.is_telling(&extra.name) && !is_expanded(typed, extra) {
            return None;
        }
        score -= 1;
    }
    Some(score)
}

/// `ls -d /var/*` shows what `ls /var` shows.
fn is_expanded(typed: &Command, flag: &Flag) -> bool {
    typed.program == "ls" && flag.name == "d" && typed.words.iter().any(|word| word.contains('*'))
}

/// A namespace need not be said, and all of them hold each.
fn is_optional(run: &Command, typed: &Command, flag: &Flag) -> bool {
    match (run.program.as_str(), flag.name.as_str()) {
        ("kubectl" | "helm", "n" | "c" | "A" | "l") | ("ctr" | "crictl", "n") => true,
        ("kubectl", "o") => {
            !is_structure(run, flag) || typed.words.first().is_some_and(|verb| verb == "describe")
        }
        _ => false,
    }
}

fn is_structure(run: &Command, flag: &Flag) -> bool {
    run.program == "kubectl" && flag.name == "o" && flag.value.as_deref().is_some_and(is_structured)
}

fn is_structured(value: &str) -> bool {
    STRUCTURED.iter().any(|form| value.starts_with(form))
}

fn value(run: &Command, wanted: &Flag, given: &Flag) -> bool {
    match (wanted.value.as_deref(), given.value.as_deref()) {
        (Some(wanted), Some(given)) => {
            let is_output = run.program == "kubectl" && is_structured(wanted);
            word(&plain(wanted), &plain(given)).is_some()
                || (is_output && is_structured(given))
                || (run.program == "journalctl" && is_part_of_unit(wanted, given))
        }
        _ => true,
    }
}

/// Who does not know the whole name of a unit types the part that says what it is: `web` for `fanstand-web`.
fn is_part_of_unit(unit: &str, given: &str) -> bool {
    given.len() > 2 && unit.split('-').any(|part| part == given)
}

/// A value without what changes nothing: runs of blanks, a final semicolon, capitals.
fn plain(value: &str) -> String {
    let words: Vec<&str> = value.split_whitespace().collect();
    words.join(" ").trim_end_matches([';', ' ']).to_lowercase()
}

fn count(n: usize) -> i32 {
    i32::try_from(n).unwrap_or(i32::MAX)
}

#[cfg(test)]
mod tests {
    use super::{
        super::{command::Command, lexer::pipelines},
        fit,
    };

    fn read(line: &str) -> Command {
        let words = pipelines(line).remove(0).remove(0);
        Command::parse(&words).unwrap()
    }

    #[track_caller]
    fn case(run: &str, typed: &str, expected: bool) {
        assert_eq!(
            fit(&read(run), &read(typed)).is_some(),
            expected,
            "{run} ← {typed}"
        );
    }

    #[test]
    fn the_namespace_may_stand_anywhere_and_in_any_form() {
        let run = "kubectl -n shop get pods";
        for typed in [
            "kubectl get pods -n shop",
            "k get po -nshop",
            "kubectl get pod --namespace=shop",
            "kubectl --namespace shop get pods -o wide",
            "kubectl get pods -A",
            "kubectl get pods",
            "sudo /usr/local/bin/kubectl get pods -n shop -w",
        ] {
            case(run, typed, true);
        }
        case(run, "kubectl get pods -n other", false);
        case(run, "kubectl get svc -n shop", false);
        case(run, "kubectl describe pods -n shop", false);
    }

    #[test]
    fn any_pod_of_a_deployment_stands_for_it() {
        let run = "kubectl -n shop logs deploy/api";
        for typed in [
            "kubectl logs -n shop deployment/api",
            "kubectl logs api-7c4d9f-x2x1 -n shop --tail=50",
            "k logs -f pod/api-7c4d9f-x2x1",
            "kubectl logs -l app=api -n shop",
        ] {
            case(run, typed, true);
        }
        case(run, "kubectl logs deploy/web -n shop", false);
        case(run, "kubectl logs api-7c4d9f-x2x1 -p", false);
    }

    #[test]
    fn flags_may_be_long_short_and_joined() {
        case(
            "journalctl -u containerd",
            "journalctl -xeu containerd.service --no-pager",
            true,
        );
        case(
            "journalctl -u containerd",
            "journalctl --unit=containerd --since '10 min ago'",
            true,
        );
        case("journalctl -u containerd", "journalctl -u kubelet", false);
        case("df -i", "df --inodes /var", true);
        case("df -i", "df -hi", true);
        case("df -h", "df -i", false);
        case("df -h", "df", true);
        case("ss -s", "ss --summary", true);
        case("ss -tln", "ss -s", false);
        case("dmesg", "dmesg -T", true);
    }

    #[test]
    fn a_number_that_matters_must_be_the_same() {
        let run = "kubectl -n import scale deploy/importer --replicas=1";
        case(
            run,
            "kubectl scale deployment importer --replicas 1 -n import",
            true,
        );
        case(
            run,
            "kubectl scale deployment importer --replicas 0 -n import",
            false,
        );
    }

    #[test]
    fn a_command_inside_a_container_is_looked_at_too() {
        let run = "kubectl -n shop exec <pod> -- cat /etc/resolv.conf";
        case(
            run,
            "kubectl exec -it api-1-x -n shop -- cat /etc/resolv.conf",
            true,
        );
        case(
            run,
            "kubectl exec api-1-x -- sh -c 'cat /etc/resolv.conf'",
            true,
        );
        case(run, "kubectl exec api-1-x -- cat /etc/hosts", false);
        case(run, "cat /etc/resolv.conf", false);
    }

    #[test]
    fn a_machine_that_is_named_twice_must_be_the_same() {
        case("ssh oak-3 uname -r", "uname -r", true);
        case("uname -r", "ssh root@oak-3 sudo uname -r", true);
        case("ssh oak-3 uname -r", "ssh fir-1 uname -r", false);
    }

    #[test]
    fn structured_output_of_any_form_will_do() {
        let run = "kubectl get pod <pod> -o yaml";
        case(run, "kubectl get po scan-1 -ojson", true);
        case(
            run,
            "kubectl get pod scan-1 -o jsonpath='{.spec.hostUsers}'",
            true,
        );
        case(run, "kubectl get pod scan-1", false);
    }

    #[test]
    fn placeholders_stand_for_one_word_or_a_part_of_it() {
        case("cat /proc/<pid>/uid_map", "cat /proc/41822/uid_map", true);
        case(
            "cat /proc/<pid>/uid_map",
            "cat /proc/$(pgrep pause)/uid_map",
            true,
        );
        case("cat /proc/<pid>/uid_map", "cat /proc/41822/gid_map", false);
    }
}
