//! Command output or logs without a word of one's own.

/// Whether every line of `answer` looks like output, and at least one does for sure.
pub(super) fn fires(answer: &str) -> bool {
    let mut sure = 0_usize;
    for line in answer.lines() {
        let line = line.trim();
        if line.is_empty() || line.starts_with("```") {
            continue;
        }
        if is_output(line) {
            sure += 1;
        } else if !line.starts_with(['$', '#', '>']) {
            return false;
        }
    }
    sure > 0
}

/// A log line, a table row, a stack frame, a line of a listing.
fn is_output(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().collect();
    let first = words.first().copied().unwrap_or_default();
    let level = |word: &&str| {
        let word = word.trim_matches(|c: char| !c.is_ascii_alphabetic());
        matches!(
            word,
            "INFO" | "WARN" | "WARNING" | "ERROR" | "DEBUG" | "FATAL" | "TRACE"
        )
    };
    let begins_with_time = is_time(first.trim_start_matches('['))
        || first.starts_with('[') && words.get(1).is_some_and(|word| is_time(word));
    let columns = line
        .split("  ")
        .filter(|cell| !cell.trim().is_empty())
        .count();
    let pairs = words.iter().filter(|word| word.contains('=')).count();
    begins_with_time && words.len() > 2
        || words.iter().take(3).any(level) && words.len() > 3
        || columns >= 4
        || pairs >= 3 && pairs * 2 >= words.len()
        || line.starts_with("at ") && line.ends_with(')') && line.contains(':')
        || first.len() == 10
            && first.starts_with(['-', 'd', 'l'])
            && first[1..].bytes().all(|byte| b"rwxst-".contains(&byte))
}

/// `14:01:55`, `2026-11-23`, `2026-11-23T14:01:55Z`.
fn is_time(word: &str) -> bool {
    let digits = word.bytes().filter(u8::is_ascii_digit).count();
    let marks = word
        .bytes()
        .filter(|byte| matches!(byte, b':' | b'-'))
        .count();
    digits >= 4 && marks >= 2 && word.starts_with(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::fires;

    #[track_caller]
    fn case(answer: &str, expected: bool) {
        assert_eq!(fires(answer), expected, "{answer}");
    }

    #[test]
    fn output_alone_is_told_from_answers() {
        case(
            "[Mon 14:01:55] nf_conntrack: table full, dropping packet",
            true,
        );
        case(
            "$ kubectl get pods\nNAME    READY   STATUS   RESTARTS\napi-0   0/1   Error   5",
            true,
        );
        case("2026-11-23T14:01:55Z ERROR failed to mount overlay", true);
        case(
            "tcp 6 112 src=10.2.7.31 dst=10.96.4.9 sport=41822 dport=443",
            true,
        );
        case("The log says:\n14:01:55 table full, dropping packet", false);
        case("1. dmesg -T | grep conntrack\n2. conntrack -L", false);
        case("14:02 We see timeouts on one node.", false);
        case("put = 100M * 5 = 500", false);
    }
}
