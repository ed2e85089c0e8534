//! What a typed line runs: loops, variables and scripts in quotes resolved to plain commands.

use std::collections::BTreeMap;

use super::{
    lexer::{Pipeline, pipelines},
    query::bare_query,
};

/// Scripts in scripts are followed this deep.
const DEEPEST: usize = 3;

/// The commands of `line` with their pipes, in order. A loop runs once, for its first word.
pub fn commands(line: &str) -> Vec<Pipeline> {
    if let Some(query) = bare_query(line) {
        return vec![vec![query]];
    }
    let mut variables = BTreeMap::new();
    let mut found = Vec::new();
    for pipeline in pipelines(line) {
        read(pipeline, &mut variables, 0, &mut found);
    }
    found
}

fn read(
    pipeline: Pipeline,
    variables: &mut BTreeMap<String, String>,
    depth: usize,
    found: &mut Vec<Pipeline>,
) {
    let mut stages = pipeline.into_iter();
    let Some(first) = stages.next() else { return };
    let Some(first) = plain(first, variables) else {
        return;
    };
    let with_values = |words: &[String]| -> Vec<String> {
        let resolved = words.iter().map(|word| resolved(word, variables));
        resolved.collect()
    };
    let first = with_values(&first);
    let rest: Vec<Vec<String>> = stages
        .map(|stage| with_values(&stage))
        .filter(|stage| !stage.iter().all(|word| word == "done"))
        .collect();
    let printed = substituted(&first).filter(|_| depth < DEEPEST);
    if let Some(script) = printed {
        for inner in pipelines(script) {
            read(inner, variables, depth + 1, found);
        }
        return;
    }
    if let Some(fed) = fed(&first, &rest) {
        found.push(vec![fed]);
        return;
    }
    let script = script_at(&first).filter(|_| depth < DEEPEST);
    let Some(at) = script else {
        found.push([vec![first], rest].concat());
        return;
    };
    let (before, script) = first.split_at(at);
    // `sh -c` itself is no part of what it runs.
    let before = match before {
        [before @ .., shell, flag] if flag.starts_with('-') && is_shell(shell) => before,
        before => before,
    };
    let inner = pipelines(script.first().map_or("", String::as_str));
    let last = inner.len().saturating_sub(1);
    for (place, mut pipeline) in inner.into_iter().enumerate() {
        if let Some(stage) = pipeline.first_mut() {
            *stage = [before, stage].concat();
        }
        if place == last {
            pipeline.extend(rest.iter().cloned());
        }
        read(pipeline, variables, depth + 1, found);
    }
}

/// What `echo "$(…)"` runs before it prints.
fn substituted(words: &[String]) -> Option<&str> {
    let is_printing = matches!(words.first()?.as_str(), "echo" | "printf");
    let word = words.iter().find(|word| word.contains("$("))?;
    let (_, inside) = word.split_once("$(")?;
    let (inside, _) = inside.rsplit_once(')')?;
    is_printing.then_some(inside)
}

/// `echo "select 1" | psql` as `psql -c "select 1"`.
fn fed(first: &[String], rest: &[Vec<String>]) -> Option<Vec<String>> {
    let is_printing = matches!(first.first()?.as_str(), "echo" | "printf");
    let tool = rest.first()?;
    let is_fed = is_printing && tool.first()? == "psql" && !tool.iter().any(|word| word == "-c");
    let text = first.iter().skip(1).filter(|word| !word.starts_with('-'));
    let text = text.cloned().collect::<Vec<_>>().join(" ");
    is_fed.then(|| [tool.clone(), vec!["-c".to_owned(), text]].concat())
}

/// The words of a command without the words of a loop around it; `None` where nothing is run.
fn plain(mut words: Vec<String>, variables: &mut BTreeMap<String, String>) -> Option<Vec<String>> {
    loop {
        match words.first().map(String::as_str)? {
            "for" => {
                let name = words.get(1)?.clone();
                let value = first_of_braces(words.get(3).map_or("", String::as_str));
                variables.insert(name, value);
                return None;
            }
            "do" | "then" | "else" | "while" | "until" | "if" | "!" | "{" | "(" => {
                words.remove(0);
            }
            "done" | "fi" | "}" | ")" | "true" | ":" => return None,
            _ => break,
        }
    }
    let assigned = words.iter().all(|word| {
        word.split_once('=')
            .is_some_and(|(name, _)| !name.is_empty() && name.chars().all(is_of_name))
    });
    if assigned {
        for word in &words {
            if let Some((name, value)) = word.split_once('=') {
                variables.insert(name.to_owned(), value.to_owned());
            }
        }
        return None;
    }
    Some(words)
}

