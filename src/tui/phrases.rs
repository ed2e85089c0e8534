//! Every sentence of the interface, in English and in Simplified Chinese.

use super::{
    mock_phrases::with_mock_phrases, phrasing_phrases::with_phrasing_phrases,
    review_phrases::with_review_phrases, track_phrases::with_track_phrases,
};

use super::language::Language;

/// Declares each phrase once, with both wordings; a missing one does not compile.
macro_rules! phrases {
    ($($name:ident: $english:literal, $chinese:literal;)*) => {
        /// Something the interface says.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[expect(missing_docs, reason = "each phrase is its own wording, in the table below")]
        pub enum Phrase { $($name,)* }

        impl Phrase {
            /// Every phrase.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The words in `language`.
            pub const fn in_language(self, language: Language) -> &'static str {
                match (self, language) {
                    $(
                        (Self::$name, Language::English) => $english,
                        (Self::$name, Language::Chinese) => $chinese,
                    )*
                }
            }
        }
    };
}

with_mock_phrases! {
    // What keys do.
    KeyMove: "move", "移动";
    KeyOpen: "open", "打开";
    KeyBack: "back", "返回";
    KeyQuit: "quit", "退出";
    KeyHelp: "help", "帮助";
    KeyPalette: "commands", "命令";
    KeyLanguage: "中文", "English";
    KeyReload: "read scenario files again", "重新读取场景文件";
    KeyTheme: "next theme", "换主题";
    KeySearch: "search", "搜索";
    KeyLibrary: "scenarios", "场景库";
    KeyProgress: "progress", "进度";
    KeyProblems: "problems", "问题";
    KeyContinue: "continue", "继续";
    KeyDue: "what is due", "到期的";
    KeyMock: "mock interview", "模拟面试";
    KeyMissing: "what you keep missing", "常漏的";
    KeyPageUp: "page up", "上翻";
    KeyPageDown: "page down", "下翻";
    KeyFirst: "first", "最前";
    KeyLast: "last", "最后";
    KeyClear: "clear the search", "清空搜索";
    KeyKind: "kind", "类型";
    KeySort: "sort", "排序";
    KeySubmit: "submit", "提交";
    KeyRun: "run the line", "运行";
    KeyHistory: "earlier lines", "历史命令";
    KeyComplete: "complete / other pane", "补全/换窗格";
    KeyHint: "hint", "提示";
    KeyTemplate: "template", "模板";
    KeyNextRow: "next row", "下一行";
    KeyRowBefore: "row before", "上一行";
    KeyWhatIf: "what if (sheets)", "假设分析 (成本表)";
    KeyLess: "less of it (what if)", "减小 (假设分析)";
    KeyMore: "more of it (what if)", "增大 (假设分析)";
    KeyPane: "brief / answer", "题目/答案";
    KeyEditor: "your own editor", "外部编辑器";
    KeyPoints: "show the points", "显示要点";
    KeyStudy: "study a model first", "先看范文";
    KeyNext: "next", "下一步";
    KeyModel: "model answer", "范文";
    KeyDiff: "diff", "对比";
    KeyRetry: "retry", "重答";
    KeyDispute: "dispute", "申诉";
    KeyRetryMisses: "only the misses", "只答漏的";
    KeySubmitToJudge: "submit, judge first", "提交并先自评";
    KeyClaim: "made it", "说到了";
    KeyDisclaim: "did not", "没说到";
    KeyToDebrief: "debrief", "看讲评";
    KeyAgainRating: "schedule: again", "排期: 重来";
    KeyHard: "schedule: hard", "排期: 吃力";
    KeyGood: "schedule: good", "排期: 顺利";
    KeyEasy: "schedule: easy", "排期: 轻松";
    KeyOtherPage: "figures / answers", "统计/记录";
    KeyDoesNothing: "{} does nothing here; {} shows the keys that work", "{} 在这里不起作用; {} 列出可用的键";
    KeyWorksElsewhere: "{} ({}) does nothing here; {} shows the keys that work", "{}（{}）在这里不起作用; {} 列出可用的键";
    KeyExport: "write as Markdown", "存为 Markdown";
    KeyOtherModel: "other version", "换一版";
    KeySkip: "skip", "跳过";
    KeyHome: "home", "首页";
    KeyAgain: "play again", "再来一次";
    KeyRedraw: "redraw", "重画";
    KeySuspend: "to the background", "放到后台";
    KeyLeave: "leave", "离开";
    // What editing keys do.
    EditNewLine: "new line", "换行";
    EditLeft: "left", "左移";
    EditRight: "right", "右移";
    EditUp: "up", "上移";
    EditDown: "down", "下移";
    EditWordLeft: "word left", "左移一词";
    EditWordRight: "word right", "右移一词";
    EditLineStart: "start of line", "行首";
    EditLineEnd: "end of line", "行尾";
    EditTextStart: "start of text", "文首";
    EditTextEnd: "end of text", "文末";
    EditBackspace: "delete before", "向前删除";
    EditDelete: "delete after", "向后删除";
    EditDeleteWordBack: "delete word before", "删前一词";
    EditDeleteWord: "delete word after", "删后一词";
    EditDeleteToStart: "delete to start of line", "删到行首";
    EditDeleteToEnd: "delete to end of line", "删到行尾";
    EditUndo: "undo", "撤销";
    EditRedo: "redo", "重做";
    EditYank: "insert what was deleted", "插回删除的";
    EditSelectLeft: "select left", "向左选择";
    EditSelectRight: "select right", "向右选择";
    EditSelectUp: "select up", "向上选择";
    EditSelectDown: "select down", "向下选择";
    EditSelectAll: "select all", "全选";
    EditCut: "cut", "剪切";
    EditCopy: "copy", "复制";
    // Home.
    Today: "Today", "今天";
    WhereYouStand: "Where you stand", "目前水平";
    YouKeepMissing: "You keep missing", "常漏的要点";
    Continue: "Continue", "继续";
    Due: "Due", "到期";
    DueSteps: "{} to answer, {} min", "{} 步, {} 分钟";
    NothingDue: "nothing today", "今天没有";
    Drill: "Drill", "练习";
    PickScenario: "pick one of {} scenarios", "从 {} 个场景中选";
    Progress: "Progress", "进度";
    AttemptsSoFar: "answers so far: {}", "已答 {} 次";
    Problems: "Problems", "问题";
    ProblemsFound: "{} in your files", "文件中有 {} 处";
    StreakDays: "days in a row: {}", "连续 {} 天";
    DueCount: "{} due", "{} 个到期";
    OfTimes: "{} of {} times", "{}/{} 次";
    NothingMissing: "Nothing yet. Points that you miss again and again come up here.", "还没有。反复漏掉的要点会出现在这里。";
    WelcomeOne: "Read a situation, answer in your own words, and see which of them counted.", "读一段情况, 用自己的话回答, 看哪些词得了分。";
    WelcomeTwo: "Nothing leaves this machine, and whatever you type is kept.", "数据不离开本机, 输入的内容都会保存。";
    WelcomeThree: "The first one takes a few minutes. Press Enter to begin.", "第一题只需几分钟, 按回车开始。";
    Start: "Start", "开始";
    Welcome: "Welcome", "欢迎";
    GroupDiagnose: "Diagnose", "诊断";
    GroupCommand: "Command", "指挥";
    GroupBuild: "Build", "构建";
    GroupEconomics: "Economics", "成本";
    GroupCommunicate: "Communicate", "沟通";
    NotYetSeen: "not seen yet", "尚未练习";
    // Library.
    Scenarios: "Scenarios", "场景库";
    SearchFor: "Search", "搜索";
    CountOf: "{} of {}", "{} / {}";
    NothingFound: "Nothing matches. Fewer letters find more; Esc clears the search.", "没有匹配。少输几个字会找到更多, Esc 清空。";
    NoScenarios: "There are no scenarios.", "没有场景。";
    AllKinds: "all kinds", "全部类型";
    SortedBy: "by {}", "按{}";
    SortName: "kind", "类型";
    SortLevel: "level", "难度";
    SortTitle: "title", "标题";
    KindDebug: "debug", "排障";
    KindReview: "review", "评审";
    KindPhrasing: "phrasing", "表达";
    KindDesign: "design", "设计";
    LevelWarmUp: "warm-up", "热身";
    LevelCore: "core", "核心";
    LevelHard: "hard", "进阶";
    Minutes: "{} min", "{} 分钟";
    StepCount: "steps: {}", "{} 步";
    Unreadable: "this scenario cannot be read; `firedrill check` says why", "此场景无法读取, `firedrill check` 会说明原因";
    Done: "done", "已练";
    // Answering.
    Brief: "Brief", "题目";
    Ask: "Asked", "要求";
    YourAnswer: "Your answer", "你的答案";
    TurnOf: "{} of {}", "{} / {}";
    ForRegister: "for: {}", "语体: {}";
    RegisterIncidentCall: "incident call", "事故电话";
    RegisterMeeting: "meeting", "会议";
    RegisterTechnical: "technical discussion", "技术讨论";
    RegisterPullRequest: "pull request", "代码评审";
    RegisterStakeholder: "stakeholder update", "对外通报";
    Words: "{} words", "{} 词";
    WordsOf: "{}/{} words", "{}/{} 词";
    Sentences: "{} sentences", "{} 句";
    Seconds: "{} seconds", "{} 秒";
    SentencesOf: "{}/{} sentences", "{}/{} 句";
    HintLabel: "Hint", "提示";
    NoMoreHints: "there are no more hints", "没有更多提示了";
    NoTemplate: "this step has no template", "这一步没有模板";
    TemplateFaded: "four strong answers in a row: this time without the template", "连续四次答得好，这次不用模板试试";
    TemplateLabel: "Template", "模板";
    PointsLabel: "Points looked for", "考察要点";
    SayThis: "Say this in English", "用英语说";
    MendThis: "Mend this", "改好这句";
    StartWriting: "Write here. {} submits.", "在这里写, {} 提交。";
    NothingToSubmit: "there is nothing to submit yet", "还没有内容可提交";
    StudyModel: "Model to study. Read it, then {} hides it and you type your own.", "先读范文, 再按 {} 收起, 自己写一遍。";
    // Debrief.
    Debrief: "debrief", "讲评";
    Points: "Points", "要点";
    ContentMark: "content", "内容";
    StructureMark: "structure", "结构";
    CommunicationMark: "communication", "沟通";
    TimeMark: "time", "用时";
    OverTime: "over the limit", "超时";
    StateHit: "hit", "命中";
    StatePartial: "partly", "部分";
    StateMissed: "missed", "漏掉";
    StateNegated: "negated", "被否定";
    StateVetoed: "ruled out", "被排除";
    FlagRaised: "said, and should not be", "不该说";
    MustMake: "must", "必答";
    NegatedWhy: "Found, but negated: {}", "说到了, 但被否定: {}";
    VetoedWhy: "Found, but ruled out by other words: {}", "说到了, 但被其他词排除: {}";
    ByWords: "by: {}", "凭: {}";
    ViaStem: "another form of the word", "同词变形";
    ViaPrefix: "the beginning of the word", "词首";
    ViaSynonym: "a synonym", "同义词";
    ViaSlip: "forgiving the spelling", "拼写近似";
    ViaNumber: "a quantity in range", "数值在范围内";
    Notes: "Notes", "说明";
    Advice: "Wording", "措辞";
    EmptyAnswer: "(no answer)", "(没有答案)";
    ModelAnswer: "Model answer", "范文";
    NearestModel: "You against the nearest model", "与最接近的范文对比";
    DiffLegend: "only yours / only the model", "只在你的答案 / 只在范文";
    Disputed: "noted: you say you made this point", "已记下: 你认为说到了";
    NothingToDispute: "only a point that did not fully count can be disputed", "只能对未满分的要点申诉";
    VerdictNotYet: "not yet", "还不行";
    VerdictNearly: "nearly", "接近";
    VerdictSolid: "solid", "扎实";
    VerdictStrong: "strong", "出色";
    Unsure: "the engine is not sure of this one", "评分把握不大";
    Percent: "{} of 100", "{} / 100";
    ScheduleHears: "schedule: {}", "排期: {}";
    RatingAgain: "again", "重来";
    RatingHard: "hard", "吃力";
    RatingGood: "good", "顺利";
    RatingEasy: "easy", "轻松";
    NotOnSchedule: "the schedule does not hear of this answer", "这次作答不进入排期";
    JudgedRightly: "you judged {} of {} right", "自评 {}/{} 正确";
    // Judging one's own answer.
    JudgingTitle: "your own judgement", "自评";
    DidYouMake: "Did you make these points?", "这些要点说到了吗?";
    JudgeFirst: "Judge before you see. What you leave open is not counted.", "先判断再看结果, 未判断的不计。";
    Claimed: "yes", "是";
    NotClaimed: "no", "否";
    NotJudged: "?", "?";
    // Only the misses.
    MissesTitle: "Only what was missed", "只答漏掉的";
    MissesLeft: "left: {}", "剩 {} 个";
    NothingMissed: "no point was missed", "没有漏掉的要点";
    NothingIsDue: "nothing is due", "没有到期的";
    NowhereMissed: "this is missed nowhere", "没有场景漏掉它";
    // Saying it again.
    CommitmentTitle: "One thing for next time", "下次要做到的一件事";
    CommitmentAsk: "What will you do otherwise in the next incident? One sentence, which is shown to you when you work this one again. Enter leaves it out.", "下次处理故障, 你会改变什么？写一句话, 再做这个场景时会显示。Enter 跳过。";
    CommitmentLast: "Last time you wrote: {}", "上次你写道：{}";
    KeyFindInConsole: "find in the console", "在控制台里查找";
    SayAgainTitle: "Say it again", "再说一遍";
    SayAgainAsk: "You missed this point. Say it in one sentence.", "漏了这一点, 用一句话说出来。";
    SayAgainHit: "That makes the point.", "这样就说到了。";
    SayAgainMiss: "Not there yet. Try other words, or go on.", "还没说到, 换个说法, 或继续。";
    EnterSkips: "Enter with nothing typed goes on.", "不输入直接回车则继续。";
    // Finish.
    FinishTitle: "Done", "完成";
    FinishLine: "Everything is saved. It comes back when it is due.", "已保存, 到期时会再出现。";
    BackOn: "back on {}", "{} 再来";
    NextScenario: "Next: {}", "下一个: {}";
    // Progress.
    PastAnswers: "Answers", "作答记录";
    NoAttempts: "No answers yet. They come up here as soon as you submit one.", "还没有作答。提交后会出现在这里。";
    Figures: "Figures", "统计";
    Calendar: "Days of practice", "练习日历";
    CalendarLegend: "{} a day; colour: mean score", "每天 {}; 颜色: 平均分";
    ScoresByKind: "Score by kind, week by week", "各类型每周得分";
    MarksApart: "Marks apart", "分项得分";
    OwnJudgement: "Your own judgement", "自评准确度";
    JudgedPoints: "right, of {} points judged", "正确, 共自评 {} 个要点";
    JudgedWrongly: "{} claimed and not there, {} there and not claimed", "{} 个以为说到而没有, {} 个说到而未认";
    LastThirtyDays: "The last 30 days", "最近 30 天";
    EffortLine: "{} answers in {} min, {} s each; {} hints each", "{} 次作答, {} 分钟, 每次 {} 秒; 每次 {} 个提示";
    HintsBefore: " ({} the month before)", " (上月 {} 个)";
    PastAnswer: "past answer", "往次作答";
    // Problems.
    NoProblems: "Every scenario file is in order.", "场景文件都没有问题。";
    // Sheets.
    SheetGiven: "Asked and given", "题目与已知";
    SheetRows: "Sheet", "成本表";
    SheetHelp: "numbers, units, arithmetic, row names", "数字, 单位, 算式, 行名";
    SheetNames: "write a result or its working; other rows can use it as {}", "写结果或算式; 其他行可用 {} 引用";
    SheetUnread: "cannot be read yet", "暂时读不懂";
    SheetProse: "Beside the rows", "表外说明";
    SheetProseHint: "the biggest driver, the levers, what you would leave alone", "最大成本项, 优化手段, 哪些不值得动";
    SheetPricesFrom: "prices: {}, {}, {}", "价格: {}, {}, {}";
    SheetListPrices: "list prices; they drift", "标价, 会变动";
    SheetYours: "yours {}, the author's {}", "你的 {}, 参考 {}";
    SheetExpected: "the author's {}", "参考 {}";
    SheetFromOwn: "with your own rows above: {}", "按你前面的数: {}";
    SheetFault: "not read: {}", "读不懂: {}";
    DriverIs: "Biggest driver: {}, {}% of the total.", "最大成本项: {}, 占 {}%。";
    DriverNamed: "You named it.", "你说到了。";
    DriverNotNamed: "You did not name it.", "你没有说到。";
    LeversTitle: "Levers by what they save", "按节省排序的手段";
    WhatIfTitle: "What if", "假设分析";
    WhatIfHelp: "up and down choose, left and right change", "上下选择, 左右调整";
    AsGiven: "as given", "按题目";
    BestLever: "Best lever: {}", "最有效: {}";
    BestLeverNow: "Best lever now: {}", "现在最有效: {}";
    CauseConvention: "the difference is only the other meaning of gigabyte or month", "差别只在 GB 或月的另一种算法";
    CauseCarried: "right with your own numbers of the rows above", "按你前面的数是对的";
    CauseThousand: "a step of a thousand (or 1,024) too many or too few: k, M, G", "差了一个千 (或 1,024) 的量级: k, M, G";
    CauseBits: "bits and bytes: a factor of 8", "比特和字节: 差 8 倍";
    CauseSeconds: "per second, per minute and per month are mixed up", "每秒, 每分钟, 每月混了";
    CauseHours: "per hour and per month (730 h) or per day (24 h) are mixed up", "每小时与每月 (730 小时) 或每天 (24 小时) 混了";
    CauseDays: "per day and per month (30 d) or per year are mixed up", "每天与每月 (30 天) 或每年混了";
    CauseMonths: "per month and per year are mixed up: 12", "每月和每年混了: 12 倍";
    CausePercent: "per cent taken for parts of one: 100", "百分数当成了比例: 差 100 倍";
    CauseReplication: "the copies of replication are left out or counted twice", "副本数漏算或重复算";
    CauseLeftOut: "a given is left out or used twice", "漏用或重复用了一个已知量";
    CauseDigit: "a digit too many or too few, as between 万 and 亿: 10 or 10,000", "多或少了一位（万、亿换算）：10 或 10,000 倍";
    CauseInOut: "one direction for both, in and out, or the reverse: 2", "进和出两个方向混了: 2 倍";
    CausePriceClass: "the price of another class was taken", "用了另一类的价格";
    CauseSlip: "the working is right, the stated result is not", "算式对, 结果写错了";
    // Help and palette.
    HelpTitle: "Keys", "按键";
    PaletteTitle: "Commands", "命令";
    // The linear mode.
    PlainWelcome: "firedrill, one line after the other. Type a number, words of a title, or q to leave.", "firedrill 逐行模式。输入编号、标题中的词, 或 q 离开。";
    PlainDumb: "This terminal cannot be drawn on (TERM=dumb), so everything comes line by line, as with --plain.", "此终端无法绘图 (TERM=dumb), 因此逐行显示, 与 --plain 相同。";
    PlainManyFound: "{} scenarios match; here are the first. Type a number or more words.", "有 {} 个场景匹配, 先列出前几个。输入编号或更多的词。";
    PlainAnswer: "Write your answer. A line with a single dot hands it in. :help lists what else there is.", "写下答案, 单独一行的句点表示提交。:help 列出其他命令。";
    PlainHelp: "{} shows a hint, {} the skeleton of an answer, {} what is looked for, {} a model to study; {} begins the answer anew, {} goes back and keeps it.", "{} 提示, {} 模板, {} 考察要点, {} 范文; {} 重写, {} 返回并保留。";
    PlainKept: "You have written so far:", "已经写下的内容:";
    PlainDebrief: "Enter goes on. {} answers once more, {} says that you made point N, {} shows the nearest model, {} goes back.", "回车继续。{} 重答, {} 申诉第 N 点, {} 显示最接近的范文, {} 返回。";
    PlainSayAgain: "Say it in one sentence. Enter with nothing typed goes on.", "用一句话说出来, 直接回车则继续。";
    PlainNoSuch: "there is no such thing here: {}", "这里没有: {}";
    PlainLimit: "limit: {}", "限制: {}";
    // Notices.
    DraftKept: "draft kept, {} again to leave", "草稿已保存, 再按 {} 离开";
    DraftNotKept: "{} again leaves without what is not saved: {}", "再按 {} 将放弃未保存的内容: {}";
    NotSaved: "not saved, trying again: {}", "未保存, 正在重试: {}";
    SavedNow: "saved", "已保存";
    TooSmall: "Too small: {}x{}. Firedrill needs {}x{}.", "窗口太小: {}x{}, 至少需要 {}x{}。";
    SomeProblems: "{} problems in your scenario files; press ! on the home screen", "场景文件有 {} 处问题, 首页按 ! 查看";
    Reloaded: "read again: {} scenarios", "已重新读取: {} 个场景";
    StepGone: "the step `{}` is gone; this is the first one", "步骤 `{}` 已不存在, 这是第一步";
    Preview: "preview: nothing is kept; {} reads the file again", "预览: 不保存任何内容; {} 重新读取文件";
    ConfigurationProblems: "the configuration is not right everywhere; press ! on the home screen to see {} problems", "配置文件有问题, 首页按 ! 查看全部 {} 处";
    EditorFailed: "the editor changed nothing", "编辑器没有改动内容";
    ThemeIs: "theme: {}", "主题: {}";
}
