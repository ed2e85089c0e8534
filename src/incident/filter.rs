//! What recorded output is piped through, and programs that read a file and filter it at once.

use super::{
    command::Command,
    filtered::{Filtered, joined},
    grep::grep,
    jq::jq,
    sed::{sed, tr},
    table_filter::{awk, cut, sort, uniq, wc},
};

/// Puts `text` through one stage of a pipe.
pub fn apply(stage: &[String], text: &str) -> Filtered {
    let Some(command) = Command::parse(stage) else {
        return Filtered::Text(text.to_owned());
    };
    match command.program.as_str() {
        "grep" => grep(stage, &command, text),
        "head" => Filtered::Text(head(&command, text)),
        "tail" => Filtered::Text(tail(&command, text)),
        "wc" => Filtered::Text(wc(&command, text)),
        "sort" => Filtered::Text(sort(&command, text)),
        "uniq" => Filtered::Text(uniq(&command, text)),
        "cut" => cut(&command, text),
        "awk" => awk(&command, text),
        "sed" => sed(&command, text),
        "tr" => tr(&command, text),
        "jq" => jq(&command, text),
        "nl" => Filtered::Text(numbered(text)),
        "cat" if command.flag("n").is_some() => Filtered::Text(numbered(text)),
        "cat" | "less" | "more" | "bat" | "tee" | "column" | "view" | "most" => {
            Filtered::Text(text.to_owned())
        }
        "tac" => Filtered::Text(joined(text.lines().rev())),
        other => Filtered::Unknown(other.to_owned()),
    }
}

/// `grep x FILE` as `cat FILE` and `grep x`; other commands as they are, with nothing behind them.
pub fn split_reader(words: &[String]) -> (Vec<String>, Option<Vec<String>>) {
    let untouched = || (words.to_vec(), None);
    let Some(command) = Command::parse(words) else {
        return untouched();
    };
    let has_pattern = matches!(command.program.as_str(), "grep" | "awk" | "jq" | "sed");
    let is_reader = matches!(
        command.program.as_str(),
        "less"
            | "more"
            | "bat"
            | "view"
            | "vim"
            | "vi"
            | "tac"
            | "zcat"
            | "zless"
            | "head"
            | "tail"
            | "wc"
            | "sort"
            | "uniq"
            | "cut"
    );
    if !has_pattern && !is_reader {
        if command.program == "cat" {
            return (read(&command, &command.words), None);
        }
        return untouched();
    }
    let has_flag_pattern = command.program == "grep" && command.flag("e").is_some();
    let skipped = usize::from(has_pattern && !has_flag_pattern);
    let files: Vec<String> = command.words.iter().skip(skipped).cloned().collect();
    if files.is_empty() {
        return untouched();
    }
    let is_followed = command.program == "tail"
        && command
            .flags
            .iter()
            .any(|it| matches!(it.name.as_str(), "f" | "F"));
    let filter: Vec<String> = words
        .iter()
        .filter(|word| !files.contains(word))
        .cloned()
        .collect();
    (read(&command, &files), (!is_followed).then_some(filter))
}

fn read(command: &Command, files: &[String]) -> Vec<String> {
    let mut words = Vec::new();
    if let Some(host) = &command.host {
        words.extend(["ssh".to_owned(), host.clone()]);
    }
    // What the kernel keeps in a file is what `sysctl` prints.
    let kernel: Option<Vec<String>> = files
        .iter()
        .map(|file| Some(file.strip_prefix("/proc/sys/")?.replace('/', ".")))
        .collect();
    if let Some(names) = kernel {
        words.push("sysctl".to_owned());
        words.extend(names);
    } else {
        words.push("cat".to_owned());
        words.extend(files.iter().cloned());
    }
    words
}

fn numbered(text: &str) -> String {
    let lines = text.lines().enumerate();
    let lines = lines.map(|(at, line)| format!("{:>6}  {line}", at + 1));
    lines.collect::<Vec<_>>().join("\n")
}

fn number(command: &Command) -> Option<(bool, usize)> {
    let value = command.flag("n")?.value.as_deref()?;
    let from_start = value.starts_with('+');
    let value = value.trim_start_matches(['+', '-']);
    Some((from_start, value.parse().ok()?))
}

fn head(command: &Command, text: &str) -> String {
    let (_, n) = number(command).unwrap_or((false, 10));
    joined(text.lines().take(n))
}

fn tail(command: &Command, text: &str) -> String {
    let (from_start, n) = number(command).unwrap_or((false, 10));
    let lines = text.lines().count();
    let skipped = if from_start {
        n.saturating_sub(1)
    } else {
        lines.saturating_sub(n)
    };
    joined(text.lines().skip(skipped))
}

#[cfg(test)]
mod tests {
    use super::{super::lexer::pipelines, Filtered, apply};

    const TEXT: &str = "b 2 x\na 10 y\nERROR 3 z\na 10 y";

    #[track_caller]
    fn case(filters: &str, expected: &str) {
        let stages = pipelines(filters).remove(0);
        let mut text = TEXT.to_owned();
        for stage in &stages {
            match apply(stage, &text) {
                Filtered::Text(left) => text = left,
                other => text = format!("{other:?}"),
            }
        }
        assert_eq!(text, expected, "{filters}");
    }

    #[test]
    fn grep_keeps_the_lines_that_fit() {
        case("grep a", "a 10 y\na 10 y");
        case("grep -i error", "ERROR 3 z");
        case("grep -v a", "b 2 x\nERROR 3 z");
        case("grep -c a", "2");
        case("grep -E 'ERR|b '", "b 2 x\nERROR 3 z");
        case("grep 'ERR\\|b '", "b 2 x\nERROR 3 z");
        case("egrep -iv 'error|b '", "a 10 y\na 10 y");
        case("grep -A1 ERROR", "ERROR 3 z\na 10 y");
        case("grep -B 1 -n ERROR", "2-a 10 y\n3:ERROR 3 z");
        case("grep -o '[0-9]*'", "2\n10\n3\n10");
        case("grep -w 1", "");
        case("grep -e b -e ERR", "b 2 x\nERROR 3 z");
        case("grep -- -x", "");
    }

    #[test]
    fn heads_and_tails() {
        case("head -1", "b 2 x");
        case("head -n 2", "b 2 x\na 10 y");
        case("tail -n1", "a 10 y");
        case("tail -n +4", "a 10 y");
        case("less", TEXT);
    }

    #[test]
    fn sorted_counted_and_cut() {
        case("sort", "ERROR 3 z\na 10 y\na 10 y\nb 2 x");
        case("sort -k2 -n", "b 2 x\nERROR 3 z\na 10 y\na 10 y");
        case("sort -k2 -nr | head -1", "a 10 y");
        case("sort -u", "ERROR 3 z\na 10 y\nb 2 x");
        case("sort | uniq -c | sort -rn | head -1", "      2 a 10 y");
        case("wc -l", "4");
        case("awk '{print $2}'", "2\n10\n3\n10");
        case("awk '{print $1, $3}' | head -1", "b x");
        case("awk '/ERROR/ {print $NF}'", "z");
        case("awk 'NR>2'", "ERROR 3 z\na 10 y");
        case("awk '$2>5 {print $1}'", "a\na");
        case("cut -d' ' -f2", "2\n10\n3\n10");
        case("cut -d ' ' -f 1,3 | head -1", "b x");
    }
}
