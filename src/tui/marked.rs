//! An answer with the words that counted highlighted and numbered by point.

use crate::scoring::{Finding, Flagged, State};

use super::{theme::Theme, wrap::Run};

/// Bytes of the answer that belong to one point.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Mark {
    start: usize,
    end: usize,
    /// The point's number from 1; 0 for a red flag.
    number: usize,
    state: Option<State>,
}

/// `answer` as styled runs: every span of a finding in the finding's style, `[n]` after it.
pub fn marked(answer: &str, findings: &[Finding], flags: &[Flagged], theme: &Theme) -> Vec<Run> {
    let marks = marks(answer, findings, flags);
    let mut edges: Vec<usize> = marks
        .iter()
        .flat_map(|mark| [mark.start, mark.end])
        .collect();
    edges.extend([0, answer.len()]);
    edges.sort_unstable();
    edges.dedup();
    let mut runs: Vec<Run> = vec![];
    for pair in edges.windows(2) {
        let (start, end) = (pair[0], pair[1]);
        let covers = |mark: &&Mark| mark.start <= start && end <= mark.end;
        let style = marks
            .iter()
            .find(covers)
            .map_or(theme.text, |mark| style(mark, theme));
        runs.push((answer[start..end].to_owned(), style));
        for mark in marks.iter().filter(|mark| mark.end == end) {
            runs.push((label(mark), style_of_label(mark, theme)));
        }
    }
    runs
}

/// The number that stands for a point beside the answer and in the list of points.
pub fn number(number: usize) -> String {
    format!("[{number}]")
}

fn label(mark: &Mark) -> String {
    if mark.number == 0 {
        "[!]".to_owned()
    } else {
        number(mark.number)
    }
}

fn style(mark: &Mark, theme: &Theme) -> ratatui::style::Style {
    mark.state.map_or(theme.alarm, |state| theme.of(state))
}

fn style_of_label(mark: &Mark, theme: &Theme) -> ratatui::style::Style {
    style(mark, theme).remove_modifier(ratatui::style::Modifier::UNDERLINED)
}

/// The spans of every point, those of one point joined where only a space lies between.
fn marks(answer: &str, findings: &[Finding], flags: &[Flagged]) -> Vec<Mark> {
    let mut marks: Vec<Mark> = vec![];
    let numbered = findings
        .iter()
        .enumerate()
        .map(|(index, finding)| (index + 1, Some(finding.state), &finding.spans));
    let raised = flags.iter().map(|flag| (0, None, &flag.spans));
    for (number, state, spans) in raised.chain(numbered) {
        let mut spans: Vec<_> = spans
            .iter()
            .map(|span| (span.start, span.end))
            .filter(|(start, end)| start < end && answer.get(*start..*end).is_some())
            .collect();
        spans.sort_unstable();
        let first = marks.len();
        for (start, end) in spans {
            let last = marks[first..].last_mut();
            match last {
                Some(last) if joins(answer, last.end, start) => last.end = last.end.max(end),
                _ => marks.push(Mark {
                    start,
                    end,
                    number,
                    state,
                }),
            }
        }
    }
    marks
}

fn joins(answer: &str, end: usize, start: usize) -> bool {
    start <= end
        || answer
            .get(end..start)
            .is_some_and(|gap| gap.chars().all(|it| it == ' ' || it == '-'))
}

#[cfg(test)]
mod tests {
    use crate::scoring::{Finding, Span, State, Via};

    use super::{Theme, marked};

    fn finding(state: State, spans: &[(usize, usize)]) -> Finding {
        let span = |(start, end): &(usize, usize)| Span {
            start: *start,
            end: *end,
            via: Via::Exact,
        };
        Finding {
            id: "point".into(),
            state,
            credit: 1.0,
            weight: 1.0,
            skill: None,
            spans: spans.iter().map(span).collect(),
            closeness: 0.0,
            near: Vec::new(),
        }
    }

    #[track_caller]
    fn case(answer: &str, findings: &[Finding], expected: &str) {
        let runs = marked(answer, findings, &[], &Theme::MONO);
        let text: String = runs.iter().map(|(text, _)| text.as_str()).collect();
        assert_eq!(text, expected);
    }

    #[test]
    fn each_group_of_words_carries_the_number_of_its_point() {
        let findings = [
            finding(State::Hit, &[(0, 5), (6, 14)]),
            finding(State::Negated, &[(18, 24)]),
        ];
        case(
            "fixed interval no jitter",
            &findings,
            "fixed interval[1] no jitter[2]",
        );
    }

    #[test]
    fn words_of_two_points_carry_both_numbers() {
        let findings = [
            finding(State::Hit, &[(0, 5)]),
            finding(State::Hit, &[(0, 11)]),
        ];
        case("count every retry", &findings, "count[1] every[2] retry");
    }

    #[test]
    fn spans_that_do_not_fit_the_answer_are_passed_over() {
        let findings = [finding(State::Hit, &[(1, 2), (90, 99)])];
        case("重试", &findings, "重试");
    }
}
