//! The words of a review without its form, every byte where it was.

use super::written::WrittenReview;
use crate::domain::CommentLabel;

/// How a matter of taste is labelled in prose.
const NIT: &str = "nit: ";

/// `answer` with everything blanked that is not said: places, labels, the decision.
///
/// What is left keeps its bytes, so that spans hold in the answer; two line breaks keep the
/// sentences of two comments apart. A nit says that it is one, so that nobody asks for its label or its reason.
pub(super) fn said(answer: &str, review: &WrittenReview) -> String {
    let comments = review
        .comments
        .iter()
        .map(|comment| (comment.text.min(comment.end), comment.end));
    let mut kept: Vec<(usize, usize)> = comments.chain(review.summary.iter().copied()).collect();
    kept.sort_unstable();
    let mut text = only(answer, &kept);
    for comment in &review.comments {
        let is_nit = comment.label == Some(CommentLabel::Nit);
        let from = comment.text.saturating_sub(NIT.len());
        let is_form = from >= comment.start + 2 && answer.is_char_boundary(comment.text);
        if is_nit && is_form && text.get(from..comment.text).is_some() {
            text.replace_range(from..comment.text, NIT);
        }
    }
    text
}

/// `answer` with everything blanked outside `kept`, which lies in order.
pub(super) fn only(answer: &str, kept: &[(usize, usize)]) -> String {
    let mut text = String::with_capacity(answer.len());
    let mut at = 0;
    for &(start, end) in kept {
        blank(&mut text, answer.get(at..start).unwrap_or_default());
        text.push_str(answer.get(start..end).unwrap_or_default());
        at = end;
    }
    blank(&mut text, answer.get(at..).unwrap_or_default());
    text
}

/// As many bytes as `form` has: line breaks where it has them, and two at its beginning.
fn blank(text: &mut String, form: &str) {
    let is_form = !form.trim().is_empty();
    for (index, byte) in form.bytes().enumerate() {
        let is_break = byte == b'\n' || is_form && index < 2;
        text.push(if is_break { '\n' } else { ' ' });
    }
}

#[cfg(test)]
mod tests {
    use super::{super::written::read_review, said};
    use crate::domain::Diff;

    #[test]
    fn what_is_said_keeps_its_bytes() {
        let answer = "a/b.go \"x\" [nit] Rename.\nsummary: 谢谢 all.\ndecision: approve";
        let text = said(answer, &read_review(answer, &Diff::default()));
        assert_eq!(text.len(), answer.len());
        assert_eq!(text.find("Rename."), answer.find("Rename."));
        assert_eq!(text.find("谢谢 all."), answer.find("谢谢 all."));
        assert!(!text.contains("approve") && !text.contains("a/b.go"));
        assert!(text.contains("nit: Rename."));
    }
}
