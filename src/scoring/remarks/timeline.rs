//! Form: tense with a point in time, as timelines need it.

use super::rule::Rule;

/// The rules, in no order.
pub const TIMELINE: &[Rule] = &[
    Rule::form(
        "perfect-with-past-time",
        &[
            (
                "[have|has @past _? _? yesterday] =$|at|morning|afternoon|evening|night",
                "",
            ),
            (
                "<!not [have|has been @past yesterday] =$|at|morning|afternoon|evening",
                "",
            ),
            (
                "[have|has been? @past it|them|the|this @thing? @number minutes|hours|days ago]",
                "",
            ),
            ("[have|has been? @past @number minutes|hours|days ago]", ""),
            ("[have|has been? @past _? last night|week|month] =$", ""),
            ("[have|has been? @past it|them? at @clock]", ""),
        ],
        "a finished point in time takes the past tense: “we restarted it yesterday”",
        "有明确的过去时间，用一般过去时",
    ),
    Rule::form(
        "present-since",
        &[
            (
                "[is|are|am down|failing|broken|degraded|unavailable|slow|blocked|running|missing|unreachable since] yesterday|midnight|noon|monday|tuesday|wednesday|thursday|friday|saturday|sunday|@clock",
                "",
            ),
            (
                "[is|are|am down|failing|broken|degraded|unavailable|slow|blocked|running|missing|unreachable since] this|last morning|afternoon|night|week|month",
                "",
            ),
        ],
        "what began in the past and goes on takes the perfect: “has been down since …”",
        "从过去持续到现在，用现在完成时：has been … since",
    ),
    Rule::form(
        "since-duration",
        &[(
            "[since] @number minutes|hours|days|weeks|months =$|and|but",
            "for",
        )],
        "“since” names the point where it began, “for” how long",
        "since 接时间点，for 接一段时间",
    ),
    Rule::form(
        "until-now-not",
        &[
            (
                "<^ [until|till now] we|i|it|there do|does|can not",
                "so far",
            ),
            ("<^ [until|till now] it|this|there is still|no", "so far"),
        ],
        "“until now” says that it has just changed",
        "“目前为止”用 so far；until now 暗示现在变了",
    ),
];
