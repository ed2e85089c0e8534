//! One page about a person's practice: for the learner with their own words, for a lead without any of them.

use std::fmt::Write as _;

use serde::Serialize;

use super::{
    chart::{Bar, bars},
    markdown::plain,
    page::{escaped, page},
    value::Report,
};
use crate::progress::{ItemState, LocalDay, Overview, TrackStanding};

/// How many points and interviews there is room for on one page.
const MOST: usize = 5;

/// Where a person stands.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Personal {
    /// The local day on which this was worked out.
    pub day: String,
    /// How many answers there are, to steps and follow-ups.
    pub answers: u64,
    /// On how many days of the last four weeks there was practice.
    pub practised_days: usize,
    /// The tracks that were begun.
    pub tracks: Vec<PersonalTrack>,
    /// The groups of competencies, 0..=100 each; absent before the first attempt of one.
    pub groups: Vec<(&'static str, Option<u8>)>,
    /// What is missed most, the worst first.
    pub missing: Vec<PersonalMissing>,
    /// The newest mock interviews.
    pub interviews: Vec<PersonalInterview>,
}

/// A track, as far as it was walked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PersonalTrack {
    /// Its title.
    pub title: String,
    /// How many items are passed, stale ones too, and of how many.
    pub passed: (usize, usize),
    /// The day it is at, from 1; absent when all are done.
    pub today: Option<usize>,
    /// The items of that day that are not passed yet.
    pub to_do: Vec<String>,
    /// The items whose pass is stale.
    pub stale: Vec<String>,
}

/// A point that is missed again and again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PersonalMissing {
    /// The point.
    pub point: String,
    /// How often it was missed, of the last tries.
    pub missed: (u32, u32),
    /// The command that drills it.
    pub command: Option<String>,
    /// What the learner answered there last; only on the learner's own page.
    pub last_answer: Option<String>,
}

/// A mock interview.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PersonalInterview {
    /// Local time at which it began.
    pub began: String,
    /// The level it was held at.
    pub level: &'static str,
    /// The verdict in words.
    pub verdict: &'static str,
    /// 0..=1.
    pub score: f64,
}

impl Personal {
    /// Where somebody with `overview`, `tracks` and `interviews` stands on `day`, without a word of their answers.
    pub fn of(
        overview: &Overview,
        tracks: &[TrackStanding],
        interviews: &[Report],
        day: LocalDay,
    ) -> Self {
        let month = day.0 - 27;
        let recent = |(practised, ..): &&(String, u32, f64)| {
            LocalDay::parse(practised).is_some_and(|it| it.0 >= month)
        };
        let missing = overview.missing.iter().take(MOST);
        let begun = |it: &&TrackStanding| {
            let mut items = it.days.iter().flat_map(|day| &day.items);
            items.any(|item| item.state != ItemState::Open)
        };
        Self {
            day: day.to_string(),
            answers: overview.attempts,
            practised_days: overview.days.iter().filter(recent).count(),
            tracks: tracks.iter().filter(begun).map(track).collect(),
            groups: overview
                .standing
                .iter()
                .map(|it| (it.group.name(), it.percent))
                .collect(),
            missing: missing
                .map(|it| PersonalMissing {
                    point: it.label.clone(),
                    missed: (it.missed, it.tries),
                    command: it.drill.as_ref().map(|id| format!("firedrill drill {id}")),
                    last_answer: None,
                })
                .collect(),
            interviews: interviews
                .iter()
                .take(MOST)
                .map(|it| PersonalInterview {
                    began: it.began.clone(),
                    level: it.level,
                    verdict: it.verdict_words,
                    score: it.score,
                })
                .collect(),
        }
    }

