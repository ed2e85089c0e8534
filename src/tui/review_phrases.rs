//! The sentences of the interface that only reviews need.

/// Declares all phrases: those that are given, those of reviews, and those of tracks.
macro_rules! with_review_phrases {
    ($($given:tt)*) => {
        with_track_phrases! {
            $($given)*
            // What keys do in a review.
            KeyComment: "comment", "评论";
            KeyConclude: "summary", "总结";
            KeyNextHunk: "next hunk", "下一段改动";
            KeyPreviousHunk: "previous hunk", "上一段改动";
            KeyNextFile: "next file", "下一个文件";
            KeyPreviousFile: "previous file", "上一个文件";
            KeyNextComment: "next comment", "下一条评论";
            KeyPreviousComment: "previous comment", "上一条评论";
            KeyFind: "find", "查找";
            KeyNextMatch: "next match", "下一处";
            KeyPreviousMatch: "previous match", "上一处";
            KeyRange: "begin or end a range", "选择多行";
            KeyLabel: "severity / decision", "严重程度/决定";
            KeyDelete: "delete the comment", "删除评论";
            KeyRestore: "bring it back", "恢复评论";
            KeyFold: "fold / unfold", "折叠/展开";
            LinesFolded: "{} lines folded", "已折叠 {} 行";
            KeyWrap: "wrap long lines", "长行换行";
            KeyScrollLeft: "code to the left", "代码左移";
            KeyScrollRight: "code to the right", "代码右移";
            KeyExportReview: "write the review as Markdown", "评审存为 Markdown";
            KeyKeep: "done", "完成";
            // A review.
            ReviewRequest: "Pull request", "合并请求";
            PlainReview: "One comment a line, `path \"code\" [severity] text`; then `summary: ...` and `decision: ...`", "每行一条评论: `路径 \"代码\" [严重程度] 内容`; 然后 `summary: ...` 和 `decision: ...`";
            CaughtAt: "said where it is", "说在了该说的地方";
            CaughtNear: "said a few lines away", "说在几行之外";
            CaughtInFile: "said of the whole file", "针对整个文件说的";
            CaughtElsewhere: "said in another place", "说在了别处";
            CaughtInSummary: "said in the summary only", "只在总结里说了";
            CaughtUnplaced: "said, but put on no line", "说了, 但没有放在任何一行";
            SeverityRight: "rightly labelled {}", "标注 {} 正确";
            SeverityOff: "labelled {}, it is {}", "标注为 {}, 应为 {}";
            SeverityNone: "without a label, it is {}", "没有标注, 应为 {}";
            NoWayOut: "no way out offered", "没有给出改法";
            YourComments: "Your comments", "你的评论";
            NoComments: "none on a line", "没有行评论";
            OutcomeCaught: "counts", "有效";
            OutcomeDecoy: "this code is right", "这段代码没有错";
            OutcomeExtra: "right, not asked for", "说得对, 不在要点内";
            OutcomePraise: "praise", "表扬";
            OutcomeQuestion: "question", "提问";
            OutcomeGeneral: "on the whole change", "针对整体";
            OutcomeWrongReason: "right place, another reason", "位置对, 理由不对";
            OutcomeNoise: "noise", "噪音";
            OutcomeRepeated: "said before", "重复";
            PlaceLost: "(the diff has no such place)", "(改动中没有这个位置)";
            NoiseCosts: "Comments that find nothing cost {} %.", "没有发现问题的评论扣 {} %。";
            AllBlockers: "Where everything blocks, nothing does.", "样样都阻断, 等于没有阻断。";
            Decided: "Decision: {}", "决定: {}";
            DecidedOtherwise: "Decision: {}; better: {}", "决定: {}; 更好: {}";
            ReviewDiff: "Diff", "改动";
            ReviewFiles: "Files", "文件";
            ReviewComment: "Comment", "评论";
            ReviewSummary: "Summary", "总结";
            ReviewDecision: "Decision", "决定";
            ReviewFind: "Find in the diff", "在改动中查找";
            CommentHint: "What worries you here, why, and what you suggest", "这里担心什么、为什么、建议怎么做";
            SummaryHint: "What is good, what blocks, and an open end", "先肯定, 再说阻断问题, 结尾留余地";
            FindHint: "words in the code", "代码中的词";
            LabelTurns: "{}: severity", "{}: 严重程度";
            DecisionTurns: "{}: decision", "{}: 决定";
            NoLabel: "no label", "未标注";
            NoDecision: "no decision yet", "尚未决定";
            NoSummary: "no summary yet", "尚无总结";
            NoLineBreak: "(no line break at the end)", "(末尾没有换行)";
            FileNew: "new", "新文件";
            FileDeleted: "deleted", "已删除";
            FileBinary: "binary, not shown", "二进制, 不显示";
            CommentCount: "comments: {}", "{} 条评论";
            LabelBlocker: "blocker", "阻断";
            LabelMajor: "major", "重要";
            LabelMinor: "minor", "次要";
            LabelNit: "nit", "细节";
            LabelQuestion: "question", "疑问";
            LabelPraise: "praise", "表扬";
            DecisionApprove: "approve", "通过";
            DecisionComment: "comment only", "仅评论";
            DecisionRequestChanges: "request changes", "请求修改";
        }
    };
}

pub(super) use with_review_phrases;
