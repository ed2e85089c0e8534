//! What the console of an incident says, in both languages.

use super::language::Language;
use crate::{domain::Incident, incident::Reply};

/// How a row of the console looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// What a tool printed.
    Output,
    /// What the console says of it.
    Aside,
    /// What somebody says to the learner.
    Voice,
    /// What must not be overlooked.
    Alarm,
}

/// The words of a reply, and how they look.
#[expect(clippy::too_many_lines, reason = "one wording per reply")]
pub fn reply_words(reply: &Reply, incident: &Incident, language: Language) -> (Tone, String) {
    let is_chinese = language.is_chinese();
    let pick = |english: &str, chinese: &str| {
        if is_chinese {
            chinese.to_owned()
        } else {
            english.to_owned()
        }
    };
    let aside =
        |english: &str, chinese: &str| (Tone::Aside, format!("({})", pick(english, chinese)));
    let inject = |place: &usize| {
        incident
            .injects
            .get(*place)
            .map_or_else(String::new, |inject| {
                format!(
                    "{}: {}",
                    inject.from.in_language(is_chinese),
                    inject.says.in_language(is_chinese)
                )
            })
    };
    match reply {
        Reply::Output(text) if text.is_empty() => aside("no line is left", "没有剩下任何一行"),
        Reply::Output(text) | Reply::Fault(text) => (Tone::Output, text.clone()),
        Reply::Arrived(command, text) => (
            Tone::Output,
            format!("{}: {command}\n{text}", pick("ready", "已就绪")),
        ),
        Reply::Pending(minutes) => aside(
            &format!("running; the output comes in {minutes} min"),
            &format!("运行中，{minutes} 分钟后有输出"),
        ),
        Reply::Said(who, text) if text.is_empty() => (
            Tone::Voice,
            format!(
                "{who}: {}",
                pick("I cannot tell you anything about that.", "这个我不清楚。")
            ),
        ),
        Reply::Said(who, text) => (Tone::Voice, format!("{who}: {text}")),
        Reply::Page(title, text) => (Tone::Output, format!("{title}\n{text}")),
        Reply::Done(None) => aside("done", "已执行"),
        Reply::Done(Some(minutes)) => aside(
            &format!("done; what comes of it shows in {minutes} min"),
            &format!("已执行，{minutes} 分钟后见效果"),
        ),
        Reply::Injected(place) => (Tone::Alarm, inject(place)),
        Reply::Late(place) => (
            Tone::Alarm,
            format!(
                "{} - {}",
                pick("no answer in time", "没有按时答复"),
                inject(place)
            ),
        ),
        Reply::Hypothesis(number) => {
            aside(&format!("H{number} noted"), &format!("已记下 H{number}"))
        }
        Reply::Rejected(number) => {
            aside(&format!("H{number} given up"), &format!("已放弃 H{number}"))
        }
        Reply::Weighed(number, true) => aside(
            &format!("speaks for H{number}: noted"),
            &format!("已记下：支持 H{number}"),
        ),
        Reply::Weighed(number, false) => aside(
            &format!("speaks against H{number}: noted"),
            &format!("已记下：反对 H{number}"),
        ),
        Reply::NoHypothesis(number) => aside(
            &format!("there is no H{number}"),
            &format!("没有 H{number}"),
        ),
        Reply::Severity(severity) => aside(
            &format!("declared {severity}"),
            &format!("已宣布 {severity}"),
        ),
        Reply::Declared => aside("declared", "已宣布"),
        Reply::Sent => aside("the update went out", "更新已发出"),
        Reply::Noted => aside("noted", "已记下"),
        Reply::Waited(minutes) => aside(
            &format!("{minutes} min passed"),
            &format!("过了 {minutes} 分钟"),
        ),
        Reply::NeedsWords(verb) => aside(
            &format!("say what: `{verb} …`"),
            &format!("请写内容：`{verb} …`"),
        ),
        Reply::NotFound(program) => (Tone::Output, format!("bash: {program}: command not found")),
        Reply::Nothing => aside(
            "facilitator: that shows nothing out of the ordinary",
            "主持人：没有看到异常",
        ),
        Reply::Near => aside(
            "facilitator: close to something that is recorded; look at object, name and flags again",
            "主持人：和已记录的命令接近，请再看看对象、名字和参数",
        ),
        Reply::LoggedIn(words) => aside(
            &format!("every command now runs as `{words} …`; `exit` goes back"),
            &format!("之后的命令都按 `{words} …` 执行；`exit` 返回"),
        ),
        Reply::LoggedOut => aside("back again", "已返回"),
        Reply::NotYet => aside(
            "facilitator: there is nothing of that yet; look again later",
            "主持人：现在还没有，稍后再看",
        ),
        Reply::Refused(Some(words)) => {
            let words = words.in_language(is_chinese);
            aside(
                &format!("facilitator: {words}"),
                &format!("主持人：{words}"),
            )
        }
        Reply::Refused(None) => aside(
            "facilitator: how would you know that by now? look first for what leads you there",
            "主持人：你现在怎么会知道这个？先找到能带你到这里的线索",
        ),
        Reply::Clock(true) => aside(
            "the clock runs: every minute by your watch is one here too; `clock off` stops it",
            "时钟已开：现实过一分钟，这里也过一分钟；`clock off` 停止",
        ),
        Reply::Clock(false) => aside(
            "the clock is off: time passes only when you act",
            "时钟已关：只在你行动时过时间",
        ),
        Reply::NotModelled => aside(
            "facilitator: that would change the system in a way this exercise does not know",
            "主持人：这会改变系统，本练习没有模拟",
        ),
        Reply::Nobody(name, known) => aside(
            &format!("nobody answers to `{name}`; there is: {}", known.join(", ")),
            &format!("没有 `{name}` 这个人；有：{}", known.join(", ")),
        ),
        Reply::NoRunbook(name, known) => aside(
            &format!("no runbook `{name}`; there is: {}", known.join(", ")),
            &format!("没有手册 `{name}`；有：{}", known.join(", ")),
        ),
        Reply::SayCommand => aside(
            "say it as the command that you would run",
            "请写成你会执行的命令",
        ),
        Reply::NoFilter(program) => aside(
            &format!("`{program}` is not to be had here; this is the output without it"),
            &format!("这里没有 `{program}`，以上是未经它处理的输出"),
        ),
        Reply::Help => (Tone::Aside, help(incident, is_chinese)),
        Reply::Resolved => aside("closed; hand it in for the debrief", "已关闭，提交后看讲评"),
        Reply::TimeUp => (
            Tone::Alarm,
            pick(
                "The time is up; hand it in for the debrief.",
                "时间到，提交后看讲评。",
            ),
        ),
        Reply::Over => aside(
            "it is over; hand it in for the debrief",
            "已经结束，提交后看讲评",
        ),
    }
}

