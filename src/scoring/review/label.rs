//! The words by which people label a comment or say what their review comes to.

use crate::domain::{CommentLabel, Decision};

/// What people write for each label, folded.
const LABELS: &[(CommentLabel, &[&str])] = &[
    (
        CommentLabel::Blocker,
        &[
            "blocker", "blocking", "critical", "must", "must fix", "阻断", "阻塞", "致命",
        ],
    ),
    (
        CommentLabel::Major,
        &["major", "important", "should fix", "严重", "重要", "主要"],
    ),
    (
        CommentLabel::Minor,
        &[
            "minor",
            "suggestion",
            "non-blocking",
            "次要",
            "一般",
            "建议",
        ],
    ),
    (
        CommentLabel::Nit,
        &[
            "nit",
            "nits",
            "nitpick",
            "optional",
            "fyi",
            "typo",
            "style",
            "小问题",
            "细节",
        ],
    ),
    (
        CommentLabel::Question,
        &["question", "q", "ask", "疑问", "提问", "问题"],
    ),
    (
        CommentLabel::Praise,
        &["praise", "nice", "kudos", "thanks", "good", "赞", "表扬"],
    ),
];

/// The label that `word` stands for.
pub(super) fn label(word: &str) -> Option<CommentLabel> {
    let word = word
        .trim_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '_' | ':' | '：'))
        .to_lowercase();
    LABELS
        .iter()
        .find(|(_, words)| words.contains(&word.as_str()))
        .map(|(label, _)| *label)
}

/// What `words` behind `decision:` come to.
pub(super) fn decision(words: &str) -> Option<Decision> {
    let words = words.trim().to_lowercase();
    let has = |any: &[&str]| any.iter().any(|each| words.contains(each));
    if has(&[
        "request-changes",
        "request changes",
        "changes requested",
        "request_changes",
        "reject",
        "needs work",
        "not approve",
        "n't approve",
        "修改",
        "拒绝",
        "不通过",
    ]) {
        Some(Decision::RequestChanges)
    } else if has(&["approve", "lgtm", "通过", "批准", "同意"]) {
        Some(Decision::Approve)
    } else if has(&["comment", "评论"]) {
        Some(Decision::Comment)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::{CommentLabel, Decision, decision, label};

    #[track_caller]
    fn case(words: &str, expected: Option<Decision>) {
        assert_eq!(decision(words), expected, "{words}");
    }

    #[test]
    fn a_decision_is_read_however_it_is_said() {
        case("request-changes", Some(Decision::RequestChanges));
        case("Changes requested", Some(Decision::RequestChanges));
        case("I would not approve this", Some(Decision::RequestChanges));
        case("LGTM", Some(Decision::Approve));
        case("请求修改", Some(Decision::RequestChanges));
        case("maybe", None);
    }

    #[test]
    fn a_label_is_read_in_other_words_and_in_chinese() {
        assert_eq!(label("Blocking"), Some(CommentLabel::Blocker));
        assert_eq!(label("**nit**:"), Some(CommentLabel::Nit));
        assert_eq!(label("疑问"), Some(CommentLabel::Question));
        assert_eq!(label("loop"), None);
    }
}
