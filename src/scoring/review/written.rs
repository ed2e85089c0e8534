//! A review as people type it: comments on code, a summary, a decision.
//!
//! The form is `path "quoted code" [severity] text`, one comment per line, then `summary: …` and
//! `decision: …`. A comment goes on until the next one begins. Nothing of the form is needed: what
//! is no comment and no decision is summary.

use crate::domain::{CommentLabel, Decision, Diff};

use super::{
    head::{Head, head, lead_in},
    label::decision,
};

/// One comment; places are bytes of the answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WrittenComment {
    /// First byte of the whole comment, its place included.
    pub start: usize,
    /// First byte of what it says.
    pub text: usize,
    /// One past its last byte.
    pub end: usize,
    /// The path as written.
    pub path: Option<String>,
    /// The code as quoted.
    pub quote: Option<String>,
    /// First and last line number as written.
    pub lines: Option<(u32, u32)>,
    /// How much weight it is given.
    pub label: Option<CommentLabel>,
}

impl WrittenComment {
    /// Whether it says which code it is about.
    pub fn has_place(&self) -> bool {
        self.quote.is_some() || self.lines.is_some()
    }
}

/// A review as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WrittenReview {
    /// The comments, in order.
    pub comments: Vec<WrittenComment>,
    /// Bytes of everything else that was said, without `summary:`.
    pub summary: Vec<(usize, usize)>,
    /// What it comes to.
    pub decision: Option<Decision>,
    /// Bytes of the line with the decision, where there is one.
    pub decision_at: Option<(usize, usize)>,
}

/// What a line belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Comment,
    Summary,
    Decision,
}

/// Reads `answer`, a review of `diff`.
pub fn read_review(answer: &str, diff: &Diff) -> WrittenReview {
    let mut review = WrittenReview::default();
    let mut part = Part::Summary;
    let mut start = 0;
    for line in answer.split_inclusive('\n') {
        let end = start + line.trim_end_matches(['\n', '\r']).len();
        let content = &answer[start..end];
        let is_indented = content.starts_with("  ") || content.starts_with('\t');
        // an indented line goes on with what was begun before
        let is_begun = part == Part::Comment || !review.summary.is_empty();
        let goes_on = is_indented && is_begun;
        if let Some((is_decision, skip)) = lead_in(content).filter(|_| !goes_on) {
            part = review.name(is_decision, answer, start, start + skip, end);
        } else if let Some(head) = head(content, diff).filter(|_| !goes_on) {
            review.comments.push(comment(&head, start, end));
            part = Part::Comment;
        } else if !content.trim().is_empty() {
            review.carry_on(&mut part, start, end);
        }
        start += line.len();
    }
    review
}

impl WrittenReview {
    /// Begins a named part.
    fn name(
        &mut self,
        is_decision: bool,
        answer: &str,
        start: usize,
        from: usize,
        end: usize,
    ) -> Part {
        if is_decision {
            self.decision = decision(&answer[from..end]);
            self.decision_at = Some((start, end));
            return Part::Decision;
        }
        self.summary.push((from, end));
        Part::Summary
    }

    /// Adds a line that begins nothing to what is open.
    fn carry_on(&mut self, part: &mut Part, start: usize, end: usize) {
        match part {
            Part::Comment => {
                if let Some(comment) = self.comments.last_mut() {
                    comment.end = end;
                }
            }
            Part::Summary | Part::Decision => {
                *part = Part::Summary;
                self.summary.push((start, end));
            }
        }
    }
}

fn comment(head: &Head<'_>, start: usize, end: usize) -> WrittenComment {
    WrittenComment {
        start,
        text: start + head.text,
        end,
        path: head.path.map(str::to_owned),
        quote: head.quote.map(str::to_owned),
        lines: head.lines,
        label: head.label,
    }
}

#[cfg(test)]
mod tests {
    use super::{CommentLabel, Decision, read_review};
    use crate::domain::{Diff, FileDiff};

    fn diff() -> Diff {
        Diff {
            files: vec![FileDiff {
                old_path: Some("web/metrics.go".to_owned()),
                new_path: Some("web/metrics.go".to_owned()),
                ..FileDiff::default()
            }],
        }
    }

    /// The comments as `path|lines|quote|label|text`, then summary and decision.
    fn read(answer: &str) -> Vec<String> {
        let review = read_review(answer, &diff());
        let mut shown: Vec<String> = review
            .comments
            .iter()
            .map(|comment| {
                format!(
                    "{}|{}|{}|{}|{}",
                    comment.path.as_deref().unwrap_or_default(),
                    comment
                        .lines
                        .map_or(String::new(), |(a, b)| format!("{a}-{b}")),
                    comment.quote.as_deref().unwrap_or_default(),
                    comment.label.map_or("", CommentLabel::name),
                    answer[comment.text..comment.end].trim().replace('\n', "/"),
                )
            })
            .collect();
        for (start, end) in &review.summary {
            shown.push(format!("= {}", answer[*start..*end].trim()));
        }
        shown.extend(review.decision.map(|decision| decision.name().to_owned()));
        shown
    }

    #[track_caller]
    fn case(answer: &str, expected: &[&str]) {
        assert_eq!(read(answer), expected, "{answer}");
    }

    #[test]
    fn the_form_is_read() {
        case(
            "web/metrics.go \"user_id\" [blocker] Too many series.\nsummary: I like it.\ndecision: request-changes",
            &[
                "web/metrics.go||user_id|blocker|Too many series.",
                "= I like it.",
                "request-changes",
            ],
        );
    }

    #[test]
    fn quoted_code_may_hold_quotes() {
        case(
            "web/metrics.go \"f(\"a\", \"b\")\" [nit] Rename.",
            &["web/metrics.go||f(\"a\", \"b\")|nit|Rename."],
        );
        case(
            "web/metrics.go \"f(\\\"a\\\", b)\" Rename.",
            &["web/metrics.go||f(\\\"a\\\", b)||Rename."],
        );
    }

    #[test]
    fn a_comment_goes_on_until_the_next_begins() {
        case(
            "web/metrics.go “user_id” [major] One.\n  web/metrics.go is two.\nThree.\n\nmetrics.go:12-14 [Nit] Four.",
            &[
                "web/metrics.go||user_id|major|One./  web/metrics.go is two./Three.",
                "metrics.go|12-14||nit|Four.",
            ],
        );
    }

    #[test]
    fn people_type_as_they_like() {
        case(
            "- `web/metrics.go`:12: nit: rename d",
            &["web/metrics.go|12-12||nit|rename d"],
        );
        case("[blocker] No test.", &["|||blocker|No test."]);
        case("nit: rename d", &["|||nit|rename d"]);
        case(
            "web/metrics.go：“user_id”【阻断】 序列太多。\n总结：谢谢\n结论：请求修改",
            &[
                "web/metrics.go||user_id|blocker|序列太多。",
                "= 谢谢",
                "request-changes",
            ],
        );
        case(
            "other/file.go \"x\" [minor] Unknown.",
            &["other/file.go||x|minor|Unknown."],
        );
    }

    #[test]
    fn prose_without_any_form_is_summary() {
        case(
            "Thanks for this.\n\n1. The label explodes: no.\nWhat do you think?",
            &[
                "= Thanks for this.",
                "= 1. The label explodes: no.",
                "= What do you think?",
            ],
        );
        assert_eq!(
            read_review("decision: LGTM", &diff()).decision,
            Some(Decision::Approve)
        );
    }
}