fn help(incident: &Incident, is_chinese: bool) -> String {
    let people: Vec<&str> = incident.people.iter().map(|it| it.id.as_str()).collect();
    let runbooks: Vec<&str> = incident.runbooks.iter().map(|it| it.id.as_str()).collect();
    let (people, runbooks) = (people.join(", "), runbooks.join(", "));
    if is_chinese {
        format!(
            "命令照常输入，可以用管道。时间只在你行动时前进。\n\
             hypothesis …        写下怀疑        reject H1 …   放弃\n\
             H1 for … / against …  支持或反对它的证据\n\
             declare SEV-2 / …   宣布级别或原因  update …      通知等消息的人\n\
             mitigate …          止损            resolve …     关闭并说明原因\n\
             ask 人 …            提问：{people}\n\
             open 手册           查手册：{runbooks}\n\
             note …  wait 分钟  clock on|off（按现实时间走）  help"
        )
    } else {
        format!(
            "Type commands as on any shell; pipes work. Time passes only when you act.\n\
             hypothesis …        a suspicion           reject H1 …  give it up\n\
             H1 for …            evidence for it       H1 against …  and against it\n\
             declare SEV-2 / …   severity or cause     update …     tell who waits\n\
             mitigate …          do something          resolve …    close, with the cause\n\
             ask PERSON …        there is: {people}\n\
             open RUNBOOK        there is: {runbooks}\n\
             note …  wait MINUTES  clock on|off (minutes by your watch too)  help"
        )
    }
}

/// Titles and labels of the console.
#[derive(Clone, Copy, Debug)]
pub enum Label {
    /// The console itself.
    Console,
    /// What was opened.
    Evidence,
    /// What is suspected.
    Hypotheses,
    /// The last thing that somebody said.
    Message,
    /// Nothing was opened yet.
    NoEvidence,
    /// Before anything is typed.
    Invitation,
    /// Before the words of a search are typed.
    Words,
    /// An answer is wanted.
    Reply,
}

impl Label {
    /// The words.
    pub const fn in_language(self, language: Language) -> &'static str {
        let is_chinese = language.is_chinese();
        match (self, is_chinese) {
            (Self::Console, false) => "Console",
            (Self::Console, true) => "控制台",
            (Self::Evidence, false) => "Evidence",
            (Self::Evidence, true) => "证据",
            (Self::Hypotheses, false) => "hypotheses",
            (Self::Hypotheses, true) => "假设",
            (Self::Message, false) => "Last word",
            (Self::Message, true) => "最新消息",
            (Self::NoEvidence, false) => "nothing seen yet",
            (Self::NoEvidence, true) => "还没有看到什么",
            (Self::Invitation, false) => "a command, or help",
            (Self::Invitation, true) => "输入命令，或 help",
            (Self::Words, false) => "words to find; up and down to the next",
            (Self::Words, true) => "要找的词；上下键到下一处",
            (Self::Reply, false) => "type update …, within {} min",
            (Self::Reply, true) => "请输入 update …，{} 分钟内",
        }
    }
}
