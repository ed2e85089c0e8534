//! Form: what English counts, and what it does not.

use super::rule::Rule;

/// The rules, in no order.
pub const NOUNS: &[Rule] = &[
    Rule::form(
        "uncounted",
        &[
            ("informations", "information"),
            ("evidences", "evidence"),
            ("softwares", "software"),
            ("hardwares", "hardware"),
            ("equipments", "equipment"),
            ("advices", "advice"),
            ("feedbacks", "feedback"),
            ("knowledges", "knowledge"),
            ("datas", "data"),
            ("traffics", "traffic"),
            ("bandwidths =$|of|is|are", "bandwidth"),
            ("downtimes =$|of|is|are", "downtime"),
            ("staffs =$|are|have|in|on|who", "staff"),
            (
                "a|an [information|evidence|software|feedback|advice|equipment|hardware] =$|that|which|to|is|was|from|of|in|about|on|and|has",
                "some {2}",
            ),
        ],
        "English does not count this word: no plural, no “a”",
        "不可数名词：没有复数，也不加 a",
    ),
    Rule::form(
        "many-uncounted",
        &[
            (
                "many [information|evidence|traffic|feedback|software|memory|bandwidth|downtime|hardware] =$|to|in|is|was|from|on|and|about|for|that|at",
                "",
            ),
            (
                "<too|so|how|very|not [much] requests|pods|nodes|connections|users|customers|services|replicas|containers|machines|alerts|tickets|threads",
                "many",
            ),
            (
                "these|those|several|few [information|evidence|traffic|software|feedback|advice]",
                "",
            ),
        ],
        "“many” goes with what is counted, “much” with what is not",
        "many 修饰可数名词，much 修饰不可数名词",
    ),
    Rule::form(
        "number-noun",
        &[
            (
                "[many|several|these|those|both request|query|job|log] =$|is|are|was|were",
                "{1} {2:many}",
            ),
            (
                "[many|several|few|these|those|both @thing] =$|is|are|was|were|have|has|failed|crashed|in|on|at|to|with|from",
                "{1} {2:many}",
            ),
            (
                "<!@thing|from|@number [two|three|four|five|six|seven|eight|nine|ten @thing] =$|is|are|was|were|have|has|failed|crashed|in|on|at|with",
                "{1} {2:many}",
            ),
            (
                "one of the|our|these|those [@thing] =$|is|was|has|failed|crashed|went|in|on|and",
                "{5:many}",
            ),
        ],
        "more than one: the noun takes its plural",
        "数量大于一，名词用复数",
    ),
    Rule::form(
        "one-noun",
        &[
            (
                "[every|another pods|nodes|users|customers|servers|databases|replicas|clusters|containers|machines|errors|endpoints|tenants]",
                "{1} {2:one}",
            ),
            (
                "[each pods|nodes|users|customers|servers|databases|replicas|clusters|containers|machines]",
                "each {2:one}",
            ),
            (
                "[a|an pods|nodes|users|customers|servers|databases|replicas|clusters|containers|machines|errors|endpoints] =$|is|was|has|in|on|with|that|which|to",
                "{1} {2:one}",
            ),
        ],
        "one thing: the noun stands in the singular",
        "单数，名词不加 s",
    ),
    Rule::form(
        "thousands",
        &[
            (
                "[two|three|four|five|six|seven|eight|nine|ten|several hundreds|thousands|millions|billions] !digit|digits|place|column|of",
                "",
            ),
            (
                "<@number [hundreds|thousands|millions|billions] !digit|digits|place|column",
                "",
            ),
            (
                "@number [hundred|thousand|million of] !these|those|them|the|our|its",
                "",
            ),
        ],
        "after a number: “two thousand requests”, no *s*, no “of”",
        "数词后面不加 s 也不加 of：two thousand requests",
    ),
    Rule::form(
        "most-of",
        &[
            ("<^|@link [the most of]", "most of"),
            (
                "<!the [most|some|many|half of pods|nodes|users|customers|requests|servers|services|replicas|clusters|containers|machines|errors|alerts|connections|queries] !of",
                "",
            ),
        ],
        "“most pods” or “most of the pods”",
        "说 most pods 或 most of the pods",
    ),
    Rule::form(
        "detail-information",
        &[("detail information|informations", "details")],
        "“detailed information”, or simply “details”",
        "说 details 或 detailed information",
    ),
    Rule::form(
        "there-is-many",
        &[("[there is|was many|several|multiple|various] !a", "")],
        "several things: “there are”",
        "复数用 there are",
    ),
    Rule::form(
        "lot-of-one",
        &[
            (
                "<a|the [lot of pod|node|error|alert|query|client|user|customer|request|connection|message|server|file|event|container] =$|in|on|is|are|from|and|to",
                "",
            ),
            (
                "[lots|plenty of pod|node|error|alert|query|client|user|customer|request|connection|message|server|file|event|container] =$|in|on|is|are|from|and|to",
                "",
            ),
        ],
        "what can be counted stands in the plural",
        "可数名词要用复数",
    ),
];
