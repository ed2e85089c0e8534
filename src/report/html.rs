//! The report as one self-contained HTML file.

use std::fmt::Write as _;

use super::{
    chart::{Bar, bars},
    page::{escaped, page},
    value::{Answered, ExerciseReport, Report},
};
use crate::scoring::Verdict;

impl Report {
    /// The report as a page; everything that anybody wrote is escaped.
    pub fn to_html(&self) -> String {
        let title = format!("Mock interview, {}: {}", self.began, self.verdict_words);
        let mut body = format!(
            "<header>\n<h1>Mock interview</h1>\n<p class=\"muted\">{} · {} · about {} · {} of {} minutes · seed {}</p>\n<p class=\"verdict {}\">{} · {}</p>\n<p>{} at about {}: {}.</p>\n<p class=\"notice\">{}</p>\n</header>\n<main>\n",
            escaped(&self.began),
            self.manner,
            self.level,
            self.time.used.div_ceil(60),
            self.time.given / 60,
            self.seed,
            tone(self.verdict),
            capital(self.verdict_words),
            percent(self.score),
            if self.meets_level { "Met" } else { "Not met" },
            self.level,
            escaped(&self.because),
            escaped(self.notice)
        );
        body += "<h2>Dimensions</h2>\n";
        let dimensions: Vec<Bar> = self
            .dimensions
            .iter()
            .map(|it| Bar {
                name: it.name.to_owned(),
                share: it.mark,
                text: it.mark.map_or_else(|| "not asked".to_owned(), percent),
            })
            .collect();
        body += &bars("Marks in five dimensions", &dimensions);
        body += "<h2>Exercises</h2>\n";
        let exercises: Vec<Bar> = self
            .exercises
            .iter()
            .map(|it| Bar {
                name: it.title.clone(),
                share: Some(it.score),
                text: it.verdict_words.to_owned(),
            })
            .collect();
        body += &bars("Score of each exercise", &exercises);
        self.practise(&mut body);
        self.time_use(&mut body);
        for exercise in &self.exercises {
            told(&mut body, exercise);
        }
        body += "</main>\n";
        page(&title, &body)
    }

    fn practise(&self, body: &mut String) {
        *body += "<h2>Practise next</h2>\n";
        if self.next.is_empty() {
            *body += "<p>Nothing was left out. Take a higher level.</p>\n";
            return;
        }
        *body += "<ol>\n";
        for next in &self.next {
            let _ = writeln!(
                body,
                "<li>{} <span class=\"muted\">({})</span><br><code>{}</code></li>",
                escaped(&next.point),
                escaped(&next.title),
                escaped(&next.command)
            );
        }
        *body += "</ol>\n";
    }

    fn time_use(&self, body: &mut String) {
        let time = &self.time;
        let _ = write!(
            body,
            "<h2>Time</h2>\n<p>{} of {} used; paused {} times; out of time at {} questions; {} planned steps not reached.</p>\n",
            clock(time.used),
            clock(time.given),
            time.pauses,
            time.timed_out,
            time.not_reached
        );
        let used: Vec<Bar> = self
            .exercises
            .iter()
            .map(|it| Bar {
                name: it.title.clone(),
                share: Some(share(it.seconds, it.planned)),
                text: format!("{} of {}", clock(it.seconds), clock(it.planned)),
            })
            .collect();
        *body += &bars("Time used of the time planned", &used);
    }
}

fn told(body: &mut String, exercise: &ExerciseReport) {
    let _ = write!(
        body,
        "<section>\n<h2>{}</h2>\n<p><strong class=\"{}\">{}</strong> · {} · {}</p>\n<p>{} for the level: {}.</p>\n",
        escaped(&exercise.title),
        tone(exercise.verdict),
        capital(exercise.verdict_words),
        percent(exercise.score),
        exercise.kind,
        if exercise.met { "Met" } else { "Not met" },
        escaped(exercise.expectation)
    );
    if exercise.answers.is_empty() {
        *body += "<p class=\"muted\">Not reached.</p>\n";
    }
    for answer in &exercise.answers {
        answered(body, answer);
    }
    *body += "</section>\n";
}

fn answered(body: &mut String, answer: &Answered) {
    let register = answer.register.as_deref();
    let register = register.map_or_else(String::new, |it| format!(" ({it})"));
    let late = if answer.timed_out {
        ", out of time"
    } else {
        ""
    };
    let _ = write!(
        body,
        "<h3>{}{} · {}</h3>\n<p><strong>Interviewer.</strong> {}</p>\n<p class=\"muted\">Candidate, {}{late}</p>\n{}",
        escaped(&answer.step),
        escaped(&register),
        percent(answer.score),
        escaped(&answer.ask),
        clock(answer.seconds),
        quoted(&answer.answer)
    );
    *body += "<ul>\n";
    for point in &answer.points {
        let mut quotes = String::new();
        for quote in &point.quotes {
            let _ = write!(quotes, " <q>{}</q>", escaped(quote));
        }
        let (tone, asked) = match (point.state, point.recovered) {
            ("hit", _) => ("good", ""),
            ("partial", _) => ("fair", ""),
            (_, true) => ("fair", ", made when asked"),
            _ => ("bad", ""),
        };
        let _ = writeln!(
            body,
            "<li><strong class=\"{tone}\">{}{asked}</strong> {}{quotes}</li>",
            point.state,
            escaped(&point.point)
        );
    }
    for said in &answer.red_flags {
        let _ = writeln!(
            body,
            "<li><strong class=\"bad\">red flag</strong> {} <q>{}</q></li>",
            escaped(&said.about),
            escaped(&said.words)
        );
    }
    for said in &answer.remarks {
        let _ = writeln!(
            body,
            "<li><strong>wording</strong> <q>{}</q> {}</li>",
            escaped(&said.words),
            escaped(&said.about)
        );
    }
    *body += "</ul>\n";
    for probe in &answer.probes {
        let became = if probe.recovered {
            "made, for half"
        } else {
            "not made"
        };
        let _ = write!(
            body,
            "<p><strong>Interviewer.</strong> {}</p>\n<p class=\"muted\">Candidate, {}, {became}</p>\n{}",
            escaped(&probe.question),
            clock(probe.seconds),
            quoted(&probe.answer)
        );
    }
}

fn quoted(text: &str) -> String {
    if text.trim().is_empty() {
        return "<blockquote class=\"muted\">(nothing)</blockquote>\n".to_owned();
    }
    format!("<blockquote>{}</blockquote>\n", escaped(text.trim_end()))
}

const fn tone(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::StrongNoHire => "bad",
        Verdict::NoHire => "fair",
        Verdict::Hire | Verdict::StrongHire => "good",
    }
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(|it| it.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

fn percent(share: f64) -> String {
    format!("{:.0} %", share * 100.0)
}

fn clock(seconds: u64) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

#[expect(
    clippy::cast_precision_loss,
    reason = "seconds of an interview are few"
)]
const fn share(part: u64, whole: u64) -> f64 {
    if whole == 0 {
        return 0.0;
    }
    part as f64 / whole as f64
}
