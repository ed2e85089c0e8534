//! The words of an incident's lines that the rubric is for, at their places; all else is blanked.

use crate::incident::Verb;

/// `answer` with every byte that is not graded turned into a blank, so that offsets stay right.
///
/// Each line with words becomes a list item, which is a sentence of its own.
pub fn words(answer: &str) -> String {
    let mut text = String::with_capacity(answer.len());
    for line in answer.split_inclusive('\n') {
        let content = line.trim_end_matches(['\n', '\r']);
        let from = Verb::graded_from(content);
        let (verb, said) = content
            .split_at_checked(from.unwrap_or(content.len()))
            .unwrap_or((content, ""));
        let mark = if said.is_empty() { "" } else { "- " };
        text.push_str(mark);
        text.extend(std::iter::repeat_n(
            ' ',
            verb.len().saturating_sub(mark.len()),
        ));
        text.push_str(said);
        text.push_str(line.get(content.len()..).unwrap_or_default());
    }
    text
}

#[cfg(test)]
mod tests {
    use super::words;

    #[track_caller]
    fn case(answer: &str, expected: &str) {
        let text = words(answer);
        assert_eq!(text, expected);
        assert_eq!(text.len(), answer.len(), "offsets stay right");
    }

    #[test]
    fn only_what_is_said_of_the_incident_is_left() {
        case(
            "dmesg -T\nhypothesis the table is full",
            "        \n-          the table is full",
        );
        case("ask dana what changed?", "                      ");
        case("  declare 表 is full.  \n", "-         表 is full.  \n");
        case(
            "note to self\r\nresolve done",
            "            \r\n-       done",
        );
        case("", "");
    }
}
