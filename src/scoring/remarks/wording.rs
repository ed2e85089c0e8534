//! Form: words that English does not put together that way.

use super::rule::Rule;

/// The rules, in no order.
pub const WORDING: &[Rule] = &[
    Rule::form(
        "discuss-about",
        &[
            (
                "discuss|discussed|discusses|discussing about !a|an|half|@number|twice",
                "{1}",
            ),
            (
                "mention|mentioned|mentions|mentioning about !a|an|half|@number|twice",
                "{1}",
            ),
            (
                "describe|described|describes|describing about !a|an|half|@number|twice",
                "{1}",
            ),
        ],
        "the verb takes its object directly, without “about”",
        "这个动词直接带宾语，不加 about",
    ),
    Rule::form(
        "contact-with",
        &[
            (
                "<please|to|will|can|could|should|must|would [contact with] !water|heat",
                "contact",
            ),
            ("<i|we|you [contacted with]", "contacted"),
        ],
        "“contact” as a verb takes its object directly",
        "contact 作动词时直接带宾语，不加 with",
    ),
    Rule::form(
        "explain-me",
        &[
            (
                "explain|explained|explains you =$|after|before|later|how|why|what|the|this|that|it",
                "{1} to you",
            ),
            (
                "explain|explained|explains me|us =the|this|that|why|how|what|a|it|$",
                "{1} to {2}",
            ),
        ],
        "one explains something *to* somebody",
        "explain 后面要用 to：explain to me",
    ),
    Rule::form(
        "reply-me",
        &[("reply|replied|replies me|us|him|her", "{1} to {2}")],
        "one replies *to* somebody",
        "reply 后面要用 to：reply to me",
    ),
    Rule::form(
        "suggest-to",
        &[
            (
                "<i|we|would|'d [suggest|recommend|propose @verb] it|the|this|our",
                "{1} {2:ing}",
            ),
            ("<^ [suggest|recommend to @verb] !$", "{1} {3:ing}"),
            (
                "<i|we|will|would|'d [suggest|recommend the team to] use|add|check|restart|move",
                "{1} the team",
            ),
            (
                "[suggest|suggested|recommend|recommended|propose you|us|him|her|them|everyone|everybody to] @verb",
                "{1} {2}",
            ),
            (
                "<i|we|would|'d [suggest|recommend to @verb] !$|staging|production",
                "{1} {3:ing}",
            ),
            (
                "<i|we|would|'d [suggest|recommend the team to] @verb",
                "{1} the team",
            ),
        ],
        "“suggest” and “recommend” take *that* somebody does, or *-ing*, not *to do*",
        "suggest / recommend 后接从句（suggest we do）或动名词（suggest doing），不接 to do",
    ),
    Rule::form(
        "let-to",
        &[
            ("let|lets|letting [it|them|us|me|him|her to] @verb", "{2}"),
            (
                "[let the|this|that|our|all @thing|@things to] @verb",
                "{1-3}",
            ),
        ],
        "after “let” the verb stands without “to”",
        "let 后面的动词不带 to",
    ),
    Rule::form(
        "make-to",
        &[(
            "make|makes|making|made [it|them to] fail|crash|become|hang|happen|recover|slow",
            "{2}",
        )],
        "after “make” the verb stands without “to”",
        "make 后面的动词不带 to",
    ),
    Rule::form(
        "return-back",
        &[(
            "return|returns|returned|returning back !pressure|pointers|references|links",
            "{1}",
        )],
        "“return” already says “back”",
        "return 本身就有“回”的意思，不再加 back",
    ),
    Rule::form(
        "how-to-say",
        &[("<^ [how to say] =$", ""), ("<^ [how to say it] =$", "")],
        "a pause in Chinese, a riddle in English; leave it out or say “let me put it this way”",
        "“怎么说呢”不直译；去掉，或说 let me put it this way",
    ),
    Rule::form(
        "what-means",
        &[("<^ [what means] the|this|that|it !most|least|more", "")],
        "ask “what does … mean?”",
        "问句要用 what does … mean?",
    ),
    Rule::form(
        "according-to-me",
        &[
            ("from my|our opinion", "in {2} opinion"),
            (
                "according to me|us =$|the|this|it|we|that|there|i",
                "in my view",
            ),
            (
                "according to my|our opinion|view|thinking|thought|idea",
                "in {3} view",
            ),
            (
                "according to my|our understanding|knowledge",
                "as far as I know",
            ),
            (
                "according to my|our experience|experiences",
                "in {3} experience",
            ),
        ],
        "“according to” names somebody else as the source",
        "according to 只用于别人的说法；自己的看法用 in my view",
    ),
    Rule::form(
        "please-kindly",
        &[
            ("please kindly", "please"),
            ("kindly please", "please"),
            ("kindly help|do|note|check", "please {2}"),
        ],
        "one “please” is polite enough",
        "一个 please 就够了",
    ),
    Rule::form(
        "more-faster",
        &[
            (
                "more fast|cheap|big|small|high|low|large|easy|slow =$|than",
                "",
            ),
            (
                "<is|are|was|were|be|been|'s|much|even|get|gets|got|become|becomes|became|run|runs|ran|works|work|far|it|a [more @comparative] !@things",
                "{2}",
            ),
            (
                "more @comparative =than|$|to|and|for|when|if|because|but",
                "{2}",
            ),
            ("more better|worse|easier !@things", "{2}"),
        ],
        "the ending already says “more”",
        "比较级词尾已经表示“更”，不再加 more",
    ),
    Rule::form(
        "access-to",
        &[(
            "<can|could|not|to|cannot|will|should|must|may|i|we|they|users|pods [access to] the|this|that|it|our|their|its|@opaque",
            "access",
        )],
        "“access” as a verb takes its object directly",
        "access 作动词时直接带宾语，不加 to",
    ),
    Rule::form(
        "reach-to",
        &[(
            "[reached|reaches|reaching to] the|its|their|our limit|max|maximum|threshold|cap|quota|ceiling|timeout",
            "{1}",
        )],
        "“reach” takes its object directly",
        "reach 直接带宾语，不加 to",
    ),
    Rule::form(
        "cause-that",
        &[
            (
                "<it|this|which|also [causes|caused that] the|all|we|it|our|pods|users !same|next|previous|day|night|week",
                "",
            ),
            (
                "<to|will|can|could|would|may|might|not [cause that] the|all|we|it|our|pods|users",
                "",
            ),
            ("[causing that] the|all|we|it|our|pods|users", ""),
        ],
        "say “causes … to …” or “means that …”",
        "用 cause … to do，或 means that …",
    ),
    Rule::form(
        "depend-of",
        &[("[depend|depends|depended of|from] !course", "{1} on")],
        "one depends *on* something",
        "depend 后面用 on",
    ),
    Rule::form(
        "lack-of",
        &[
            ("<@thing|@things|test|tests|code [is|are lack of]", "lack"),
            ("lacks|lacked of", "{1}"),
            ("<we|they|it|i|you|logs|pods|tests [lack of]", "lack"),
        ],
        "“lack” as a verb takes its object directly",
        "lack 作动词时直接带宾语，不加 of",
    ),
    Rule::form(
        "responsible-of",
        &[("responsible of", "responsible for")],
        "one is responsible *for* something",
        "responsible 后面用 for",
    ),
    Rule::form(
        "attention-on",
        &[(
            "[pay|paid|paying|pays more|close|much|special? attention on] !monday|tuesday|wednesday|thursday|friday",
            "{1-3} to",
        )],
        "one pays attention *to* something",
        "pay attention 后面用 to",
    ),
    Rule::form(
        "look-on",
        &[(
            "[take|took|taking|have|had a quick|closer|deeper? look on] the|this|that|it|our|your|these|those|@opaque",
            "{1-4} at",
        )],
        "one takes a look *at* something",
        "take a look 后面用 at",
    ),
    Rule::form(
        "forward-to",
        &[
            (
                "[forward to hear|see|meet|get|receive|have] !$",
                "forward to {3:ing}",
            ),
            ("forward to hear from", "forward to hearing from"),
        ],
        "here “to” is a preposition, so *-ing* follows",
        "look forward to 后面接动名词",
    ),
    Rule::form(
        "tell-to",
        &[(
            "[tell|told|telling|tells to me|us|him|her|them] !by",
            "{1} {3}",
        )],
        "one tells somebody something, without “to”",
        "tell 直接带人，不加 to",
    ),
    Rule::form(
        "wait-you",
        &[("[wait|waiting|waited you|me|him] !out", "{1} for {2}")],
        "one waits *for* somebody",
        "wait 后面用 for",
    ),
    Rule::form(
        "result-to",
        &[
            ("resulted to", "resulted in"),
            ("<can|could|will|would|may|might [result to]", "result in"),
        ],
        "one thing results *in* another",
        "result 后面用 in",
    ),
    Rule::form(
        "used-out",
        &[("used out !of|in|on|there|at", "used up")],
        "“used up” or “exhausted”",
        "“用完了”是 used up 或 exhausted",
    ),
    Rule::form(
        "no-any",
        &[
            ("no enough", "not enough"),
            ("no any", "no"),
            ("<have|has|had [not any]", "no"),
        ],
        "one negative word is enough: “no” or “not any”",
        "no 和 any 不连用",
    ),
    Rule::form(
        "in-doing",
        &[
            (
                "<i|we am|are|were still|now? [in checking|investigating|fixing|verifying|repairing|solving|recovering|debugging] the|this|it|our",
                "",
            ),
            (
                "<is|are|was|were|'s|still|now [in checking|processing|investigating|fixing|verifying|handling|repairing|solving|recovering|debugging|progressing] =$|now|and|by",
                "",
            ),
        ],
        "a state under way is “being checked”, or “we're checking”",
        "“正在处理中”用 being handled 或 we're handling it，不用 in + 动名词",
    ),
    Rule::form(
        "has-problem",
        &[
            ("have|has|had [conflict] =$|with", "a conflict"),
            (
                "have|has|had [problem|issue|bug] =$|in|with|when|now|again|on|and|so|because|after",
                "a {2}",
            ),
        ],
        "a problem is counted: “a problem”, or name it",
        "problem 可数，要加 a；最好直接说出是什么问题",
    ),
    Rule::form(
        "there-has",
        &[
            (
                "<^|@link|and [there has|have] @number|few|various|lots|plenty",
                "there are",
            ),
            (
                "<^|@link|and [there has|have] a|an|no|some|many|the|another|several",
                "there is",
            ),
        ],
        "“有” is “there is”, or a subject that has something",
        "“有”用 there is / there are，不用 there has",
    ),
    Rule::form(
        "very-agree",
        &[(
            "<!the|this|that [very agree|appreciate|recommend|understand|worry|want]",
            "really {2}",
        )],
        "“very” goes with adjectives, not with verbs",
        "very 不修饰动词，用 fully、really 或 very much",
    ),
];
