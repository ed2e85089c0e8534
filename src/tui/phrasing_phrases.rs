//! The sentences of the interface that only phrasing drills and the phrase book need.

/// Declares all phrases: those that are given, those of phrasing, and those of reviews.
macro_rules! with_phrasing_phrases {
    ($($given:tt)*) => {
        with_review_phrases! {
            $($given)*
            GivenText: "Given", "原文";
            GivenFor: "Given, for {}", "原文, 用于{}";
            NowFor: "Now say it for", "现在改成";
            ModeRecall: "recall", "回忆";
            ModeShadow: "shadow", "跟读";
            ModeTransform: "transform", "换对象";
            ModeRepair: "repair", "改错";
            ModeIs: "{}: {}", "{}: {}";
            ModeRecallIs: "from the source in your own words", "看原句, 用自己的话说";
            ModeShadowIs: "read the model; it hides at the first key, and you type it from memory", "先读范文, 一按键就隐藏, 凭记忆打出来";
            ModeTransformIs: "the same content for another audience", "同样的内容, 换一个对象";
            ModeRepairIs: "mend the given version", "改好给出的说法";
            ModeNotNow: "submit or empty the field first, then choose another way", "先提交或清空, 再换练法";
            ModeOnlyOne: "there is no other way to practise this", "没有别的练法";
            MeaningMark: "meaning", "意思";
            RegisterMark: "register", "语气";
            FormMark: "form", "语法";
            FormAdvice: "{} to mend", "{} 处可改";
            FormFine: "nothing to mend", "没有问题";
            RegisterAdvice: "Register", "语气";
            FormTitle: "Form: advice, costs nothing", "语法: 只是建议, 不扣分";
            AgainstGiven: "Against the given text", "与原文对比";
            ShadowTitle: "From memory", "凭记忆";
            ShadowWords: "{} of {} words right ({})", "对 {} 词, 共 {} 词 ({})";
            ShadowSpeed: "{} words a minute", "每分钟 {} 词";
            ShadowMissed: "Look at these again", "再看看这些词";
            ShadowNext: "next time {} of {} words are gaps", "下次 {}/{} 个词留空";
            ShadowPerfect: "Word for word.", "一字不差。";
            PhraseBook: "Phrase book", "句子本";
            PhraseCounts: "{} sentences, {} due", "{} 句, {} 句到期";
            PhraseEmpty: "Sentences you miss come here by themselves; b in a debrief puts one in.", "说不好的句子会自动进来; 在反馈里按 b 也能加入。";
            PhraseOwn: "Your best version", "你最好的说法";
            PhraseNoOwn: "not said yet", "还没说过";
            PhraseMarked: "marked by you", "你标记的";
            PhraseMissed: "missed", "没说好";
            PhraseClean: "clean {} of {}", "连对 {}/{}";
            PhraseKnown: "known", "已掌握";
            PhraseDueNow: "due", "到期";
            PhraseDueOn: "due {}", "{} 到期";
            PhraseKept: "in the phrase book", "已加入句子本";
            PhraseNone: "only sentences of phrasing drills go into the phrase book", "只有表达练习的句子能进句子本";
            PhraseRemoveAgain: "{} again takes the sentence out of the book", "再按 {} 将它移出句子本";
            FramesTitle: "Sentence frames", "句型";
            FramesNone: "this pack has no sentence frames", "这个包没有句型";
            NothingToSpeak: "there is no model to speak", "没有可朗读的范文";
            NoVoice: "set `speak` in the configuration to hear the model, such as `speak = \"espeak-ng\"`", "在配置里设置 `speak` 才能朗读, 例如 `speak = \"espeak-ng\"`";
            KeyMode: "mode", "练法";
            KeySpeak: "speak the model", "朗读范文";
            KeyFrames: "sentence frames", "句型";
            KeyPhrases: "phrase book", "句子本";
            KeyKeepPhrase: "into the phrase book", "加入句子本";
            KeyRewrite: "own version", "改自己的说法";
            KeyRetire: "known / not known", "已掌握/未掌握";
            KeyRemove: "take out", "移出";
            KeySay: "say it", "练这句";
            KeyKeepVersion: "keep", "保存";
            KeyInsert: "put in", "插入";
        }
    };
}

pub(super) use with_phrasing_phrases;
