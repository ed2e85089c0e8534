//! The words of a review without its form, every byte where it was.

use super::written::WrittenReview;

/// `answer` with everything blanked that is not said: places, labels, the decision.
///
/// What is left keeps its bytes, so that spans hold in the answer; two line breaks keep the
/// sentences of two comments apart.
pub(super) fn said(answer: &str, review: &WrittenReview) -> String {
    let comments = review
        .comments
        .iter()
        .map(|comment| (comment.text.min(comment.end), comment.end));
    let mut kept: Vec<(usize, usize)> = comments.chain(review.summary.iter().copied()).collect();
    kept.sort_unstable();
    only(answer, &kept)
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
    }
}
