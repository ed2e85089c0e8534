//! The sentences of the interface that only tracks need.

/// Declares all phrases: those that are given and those of tracks.
macro_rules! with_track_phrases {
    ($($given:tt)*) => {
        phrases! {
            $($given)*
            Track: "Track", "路线";
            KeyTrack: "track", "路线";
            KeyOtherTrack: "other track", "另一条路线";
            KeyStart: "start / sign", "开始/签字";
            TrackDayOf: "day {} of {}", "第 {} 天, 共 {} 天";
            TrackWalked: "all passed", "全部通过";
            TrackStaleCount: "{} stale", "{} 项过期";
            TrackPassed: "{} of {} passed", "通过 {}/{}";
            TrackDay: "Day {}", "第 {} 天";
            TrackToday: "today", "今天";
            TrackOpen: "open", "可做";
            TrackDone: "done", "已完成";
            TrackWaitsFor: "locked until day {}", "第 {} 天完成后开放";
            TrackLocked: "Locked: every item of day {} has to be passed first.", "未开放: 先通过第 {} 天的全部内容。";
            ItemOpen: "to do", "未做";
            ItemTried: "tried", "试过";
            ItemPassed: "passed", "通过";
            ItemStale: "stale", "过期";
            StaleOld: "Stale: passed more than {} days ago. Passing it again makes it good.", "过期: 通过已超过 {} 天, 再通过一次即可。";
            StaleChanged: "Stale: the points that must be made have changed since. Passing it again makes it good.", "过期: 通过之后必答点有改动, 再通过一次即可。";
            TrackCounts: "Counts as passed: an answer at least {} in every step.", "通过标准: 每一步都达到 {} 或更好。";
            TrackAgain: "Only answers count that come after the days before are done.", "只计前面各天完成之后的答案。";
            TrackTries: "first {}, best {}, latest {}", "首次 {}, 最好 {}, 最近 {}";
            TrackNoTry: "not tried", "未做";
            TrackEvidence: "passed {}, answer {}, as graded {}", "{} 通过, 答案 {}, 评分版本 {}";
            TrackSignedBy: "Signed by {}, {}", "{} 签字, {}";
            TrackUnsigned: "Somebody who was there signs for this: {} and their name.", "由在场的人签字: 按 {} 输入姓名。";
            TrackWhoSigns: "Who signs?", "谁签字?";
            TrackSigned: "{} signed", "{} 已签字";
            TrackGone: "the scenario `{}` is not there any more", "场景 `{}` 已不存在";
            Team: "Team", "团队";
            KeyItemBefore: "item before", "上一项";
            KeyNextItem: "next item", "下一项";
            KeyWholeTeam: "item / whole team", "单项/全队";
            TeamPeople: "people: {}, {}", "{} 人, {}";
            TeamWhole: "Over the team", "全队";
            TeamAnswers: "answers shared: {}, the last on {}", "共享答案 {} 个, 最近 {}";
            TeamNotRanked: "People stand by name; nothing is ranked. This shows what they handed over, and nothing they wrote.", "按姓名排列, 不作排名。只显示各人交出的记录, 不含所写内容。";
            TeamWeakest: "weakest skills", "最弱技能";
            TeamSkill: "{}: missed {} of {} times, by {} of {} people", "{}: 漏 {}/{} 次, {}/{} 人";
            TeamLeftOut: "left out", "未采用";
            TeamNothing: "Nothing is stale, and no skill stands out.", "没有过期项, 也没有突出的弱项。";
            TrackNone: "No pack has a track.", "没有场景包带路线。";
        }
    };
}

pub(super) use with_track_phrases;
