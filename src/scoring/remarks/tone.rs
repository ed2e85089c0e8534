//! Register: words that do not belong in the room, in every room or in some.

use super::rule::Rule;
use crate::domain::Register::{self, IncidentCall, Meeting, PullRequest, Stakeholder, Technical};

const ALL: &[Register] = &Register::ALL;

/// A register rule.
const fn register(
    id: &'static str,
    rooms: &'static [Register],
    cost: u8,
    finds: &'static [(&'static str, &'static str)],
    en: &'static str,
    zh: &'static str,
) -> Rule {
    Rule {
        id,
        finds,
        en,
        zh,
        rooms,
        cost,
    }
}

/// The rules, in no order.
pub const TONE: &[Rule] = &[
    register(
        "blame",
        ALL,
        40,
        &[
            (
                "your code|change|patch|commit|fix has|have ... bug|bugs|race|leak|deadlock",
                "",
            ),
            (
                "your code|commit|change|fix|patch|retry|retries|migration|config|configuration|service|team|script|test|query|deployment|release|rollout|job|pipeline|side broke|breaks|killed|kills|crashed|crashes|caused|destroyed",
                "",
            ),
            (
                "your code|commit|change|fix|patch|retry|retries|migration|config|configuration|service|script|query|logic|design|approach|implementation is|are totally|completely|really|obviously? wrong|broken|bad|terrible|useless|stupid",
                "",
            ),
            (
                "your code|retry|retries|fix|change|patch|test has|have no !problem|issue|effect|impact|side|downside|problems|issues",
                "",
            ),
            ("<!if|unless|case|when|anything you forgot|forget", ""),
            ("<!if|unless|case|when you broke|ruined", ""),
            (
                "you should have tested|checked|added|known|asked|read|verified|caught|noticed|told",
                "",
            ),
            ("<!case|if|anything|unless you missed", ""),
            ("<!if|unless|case you failed to", ""),
            (
                "you did not test|check|handle|validate|add|read|think|bother",
                "",
            ),
            (
                "you never|always test|tested|check|checked|gave|read|forget|break|listen|add",
                "",
            ),
            ("you set|wrote|configured|made ... wrong|wrongly", ""),
            ("you are wrong|careless|mistaken", ""),
            ("your fault|mistake", ""),
            ("who broke|forgot|approved|wrote|caused", ""),
            ("somebody|someone forgot|broke|messed|screwed", ""),
            ("somebody|someone was lazy|careless|sloppy|stupid", ""),
            ("he|she should be more careful", ""),
            ("be more careful", ""),
            ("must be your", ""),
            ("must fix their|your|its", ""),
            ("wrote ... wrong", ""),
        ],
        "name the system, the change or the gap, not the person: blame stops people from telling you things",
        "对事不对人：说系统、变更或缺口，不说人",
    ),
    register(
        "insult",
        ALL,
        40,
        &[
            (
                "[stupid|idiotic|careless|sloppy|crappy|crap|shitty|rubbish] @thing|@things|code|check|job|design|schema|config|retry|fix|person|people|health|idea|mistake",
                "",
            ),
            (
                "is|are|was a? stupid|idiotic|careless|sloppy|dumb|crap|rubbish|garbage|ridiculous !collected|collection|collector",
                "",
            ),
        ],
        "say what it does, not what you think of it",
        "描述它做了什么，不要评价好坏",
    ),
    register(
        "irritation",
        ALL,
        30,
        &[
            ("hurry up", ""),
            ("is basic knowledge", ""),
            ("is common sense", ""),
            ("did you even", ""),
            ("<!if have you even", ""),
            ("stop asking", ""),
            ("do not ask|urge me|us|again|any|the?", ""),
            ("not my problem|job|fault", ""),
            ("waste of time", ""),
            ("as i said|told before|already|you?", ""),
            ("i told you|already", ""),
            ("<^|and|or that 's|is on you", ""),
            ("or else =$", ""),
            ("do not get in our|my way", ""),
            ("why are we still", ""),
            ("grab|do|fix it yourself|yourselves", ""),
            ("<^ how many times do|must|have|should =i|we", ""),
            ("learn to write|code|read", ""),
        ],
        "irritation costs you the room; say what happens next and when",
        "不要流露情绪；说下一步和时间",
    ),
    register(
        "obviously",
        ALL,
        15,
        &[
            ("obviously", ""),
            ("as we all|everyone|everybody know|knows", ""),
            ("<!not it 's|is obvious that?", ""),
        ],
        "what is obvious needs no saying, and to whom it is not, it hurts; give the evidence",
        "“显然”不必说；对别人未必显然，给出证据",
    ),
    register(
        "vague-owner",
        &[IncidentCall],
        30,
        &[
            ("who can help", ""),
            ("can|could|will|would someone|somebody !from|hear|see", ""),
            (
                "can|could anyone|anybody check|look|take|fix|restart|investigate|help",
                "",
            ),
            ("someone|somebody please", ""),
            (
                "someone|somebody should|must|needs|has|fix|check|look|restart",
                "",
            ),
        ],
        "on a call nobody is “someone”: name one person, the task and a time",
        "事故电话里要点名：谁、做什么、多久",
    ),
    register(
        "vague-owner",
        &[Meeting],
        20,
        &[("someone|somebody must|fix|needs|has =to|the|this|it", "")],
        "name who, or ask who can own it",
        "点名，或问谁来负责",
    ),
    register(
        "weak-poll",
        &[IncidentCall],
        15,
        &[
            ("does everyone|everybody agree", "any strong objections"),
            (
                "is everyone|everybody ok|okay|fine with? this|that|it?",
                "any strong objections",
            ),
            ("who has opinion|opinions", "any strong objections"),
        ],
        "ask for objections: silence is then an answer, and the call moves on",
        "问“有没有强烈反对”：没人说话就可以继续",
    ),
    register(
        "vague-time",
        &[IncidentCall, Stakeholder],
        15,
        &[
            ("will|'ll recover|fix|resolve|restore ... soon|shortly", ""),
            ("update|updates|report ... soon|shortly|asap", ""),
            (
                "<!once|when|if|after back|update to|with? you? soon|shortly|later =$",
                "",
            ),
            ("will|'ll update you|everyone|all? later|soon|shortly", ""),
            ("update|report|more at some point", ""),
        ],
        "name the time of the next update; “soon” makes people ask",
        "说出下次更新的时间；soon 会引来追问",
    ),
    register(
        "asap",
        &[IncidentCall, Meeting, PullRequest, Technical],
        10,
        &[("asap", ""), ("please ... [as soon as possible]", "")],
        "name a time instead; to peers “ASAP” is an order without a reason",
        "给出具体时间；对同事说 ASAP 像命令",
    ),
    register(
        "overpromise",
        &[IncidentCall, Meeting, Technical, Stakeholder],
        20,
        &[
            ("no|zero risk =$|and", ""),
            ("<i|we guarantee|promise =that|you|it|no|this|there", ""),
            ("will|'ll not|never happen again", ""),
            ("<^|there|rollback|it has|have|is [no risk] =$", ""),
            ("should be ok|okay|fine|good now", ""),
            ("should be no impact|problem|loss|issue", ""),
            ("100% sure|certain|safe|fixed|guaranteed", ""),
        ],
        "nobody can promise that; say what you have seen and what is still being checked",
        "不要打包票；说看到了什么、还在核对什么",
    ),
    register(
        "overclaim",
        &[IncidentCall, Meeting, Technical],
        20,
        &[
            (
                "definitely|certainly|undoubtedly|surely not? the|a|an? network|dns|database|kernel|bug|cause|leak|release|image|deploy|deployment|config|cache|loadbalancer|hardware|disk",
                "",
            ),
            (
                "it|this|that must be the|a|an|some? network|dns|database|kernel|bug|leak|hardware|disk|cache =$|problem|issue|bug|and|again",
                "",
            ),
        ],
        "certainty needs evidence in the same breath: “we suspect …”, or say what confirms it",
        "没有证据别说死：用 we suspect，或说明依据",
    ),
    register(
        "stacked-hedges",
        ALL,
        20,
        &[
            (
                "maybe|perhaps|probably|possibly maybe|perhaps|probably|possibly",
                "",
            ),
            (
                "may|might [be]? possibly|perhaps|maybe|conceivably|probably",
                "",
            ),
            ("perhaps|possibly|maybe|probably may|might|could", ""),
            (
                "perhaps|possibly|maybe|seems|appears|probably _ _? _? may|might !want",
                "",
            ),
            ("may|might|could ... perhaps|maybe|possibly|somewhat", ""),
            ("could conceivably", ""),
            ("i could be wrong ,? but", ""),
        ],
        "one hedge per claim says how sure you are; two say that you do not want to be asked",
        "一个判断只用一个模糊词；叠用显得没把握",
    ),
    register(
        "stacked-hedges",
        &[IncidentCall, Meeting, Stakeholder],
        20,
        &[("may or may not", "")],
        "it says nothing; say which it is, or that you don't know yet",
        "等于没说；说是哪种，或说还不清楚",
    ),
    register(
        "filler",
        &[PullRequest],
        10,
        &[
            ("why not just|simply", "why not"),
            ("<^ actually", ""),
            ("basically", ""),
            ("<^ clearly", ""),
            (
                "<^|please|should [just|simply add|use|remove|call|put|make|change|move|delete|wrap|return|set|handle] =a|an|the|this|that|it|@opaque|some|jitter|backoff",
                "{2}",
            ),
            (
                "<you can|could|should|may [just|simply add|use|remove|call|put|make|change|move|delete|wrap|return|set|handle]",
                "{3}",
            ),
            ("why did not|do you just", ""),
            ("<^ just [add|use|remove|delete|wrap|rename]", "{2}"),
        ],
        "filler makes the work sound trivial; leave it out",
        "这类词显得轻视对方的工作，去掉",
    ),
    register(
        "why-you",
        &[PullRequest],
        15,
        &[
            ("why you do|did|are not?", ""),
            ("why did|do|would|are you", ""),
            ("why did|do not you", ""),
        ],
        "“why did you” sounds like a charge; ask about the code: “what does … buy us here?”",
        "why did you 像质问；问代码：what does this buy us?",
    ),
    register(
        "just-do",
        &[IncidentCall, Meeting],
        10,
        &[("<^ just roll|restart|revert|fix|do|add|kill", "")],
        "“just” sounds impatient; recommend it and say why",
        "just 显得不耐烦；改成建议并说理由",
    ),
    register(
        "human-error",
        &[Stakeholder, Meeting, Technical],
        20,
        &[
            (
                "<he|she|engineer|engineers|sre|colleague|developer|operator|admin|team [made a mistake]",
                "",
            ),
            ("human error", ""),
        ],
        "name what the system allowed, not who did it",
        "说系统的缺口，不说人",
    ),
];
