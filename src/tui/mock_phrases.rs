//! The sentences of the interface that only mock interviews need.

/// Declares all phrases: those that are given, those of mock interviews, and those of phrasing and of reviews.
macro_rules! with_mock_phrases {
    ($($given:tt)*) => {
        with_phrasing_phrases! {
            $($given)*
            KeyBegin: "start the clock", "开始计时";
            KeyRedraft: "another plan", "换一份安排";
            KeyInterviews: "earlier ones", "以往面试";
            Interviews: "Mock interviews", "模拟面试记录";
            InterviewsNone: "No mock interview yet.", "还没有模拟面试。";
            InterviewsHow: "Trend", "趋势";
            InterviewsTrend: "The newest three came to {} on average, the three before to {}: {} points.", "最近三次平均 {}, 之前三次 {}: 变化 {} 分。";
            InterviewsNoTrend: "A trend takes six interviews: the newest three against the three before.", "满六次才有趋势: 最近三次对比之前三次。";
            KeyPause: "pause / go on", "暂停/继续";
            KeySetAside: "come back later", "稍后再答";
            KeyQueueMisses: "queue the misses", "漏点排入复习";
            KeyExportPage: "write as HTML", "存为 HTML";
            KeyEndInterview: "end the interview", "结束面试";
            KeySpoken: "I have said it", "说完了";
            KeyPartly: "in part", "部分";
            KeyNote: "note", "笔记";
            KeyNextQuestion: "next question", "下一题";
            KeyTakeOffers: "tick by the notes", "按笔记打勾";
            ReadAloud: "Read aloud", "读给应试者听";
            ListenFor: "Listen for", "留意这些要点";
            ListenNotes: "Notes", "笔记";
            ListenNotesHint: "their words, what you asked, what to tell them", "对方的原话, 你的追问, 要反馈的话";
            SpeakNow: "Your turn", "请作答";
            SpeakHint: "Speak aloud, in full sentences. Then tick what you said.", "请开口完整作答, 然后给自己打勾。";
            MustNotSay: "not to be said:", "不该说:";
            ByNotes: "notes say: {}", "按笔记: {}";
            ProbeIs: "ask: {}", "追问: {}";
            MockSpokenAside: "Reviews, sheets and consoles are left out: they need a keyboard.", "不含代码评审、成本表和控制台: 它们需要键盘。";
            MockFacilitate: "You are the interviewer: read aloud, listen, tick what was said.", "你是面试官: 读题, 倾听, 勾选说到的要点。";
            MockSpoken: "You answer aloud; afterwards you tick off what you said.", "你口头作答, 然后给自己打勾。";
            MockEndsAgain: "{} again ends the interview", "再按 {} 结束面试";
            MockOver: "The time is over; end with this one.", "时间已到, 这题答完就结束。";
            Mock: "Mock", "模拟面试";
            MockAbout: "{}-minute interview, about {}", "{} 分钟面试，约 {}";
            MockPlan: "The interview", "面试安排";
            MockIntro: "I will ask you about {} things in {} minutes. There are no hints; I may ask back about what you leave out. Take a breath, and start the clock when you are ready.", "我有 {} 个题目，共 {} 分钟。没有提示；你漏掉的地方我可能追问。深呼吸，准备好了就开始计时。";
            MockIntroOne: "I have one exercise for you, and {} minutes. There are no hints; I may ask back about what you leave out. Take a breath, and start the clock when you are ready.", "我有一个题目, 共 {} 分钟。没有提示; 漏掉的地方我可能追问。深呼吸, 准备好了就开始计时。";
            MockRow: "{}. {}, about {} minutes", "{}. {}，约 {} 分钟";
            MockShort: "The library has too little for {} minutes; this takes about {}.", "题库不够 {} 分钟；这份约 {} 分钟。";
            MockNothing: "No scenario fits this interview; ask for other kinds or topics", "没有合适的场景；请换类型或主题";
            MockPractice: "Practice only: this is no hiring tool.", "仅供练习：不是招聘工具。";
            MockPaused: "Paused. The clock stands still; the question is covered until you go on.", "已暂停。计时停止；继续之前题目不显示。";
            MockHello: "Let us start with this one.", "我们从这题开始。";
            MockNext: "Thank you. Let us move on.", "谢谢，我们看下一题。";
            MockFollow: "Let me stay with that for a moment.", "好，我们在这里多停一会。";
            MockFollowAgain: "One more thing about that.", "关于这点再问一句。";
            MockNextToo: "All right. Here is another one.", "好的, 再来一题。";
            MockNextLast: "Good. Now the last one.", "好, 现在是最后一题。";
            MockDeeper: "Let us take that a step further.", "我们再深入一步。";
            MockTimeUp: "I have to stop you there; let us go on.", "时间到了, 我们继续。";
            MockBack: "You wanted to come back to this one.", "你想回来答这一题。";
            MockAside: "Fine, we will come back to it.", "好的，稍后再回来。";
            MockTenLeft: "About ten minutes left.", "还剩约十分钟。";
            MockTwoLeft: "Two minutes left; say what matters most.", "还剩两分钟；先说最要紧的。";
            MockClock: "question {}, in all {}", "本题 {}，总计 {}";
            MockWaiting: "{} to come back to", "{} 题待回";
            MockOnce: "this one came back already; answer it now", "这题已经回来过；现在作答";
            MockInterviewer: "Interviewer", "面试官";
            MockNotAsked: "not asked", "未考察";
            MockMet: "Met for the level", "达到级别要求";
            MockNotMet: "Not met for the level", "未达到级别要求";
            MockTimeUse: "{} of {} used; paused {} times; out of time at {} questions; {} planned steps not reached.", "用时 {}/{}; 暂停 {} 次; 超时 {} 题; 未到 {} 步。";
            DimensionDepth: "Technical depth", "技术深度";
            DimensionSolving: "Problem solving", "解决问题";
            DimensionStructure: "Structure", "结构";
            DimensionCommunication: "Communication", "沟通";
            DimensionTime: "Time", "时间";
            MockEnd: "That is all from me", "面试结束";
            MockQueued: "What you missed is due now", "漏掉的已排入今日复习";
            MockNextUp: "Practise next", "接下来练";
            VerdictStrongNoHire: "strong no hire", "坚决不录用";
            VerdictNoHire: "lean no hire", "倾向不录用";
            VerdictHire: "hire", "录用";
            VerdictStrongHire: "strong hire", "坚决录用";
            MockWelcomeBack: "Welcome back. We were at this one.", "欢迎回来, 我们刚才在这题。";
        }
    };
}

pub(super) use with_mock_phrases;
