//! Form: verbs in a shape that their neighbours do not allow.

use super::rule::Rule;

/// The rules, in no order.
pub const VERBS: &[Rule] = &[
    Rule::form(
        "can-able",
        &[
            ("can|could|may|might not? able to", "{1-2}"),
            ("can|could not? be? able =$", "{1-2}"),
        ],
        "“can” and “be able to” say the same; use one",
        "can 和 be able to 意思相同，只用一个",
    ),
    Rule::form(
        "am-agree",
        &[
            ("am|'m|are not? agree", "{2} agree"),
            ("<i|we|you|they [is|was|were agree]", "agree"),
        ],
        "“agree” is a verb: “I agree”, “I don't agree”",
        "agree 是动词：I agree，不用 I am agree",
    ),
    Rule::form(
        "be-base",
        &[
            ("is|are|was|were work|exist or not", ""),
            (
                "[are|was|were timeout] =$|when|after|and|because",
                "timed out",
            ),
            ("is|are|was|were match or|with", ""),
            (
                "<!there is|are|was|were [increase|decrease|drop] =to|by|from|slowly|quickly|rapidly|very|too",
                "",
            ),
            ("is|are|was|were come from|with|back", ""),
            (
                "@be not exist|belong|happen|match|contain|affect|allow|depend|appear|recover|respond|agree|occur|know !fixing|data|@things",
                "",
            ),
            ("is|are|was|were exist|belong|happen|depend|occur|agree", ""),
            (
                "<!this|that|which|there is|are|was not [work|support] =$|the|this|it|our|@opaque",
                "",
            ),
            ("is|are|was|were fail =$", ""),
        ],
        "a verb needs “does”, not “is”: “it doesn't match”, “it depends”",
        "实义动词不和 be 连用：it doesn't match，it depends",
    ),
    Rule::form(
        "was-happened",
        &[
            (
                "[is|are|was|were happened|occurred|existed|disappeared|belonged]",
                "{2}",
            ),
            (
                "has|have|had been happened|occurred|existed|disappeared|appeared",
                "{1} {3}",
            ),
        ],
        "the verb has no passive: it just happened",
        "不及物动词没有被动：it happened",
    ),
    Rule::form(
        "did-past",
        &[
            (
                "<!^|@wh|and|or|but|then did|do|does not @past !@things|@thing|to",
                "{1-2} {3:base}",
            ),
            (
                "<!^|@wh|and|or|but|then does|did|do not @third !@things|@thing",
                "{1-2} {3:base}",
            ),
        ],
        "after “did”, “do” and “does” the verb stands in its base form",
        "did / do / does 后面用动词原形",
    ),
    Rule::form(
        "modal-past",
        &[
            (
                "<!^|@wh|@conjunction|@the|good|free|only|nor|neither|as|than|here|there|now can|could|will|would|should|must|might not? @past !@things|@thing",
                "{1-2} {3:base}",
            ),
            (
                "<!^|@wh|@conjunction|@the|good|free|only|nor|neither|as|than|here|there|now can|could|will|would|should|must|might not? @third !@things|@thing",
                "{1-2} {3:base}",
            ),
            (
                "<it|this|that|which can|could|will|would|should|must|might not? @past|@third !@things|@thing",
                "{1-2} {3:base}",
            ),
        ],
        "after a modal verb the verb stands in its base form",
        "情态动词后面用动词原形",
    ),
    Rule::form(
        "to-past",
        &[
            (
                "want|wants|wanted|try|tries|tried|trying|decide|decided|plan|planned|able to @past",
                "{1-2} {3:base}",
            ),
            ("<@i need|have to [@past]", "{3:base}"),
        ],
        "after “to” the verb stands in its base form",
        "to 后面用动词原形",
    ),
    Rule::form(
        "modal-to",
        &[
            ("<@thing|@things|system|cluster [can not to @verb]", ""),
            ("should|must|would|might not? to @verb", "{1-2} {4}"),
            (
                "<^|@link|and we|i|you|they|it [can not? to @verb]",
                "{2-3} {5}",
            ),
        ],
        "after a modal verb no “to” follows",
        "情态动词后面不加 to",
    ),
    Rule::form(
        "want-do",
        &[
            (
                "<@i|'d|not need|want|wants|needs confirm|verify|know|find|get|understand|investigate|ensure|avoid|reduce|make|add",
                "{1} to {2}",
            ),
            (
                "<@i|not need|want check the|if|whether|it|all|this|that",
                "{1} to {2-3}",
            ),
        ],
        "“want” and “need” take “to”",
        "want / need 后面的动词要带 to",
    ),
    Rule::form(
        "avoid-to",
        &[
            ("<!what|which avoid|avoids|avoided to @verb", "{1} {3:ing}"),
            (
                "<@i|should|could|would|can|to consider to @verb",
                "consider {3:ing}",
            ),
            ("finish|finished|finishing to @verb", "{1} {3:ing}"),
        ],
        "“avoid”, “consider” and “finish” take *-ing*",
        "avoid / consider / finish 后面接动名词",
    ),
    Rule::form(
        "irregular",
        &[
            ("stucked", "stuck"),
            ("catched", "caught"),
            ("hitted", "hit"),
            ("setted", "set"),
            ("readed", "read"),
            ("runned", "ran"),
            ("sended", "sent"),
            ("losed", "lost"),
            ("splitted", "split"),
            ("writed", "wrote"),
            ("rewrited", "rewrote"),
            ("overwrited", "overwrote"),
            ("broked", "broke"),
            ("finded", "found"),
            ("freezed", "froze"),
            ("choosed", "chose"),
            ("growed", "grew"),
            ("keeped", "kept"),
            ("binded", "bound"),
            ("shutted", "shut"),
            ("shutdowned", "shut down"),
            ("rollbacked", "rolled back"),
            ("getted", "got"),
            ("maked", "made"),
            ("taked", "took"),
            ("goed", "went"),
            ("hanged =$|for|since|again|and|at|on", "hung"),
            ("cutted", "cut"),
            ("cutover'd", "cut over"),
        ],
        "the verb has a form of its own",
        "不规则动词，形式不同",
    ),
    Rule::form(
        "i-has",
        &[
            (
                "<!of|but|and|than|with|to|for|from|by we|they has",
                "{1} have",
            ),
            ("<^|@link we|they is", "{1} are"),
            ("<^|@link|and i has", "I have"),
        ],
        "the verb does not agree with its subject",
        "主谓不一致",
    ),
    Rule::form(
        "be-participle",
        &[(
            "<to|can|could|will|would|should|must|may|might|not|already [be restart|deploy|merge|remove|restore|replace|rename|handle|install|resolve|solve|delete|create|add|include|reproduce|verify|confirm|avoid|reduce|notify|migrate|mitigate] =$|by|in|on|to|with|before|after|first|again|and|at|when|if|because",
            "be {2:participle}",
        )],
        "after “be” the participle follows: “it can be reproduced”",
        "被动语态要用过去分词：be restarted",
    ),
    Rule::form(
        "have-participle",
        &[(
            "<i|we|they|you|it|@thing|@things [have|has not? already? receive|investigate|verify|confirm|resolve|solve|migrate|deploy|mitigate|reproduce|recover]",
            "{1-3} {4:participle}",
        )],
        "after “have” the participle follows: “we have verified”",
        "完成时要用过去分词：have verified",
    ),
    Rule::form(
        "success-verb",
        &[(
            "<!^|@wh|and|or|but|then can|could|will|would|should|may|might|did|does|do not? [success] =$|in|after|and|now|with|to|when|if",
            "succeed",
        )],
        "“success” is a noun, the verb is “succeed”",
        "success 是名词，动词是 succeed",
    ),
    Rule::form(
        "because-is",
        &[
            ("<!as [if have|has] !to", ""),
            ("[because is|are|was|were|has|does] !a|the|what", ""),
        ],
        "every English clause names its subject: “because it is …”",
        "英语从句必须有主语：because it is …",
    ),
    Rule::form(
        "by-participle",
        &[(
            "is|are|was|were|be|been|being not? [cause|affect|block|trigger|kill|throttle|use|handle|create|define|own|delete|remove|reject|replace|require|return|evict|solve|reduce] =by",
            "{3:participle}",
        )],
        "the passive takes the participle: “caused by”",
        "被动语态要用过去分词：caused by",
    ),
    Rule::form(
        "double-modal",
        &[(
            "<!@wh [should|will|must|would|may|might can] !@things|@thing",
            "",
        )],
        "two modal verbs do not stand together: “should be able to”",
        "情态动词不连用：should be able to",
    ),
    Rule::form(
        "preposition-base",
        &[
            (
                "after|before|without [@verb] the|this|that|our|your|it =$|@thing|@things|release|config|image|code _? =$",
                "{2:ing}",
            ),
            (
                "when|while [use|access|open|call|create|delete|check|write|upgrade|restart|deploy|remove|add|receive|install|migrate|update] the|this|a|an|it|our|new _? =$",
                "{2:ing}",
            ),
        ],
        "a verb here takes *-ing*: “after restarting the pod”",
        "介词和 when / while 后面用动名词：after restarting",
    ),
    Rule::form(
        "look-at",
        &[(
            "[look|looked|looking|looks] the|this|that|these|those @thing|@things|log|code|config|trace|metrics|dashboards|diff !up",
            "{1} at",
        )],
        "one looks *at* something",
        "look 后面要用 at",
    ),
    Rule::form(
        "because-of-it",
        &[
            (
                "[because of] the|this _ is|was|are|were not? enough|full|down|slow|broken",
                "because",
            ),
            (
                "[because of] it|we|they|he|she @modal|is|are|was|has|have|does|do",
                "because",
            ),
        ],
        "“because of” takes a noun, “because” a clause",
        "because of 接名词，because 接从句",
    ),
    Rule::form(
        "maybe-is",
        &[("<!^|so|or|and|but [maybe|perhaps is|was|are]", "may be")],
        "between subject and verb it is “may be”",
        "主语后面用 may be，不用 maybe is",
    ),
    Rule::form(
        "when-base",
        &[(
            "<^ when|if|once|until|after|before the [@thing|traffic|load|latency|memory|usage|lock|cache|queue|leader fail|crash|increase|restart|expire|recover|die|happen|drop] =$",
            "",
        )],
        "one thing: the verb takes *s*",
        "第三人称单数，动词加 s",
    ),
    Rule::form(
        "this-cause",
        &[(
            "<^ [this cause|make|lead|mean] the|a|many|all|our|us|it|to",
            "{1} {2:third}",
        )],
        "“this” is one thing: the verb takes *s*",
        "this 是单数，动词加 s",
    ),
    Rule::form(
        "modal-ing",
        &[(
            "<it|this|that|we|i|you|they|@thing|@things should|must|would|will not? [@ing] the|this|a|it|our|to",
            "{3:base}",
        )],
        "after a modal verb the verb stands in its base form",
        "情态动词后面用动词原形",
    ),
];
