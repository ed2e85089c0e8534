//! The report as Markdown.

use std::fmt::Write as _;

use super::value::{Answered, Report};

impl Report {
    /// The report as Markdown; what the candidate wrote stands in fenced blocks and code spans.
    pub fn to_markdown(&self) -> String {
        let mut text = format!(
            "# Mock interview, {}: {}\n\n{} · {} · about {} · {} of {} minutes · seed {}\n\n> {}\n\n",
            self.began,
            self.verdict_words,
            percent(self.score),
            self.manner,
            self.level,
            self.time.used.div_ceil(60),
            self.time.given / 60,
            self.seed,
            self.notice
        );
        let level = if self.meets_level { "Met" } else { "Not met" };
        let _ = writeln!(text, "{level} at about {}: {}.", self.level, self.because);
        text += "\n## Dimensions\n\n| Dimension | Mark | From |\n| --- | ---: | --- |\n";
        for dimension in &self.dimensions {
            let mark = dimension
                .mark
                .map_or_else(|| "not asked".to_owned(), percent);
            let _ = writeln!(
                text,
                "| {} | {mark} | {} |",
                dimension.name, dimension.about
            );
        }
        text += "\n## Practise next\n\n";
        if self.next.is_empty() {
            text += "Nothing was left out. Take a higher level.\n";
        }
        for (index, next) in self.next.iter().enumerate() {
            let _ = writeln!(
                text,
                "{}. {} ({}): `{}`",
                index + 1,
                plain(&next.point),
                plain(&next.title),
                next.command
            );
        }
        let time = &self.time;
        let _ = write!(
            text,
            "\n## Time\n\n{} of {} used; paused {} times; out of time at {} questions; {} planned steps not reached.\n",
            clock(time.used),
            clock(time.given),
            time.pauses,
            time.timed_out,
            time.not_reached
        );
        for exercise in &self.exercises {
            let _ = write!(
                text,
                "\n## {}: {}\n\n{} · {} · {} of {} planned\n\n{} for the level: {}.\n",
                plain(&exercise.title),
                exercise.verdict_words,
                exercise.kind,
                percent(exercise.score),
                clock(exercise.seconds),
                clock(exercise.planned),
                if exercise.met { "Met" } else { "Not met" },
                exercise.expectation
            );
            for answer in &exercise.answers {
                answered(&mut text, answer);
            }
        }
        text
    }
}

fn answered(text: &mut String, answer: &Answered) {
    let register = answer.register.as_deref();
    let register = register.map_or_else(String::new, |it| format!(" ({it})"));
    let late = if answer.timed_out {
        ", out of time"
    } else {
        ""
    };
    let _ = write!(
        text,
        "\n### {}{register}: {}\n\nInterviewer: {}\n\nCandidate ({}{late}):\n\n{}\n",
        answer.step,
        percent(answer.score),
        plain(&answer.ask),
        clock(answer.seconds),
        fenced(&answer.answer)
    );
    for point in &answer.points {
        let quotes: Vec<String> = point.quotes.iter().map(|quote| code(quote)).collect();
        let evidence = if quotes.is_empty() {
            String::new()
        } else {
            format!(": {}", quotes.join(", "))
        };
        let recovered = if point.recovered {
            ", made when asked"
        } else {
            ""
        };
        let _ = writeln!(
            text,
            "- **{}{recovered}** {}{evidence}",
            point.state,
            plain(&point.point)
        );
    }
    for said in &answer.red_flags {
        let _ = writeln!(
            text,
            "- **red flag** {}: {}",
            plain(&said.about),
            code(&said.words)
        );
    }
    for said in &answer.remarks {
        let _ = writeln!(
            text,
            "- **wording** {}: {}",
            code(&said.words),
            plain(&said.about)
        );
    }
    for probe in &answer.probes {
        let became = if probe.recovered {
            "made, for half"
        } else {
            "not made"
        };
        let _ = write!(
            text,
            "\nInterviewer: {}\n\nCandidate ({}, {became}):\n\n{}\n",
            plain(&probe.question),
            clock(probe.seconds),
            fenced(&probe.answer)
        );
    }
}

/// What is no markup of ours, so that it cannot become any.
pub fn plain(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        if matches!(letter, '<' | '|' | '*' | '_' | '[' | ']' | '\\' | '#') {
            safe.push('\\');
        }
        safe.push(letter);
    }
    safe
}

/// `text` in a block whose fence is longer than any run of backticks in it.
fn fenced(text: &str) -> String {
    let fence = "`".repeat(longest_run(text).max(2) + 1);
    let text = if text.trim().is_empty() {
        "(nothing)"
    } else {
        text.trim_end()
    };
    format!("{fence}text\n{text}\n{fence}\n")
}

fn code(text: &str) -> String {
    let fence = "`".repeat(longest_run(text) + 1);
    let room = if longest_run(text) > 0 { " " } else { "" };
    format!("{fence}{room}{text}{room}{fence}")
}

fn longest_run(text: &str) -> usize {
    let runs = text.split(|letter| letter != '`').map(str::len);
    runs.max().unwrap_or(0)
}

fn percent(share: f64) -> String {
    format!("{:.0} %", share * 100.0)
}

fn clock(seconds: u64) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

#[cfg(test)]
mod tests {
    use super::{code, fenced, plain};

    #[test]
    fn backticks_do_not_end_a_quotation() {
        assert_eq!(fenced("a ``` b"), "````text\na ``` b\n````\n");
        assert_eq!(code("a ` b"), "`` a ` b ``");
        assert_eq!(plain("<b>|*"), "\\<b>\\|\\*");
    }
}