    /// The page as JSON.
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default()
    }

    /// The page as Markdown.
    pub fn to_markdown(&self) -> String {
        let mut text = format!("# Practice, {}\n\n{}\n", self.day, self.much());
        for track in &self.tracks {
            let _ = write!(text, "\n## {}\n\n{}\n", plain(&track.title), track.far());
            for (name, items) in track.lists() {
                let _ = write!(text, "\n{name}:\n\n");
                for item in items {
                    let _ = writeln!(text, "- {}", plain(item));
                }
            }
        }
        if !self.groups.is_empty() {
            text += "\n## Competencies\n\n| Group | Mark |\n| --- | ---: |\n";
        }
        for (name, mark) in &self.groups {
            let _ = writeln!(text, "| {name} | {} |", percent(*mark));
        }
        if !self.missing.is_empty() {
            text += "\n## Missed most\n\n";
        }
        for missing in &self.missing {
            let _ = writeln!(text, "- {}: {}", plain(&missing.point), missing.often());
            if let Some(answer) = &missing.last_answer {
                let _ = writeln!(text, "  You said: {}", plain(answer));
            }
        }
        if !self.interviews.is_empty() {
            text += "\n## Mock interviews\n\n";
        }
        for interview in &self.interviews {
            let _ = writeln!(text, "- {}", interview.line());
        }
        text + "\n" + NOTICE + "\n"
    }

    /// The page as HTML; everything that anybody wrote is escaped.
    pub fn to_html(&self) -> String {
        let mut body = format!(
            "<header>\n<h1>Practice</h1>\n<p class=\"muted\">{} · {}</p>\n</header>\n<main>\n",
            self.day,
            self.much()
        );
        for track in &self.tracks {
            let title = escaped(&track.title);
            let _ = writeln!(body, "<h2>{title}</h2>\n<p>{}</p>", track.far());
            for (name, items) in track.lists() {
                let _ = writeln!(body, "<h3>{name}</h3>\n<ul>");
                for item in items {
                    let _ = writeln!(body, "<li>{}</li>", escaped(item));
                }
                body += "</ul>\n";
            }
        }
        if !self.groups.is_empty() {
            let groups = self.groups.iter().map(|(name, mark)| Bar {
                name: (*name).to_owned(),
                share: mark.map(|mark| f64::from(mark) / 100.0),
                text: percent(*mark),
            });
            body += "<h2>Competencies</h2>\n";
            body += &bars("Marks by competency", &groups.collect::<Vec<_>>());
        }
        if !self.missing.is_empty() {
            body += "<h2>Missed most</h2>\n<ul>\n";
            for missing in &self.missing {
                let _ = write!(body, "<li>{}: {}", escaped(&missing.point), {
                    escaped(&missing.often())
                });
                if let Some(answer) = &missing.last_answer {
                    let _ = write!(body, "\n<blockquote>{}</blockquote>", escaped(answer));
                }
                body += "</li>\n";
            }
            body += "</ul>\n";
        }
        if !self.interviews.is_empty() {
            body += "<h2>Mock interviews</h2>\n<ul>\n";
            for interview in &self.interviews {
                let _ = writeln!(body, "<li>{}</li>", escaped(&interview.line()));
            }
            body += "</ul>\n";
        }
        let _ = writeln!(body, "<p class=\"notice\">{NOTICE}</p>\n</main>");
        page(&format!("Practice, {}", self.day), &body)
    }

    fn much(&self) -> String {
        format!(
            "{} answers in all; practice on {} of the last 28 days.",
            self.answers, self.practised_days
        )
    }
}

const NOTICE: &str = "This tells of practice: patterns were found in text. It is no appraisal, and must not decide about anyone's job.";

impl PersonalTrack {
    fn far(&self) -> String {
        let (passed, all) = self.passed;
        let today = self.today.map_or_else(
            || "every day is done".to_owned(),
            |day| format!("day {day} is under way"),
        );
        format!("{passed} of {all} passed; {today}.")
    }

    /// What is to be done and what to be done again, where there is anything.
    fn lists(&self) -> impl Iterator<Item = (&'static str, &[String])> {
        let lists = [("To do today", &self.to_do[..]), ("Stale", &self.stale[..])];
        lists.into_iter().filter(|(_, items)| !items.is_empty())
    }
}

impl PersonalMissing {
    fn often(&self) -> String {
        let (missed, tries) = self.missed;
        let command = self.command.as_ref();
        let command = command.map_or_else(String::new, |it| format!("; `{it}`"));
        format!("missed {missed} of {tries} times{command}")
    }
}

impl PersonalInterview {
    fn line(&self) -> String {
        let score = self.score * 100.0;
        let (began, level, verdict) = (&self.began, self.level, self.verdict);
        format!("{began}, about {level}: {verdict}, {score:.0} %")
    }
}

fn track(standing: &TrackStanding) -> PersonalTrack {
    let all = standing.days.iter().flat_map(|day| &day.items);
    let stale = all.filter(|item| matches!(item.state, ItemState::Stale(_)));
    let today = standing.today().and_then(|day| standing.days.get(day));
    let to_do = today.into_iter().flat_map(|day| &day.items);
    let to_do = to_do.filter(|item| item.passed_at.is_none());
    PersonalTrack {
        title: standing.title.en.trim().to_owned(),
        passed: standing.count(),
        today: standing.today().map(|day| day + 1),
        to_do: to_do.map(|item| item.item.id.clone()).collect(),
        stale: stale.map(|item| item.item.id.clone()).collect(),
    }
}

fn percent(mark: Option<u8>) -> String {
    mark.map_or_else(|| "not yet".to_owned(), |mark| format!("{mark} %"))
}