/// `node-{1..6}` as `node-1`, `{a,b}` as `a`.
fn first_of_braces(word: &str) -> String {
    let parts = word.split_once('{').and_then(|(before, rest)| {
        let (inside, after) = rest.split_once('}')?;
        let first = inside.split_once("..").or(inside.split_once(','))?.0;
        Some(format!("{before}{first}{after}"))
    });
    parts.unwrap_or_else(|| word.to_owned())
}

const fn is_of_name(character: char) -> bool {
    character.is_ascii_alphanumeric() || character == '_'
}

fn is_shell(word: &str) -> bool {
    let name = word.rsplit('/').next().unwrap_or(word);
    matches!(name, "sh" | "bash" | "zsh" | "ash" | "dash")
}

/// Where in `words` a script stands that a shell runs: behind `sh -c`, or as the one word behind `ssh HOST`.
fn script_at(words: &[String]) -> Option<usize> {
    let last = words.len().checked_sub(1)?;
    if !words.get(last)?.trim().contains(char::is_whitespace) {
        return None;
    }
    let behind_shell = last >= 2
        && is_shell(&words[last - 2])
        && words[last - 1].starts_with('-')
        && words[last - 1].ends_with('c');
    let is_remote = words.iter().any(|word| word == "ssh")
        && last >= 2
        && !words[last - 1].starts_with('-')
        && words.iter().position(|word| word == "ssh") < Some(last - 1);
    let is_own = |word: &String| {
        let word = word.trim_start_matches('-');
        word.len() < 2 || word.chars().all(|c| c.is_ascii_digit() || c == '.')
    };
    let is_watched = words.first().is_some_and(|word| word == "watch")
        && words.iter().take(last).skip(1).all(is_own);
    (behind_shell || is_remote || is_watched).then_some(last)
}

/// `word` with `$name` and `${name}` as their values, where they are known.
fn resolved(word: &str, variables: &BTreeMap<String, String>) -> String {
    if variables.is_empty() || !word.contains('$') {
        return word.to_owned();
    }
    let mut text = word.to_owned();
    for (name, value) in variables.iter().rev() {
        text = text.replace(&format!("${{{name}}}"), value);
        let bare = format!("${name}");
        let mut from = 0;
        while let Some(at) = text.get(from..).and_then(|rest| rest.find(&bare)) {
            let (start, end) = (from + at, from + at + bare.len());
            let goes_on = text.get(end..).and_then(|rest| rest.chars().next());
            if goes_on.is_some_and(is_of_name) {
                from = end;
            } else {
                text.replace_range(start..end, value);
                from = start + value.len();
            }
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::commands;

    #[track_caller]
    fn case(line: &str, expected: &str) {
        let shown: Vec<String> = commands(line)
            .iter()
            .map(|pipeline| {
                let stages: Vec<String> = pipeline.iter().map(|words| words.join(" ")).collect();
                stages.join(" | ")
            })
            .collect();
        assert_eq!(shown.join(" ; "), expected, "{line}");
    }

    #[test]
    fn a_loop_runs_once_for_its_first_word() {
        case(
            "for n in oak-1 fir-1; do ssh $n uname -r; done",
            "ssh oak-1 uname -r",
        );
        case(
            "for p in $(pgrep java); do cat /proc/$p/status | grep -i vm; done | head",
            "cat /proc/$(pgrep java)/status | grep -i vm",
        );
        case("for n in oak-{1..3}; do ssh $n id; done", "ssh oak-1 id");
        case("while true; do ss -s; sleep 1; done", "ss -s ; sleep 1");
    }

    #[test]
    fn a_script_in_quotes_is_its_commands() {
        case(
            "ssh oak-3 'uname -r; runc --version'",
            "ssh oak-3 uname -r ; ssh oak-3 runc --version",
        );
        case(
            "kubectl exec api-1 -- sh -c 'id; cat /etc/resolv.conf | head -1'",
            "kubectl exec api-1 -- id ; kubectl exec api-1 -- cat /etc/resolv.conf | head -1",
        );
        case(
            "watch -n 2 \"psql -c 'select 1'\"",
            "watch -n 2 psql -c select 1",
        );
        case(
            "printf '%s' \"$(find /var -xdev | wc -l)\"",
            "find /var -xdev | wc -l",
        );
        case("echo 'select 1' | psql -d pay", "psql -d pay -c select 1");
        case("sudo bash -c 'dmesg | tail'", "sudo dmesg | tail");
        case("grep 'a b' file", "grep a b file");
        case("ssh oak-3", "ssh oak-3");
    }

    #[test]
    fn variables_have_their_values() {
        case("P=41822; cat /proc/$P/uid_map", "cat /proc/41822/uid_map");
        case("ns=shop; k -n ${ns} get po", "k -n shop get po");
        case("TOKEN=$(curl -s x); curl $TOKENS", "curl $TOKENS");
        case("A=1", "");
    }
}
