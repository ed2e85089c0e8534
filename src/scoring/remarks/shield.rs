//! The parts of an answer that are not the learner's English: code, quotations, commands.

use std::ops::Range;

/// Byte ranges that no rule looks into, in order, without overlaps.
pub fn shielded(answer: &str) -> Vec<Range<usize>> {
    let mut found = vec![];
    let mut at = 0;
    while at < answer.len() {
        let rest = &answer[at..];
        let length = whole_line(answer, at)
            .or_else(|| fenced(rest))
            .or_else(|| quoted(answer, at));
        match length {
            Some(length) => {
                found.push(at..at + length);
                at += length;
            }
            None => at += rest.chars().next().map_or(1, char::len_utf8),
        }
    }
    found
}

/// A typed command or a quoted line.
fn whole_line(answer: &str, at: usize) -> Option<usize> {
    let rest = &answer[at..];
    // looked at first: the search for the ends of the line costs its length, and this is asked at every character
    if !rest.starts_with("$ ") && !rest.starts_with('>') {
        return None;
    }
    let line = rest.lines().next()?;
    let before = answer[..at].rsplit('\n').next()?;
    before.trim().is_empty().then_some(line.len())
}

/// A fenced block, or code between backticks.
fn fenced(rest: &str) -> Option<usize> {
    let ticks = rest.len() - rest.trim_start_matches('`').len();
    if ticks == 0 {
        return None;
    }
    let fence = &rest[..ticks];
    let body = rest[ticks..].find(fence)?;
    Some(ticks + body + ticks)
}

/// Words between quotation marks of one kind, on one line.
fn quoted(answer: &str, at: usize) -> Option<usize> {
    let open = answer[at..].chars().next()?;
    let close = match open {
        '"' | '＂' => open,
        '“' => '”',
        '‘' => '’',
        '「' => '」',
        '『' => '』',
        '«' => '»',
        '\'' => '\'',
        _ => return None,
    };
    let single = matches!(open, '\'' | '‘');
    let before = answer[..at].chars().next_back();
    if single && before.is_some_and(char::is_alphanumeric) {
        return None;
    }
    let line = answer[at..].lines().next()?;
    let body = &line[open.len_utf8()..];
    let end = body.char_indices().find(|(place, mark)| {
        let after = body[place + mark.len_utf8()..].chars().next();
        *mark == close && (!single || !after.is_some_and(char::is_alphanumeric))
    })?;
    Some(open.len_utf8() + end.0 + close.len_utf8())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(answer: &str, expected: &[&str]) {
        let found: Vec<_> = shielded(answer)
            .into_iter()
            .map(|range| &answer[range])
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn code_and_quotations_are_shielded() {
        case("run `df -i` first", &["`df -i`"]);
        case("```\na a\n```\nthen", &["```\na a\n```"]);
        case("it says \"more faster\" twice", &["\"more faster\""]);
        case("it says “more faster”.", &["“more faster”"]);
        case("the log says 'table full' now", &["'table full'"]);
        case("$ kubectl get pods\nfine", &["$ kubectl get pods"]);
        case("> as you said\nyes", &["> as you said"]);
    }

    #[test]
    fn apostrophes_and_lone_marks_are_not_quotations() {
        case("it isn't the node's fault", &[]);
        case("the pods' limits and the nodes' limits", &[]);
        case("a 3\" disk", &[]);
        case("one ` tick", &[]);
    }
}
