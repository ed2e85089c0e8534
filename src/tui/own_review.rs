//! The learner's review as the screen holds it, and its plain-text form, there and back.

use crate::{
    domain::{CommentLabel, Decision, Diff, LineKind, Spot},
    scoring::{Location, WrittenComment, locate, read_review},
};

/// Characters of a line that are quoted at most.
const QUOTED: usize = 60;

/// What a comment is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// These lines of one hunk.
    Lines {
        /// The first.
        first: Spot,
        /// The last.
        last: Spot,
    },
    /// What was written in place of lines that the diff has; may be empty.
    Written(String),
}

/// A comment of the learner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnComment {
    /// What it is about.
    pub place: Place,
    /// How much weight it is given.
    pub label: Option<CommentLabel>,
    /// What it says.
    pub text: String,
}

/// A review under way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnReview {
    /// The comments, in the order in which they were made.
    pub comments: Vec<OwnComment>,
    /// What is said about the whole.
    pub summary: String,
    /// What it comes to.
    pub decision: Option<Decision>,
}

impl OwnReview {
    /// Reads the plain-text form, or whatever was typed in its place.
    pub fn read(text: &str, diff: &Diff) -> Self {
        let written = read_review(text, diff);
        let comments = written
            .comments
            .iter()
            .map(|comment| OwnComment {
                place: place(comment, diff),
                label: comment.label,
                text: flush(text.get(comment.text..comment.end).unwrap_or_default()),
            })
            .collect();
        let mut summary = String::new();
        let mut before = 0;
        for (start, end) in &written.summary {
            let between = text.get(before..*start).unwrap_or_default();
            let is_blank = !summary.is_empty() && between.trim().is_empty();
            summary.push_str(if is_blank { between } else { "\n\n" });
            summary.push_str(text.get(*start..*end).unwrap_or_default());
            before = *end;
        }
        Self {
            comments,
            summary: flush(&summary),
            decision: written.decision,
        }
    }

    /// The plain-text form.
    pub fn text(&self, diff: &Diff) -> String {
        // prose alone stays as it was typed, where nothing of it would be read as a comment
        let prose = self.summary.trim();
        let is_prose = self.comments.is_empty() && self.decision.is_none();
        if is_prose && Self::read(prose, diff) == *self {
            return prose.to_owned();
        }
        let mut lines: Vec<String> = Vec::new();
        for comment in &self.comments {
            if comment.text.trim().is_empty() {
                continue;
            }
            let label = comment.label.map(|label| format!("[{}]", label.name()));
            let parts = [head(&comment.place, diff), label.unwrap_or_default()];
            let mut parts: Vec<String> = parts.into_iter().filter(|it| !it.is_empty()).collect();
            parts.push(indented(&comment.text));
            lines.push(parts.join(" "));
        }
        if !self.summary.trim().is_empty() {
            lines.push(format!("summary: {}", indented(&self.summary)));
        }
        if let Some(decision) = self.decision {
            lines.push(format!("decision: {}", decision.name()));
        }
        lines.join("\n")
    }

    /// Whether nothing was said.
    pub fn is_blank(&self) -> bool {
        self.summary.trim().is_empty()
            && self.decision.is_none()
            && self.comments.iter().all(|it| it.text.trim().is_empty())
    }

    /// The review as Markdown for a real pull request.
    pub fn markdown(&self, diff: &Diff) -> String {
        let mut text = String::new();
        for comment in &self.comments {
            let place = match &comment.place {
                Place::Lines { first, last } => {
                    let path = diff.files.get(first.file).map_or("", |file| file.path());
                    format!("`{path}`{}", numbers(*first, *last, diff))
                }
                Place::Written(written) => written.clone(),
            };
            let label = comment
                .label
                .map(|label| format!("**{}:** ", label.name()))
                .unwrap_or_default();
            let code = match &comment.place {
                Place::Lines { first, .. } => diff.line(*first).map(|line| line.text.trim()),
                Place::Written(_) => None,
            };
            let code = code.filter(|code| !code.is_empty());
            let code = code.map_or(String::new(), |code| format!("> ```\n> {code}\n> ```\n\n"));
            let title = if place.is_empty() {
                String::new()
            } else {
                format!("### {place}\n\n")
            };
            text = format!("{text}{title}{code}{label}{}\n\n", comment.text.trim());
        }
        if !self.summary.trim().is_empty() {
            text = format!("{text}## Summary\n\n{}\n\n", self.summary.trim());
        }
        if let Some(decision) = self.decision {
            text = format!("{text}**Decision:** {}\n", decision.name());
        }
        text
    }
}

/// ` line 12` or ` lines 12 to 15`, in the version that has them.
fn numbers(first: Spot, last: Spot, diff: &Diff) -> String {
    let number = |spot| {
        diff.line(spot)
            .and_then(|line| line.new.or(line.old))
            .unwrap_or(0)
    };
    let (from, to) = (number(first), number(last));
    if from == to {
        format!(" line {from}")
    } else {
        format!(" lines {from} to {to}")
    }
}

fn place(comment: &WrittenComment, diff: &Diff) -> Place {
    if let Location::Lines(spots) = locate(comment, diff)
        && let Some(first) = spots.first().copied()
    {
        let is_range = comment.lines.is_some_and(|(from, to)| from != to);
        let mut last = first;
        if is_range {
            let (_, to) = comment.lines.unwrap_or_default();
            let in_hunk = |spot: &Spot| spot.distance(first).is_some() && *spot >= first;
            let mut lines = diff.lines().filter(|(spot, _)| in_hunk(spot));
            last = lines
                .find(|(_, line)| line.new == Some(to))
                .map_or(first, |(spot, _)| spot);
        }
        return Place::Lines { first, last };
    }
    let lines = comment.lines.map_or(String::new(), |(from, to)| {
        if from == to {
            format!(":{from}")
        } else {
            format!(":{from}-{to}")
        }
    });
    let path = comment.path.as_deref().unwrap_or_default();
    let quote = comment.quote.as_deref();
    let quote = quote.map_or(String::new(), |quote| format!(" \"{quote}\""));
    Place::Written(format!("{path}{lines}{quote}").trim().to_owned())
}

/// The place in the plain-text form: quoted code, and the number where that alone would not do.
fn head(place: &Place, diff: &Diff) -> String {
    let (first, last) = match place {
        Place::Written(written) => return written.clone(),
        Place::Lines { first, last } => (*first, *last),
    };
    let (Some(file), Some(line)) = (diff.files.get(first.file), diff.line(first)) else {
        return String::new();
    };
    let path = file.path();
    let quote: String = line.text.trim().chars().take(QUOTED).collect();
    let quote = quote.trim_end();
    let new = |spot| diff.line(spot).and_then(|line| line.new);
    if line.kind == LineKind::Removed {
        return format!("{path} \"-{quote}\"");
    }
    let same_file = |spot: &&Spot| spot.file == first.file;
    let found = diff.find_new(quote);
    let is_alone = found.iter().filter(same_file).count() == 1;
    let lines = match (new(first), new(last)) {
        (Some(from), Some(to)) if from != to => format!(":{from}-{to}"),
        (Some(from), _) if !is_alone => format!(":{from}"),
        _ => String::new(),
    };
    if quote.is_empty() {
        format!("{path}{lines}")
    } else {
        format!("{path}{lines} \"{quote}\"")
    }
}

/// Lines after the first begin with two blanks, so that none begins a comment.
fn indented(text: &str) -> String {
    text.trim().replace('\n', "\n  ")
}

/// The same taken back.
fn flush(text: &str) -> String {
    let lines: Vec<&str> = text
        .trim()
        .lines()
        .map(|line| line.strip_prefix("  ").unwrap_or(line).trim_end())
        .collect();
    lines.join("\n").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::{CommentLabel, Decision, Diff, OwnComment, OwnReview, Place, Spot};
    use crate::library::read_diff;

    fn diff() -> Diff {
        let text = "--- a/x/a.go\n+++ b/x/a.go\n@@ -1,5 +1,5 @@\n func f() {\n-\treturn g(\"a\")\n\
            +\treturn h(\"a\", \"b\")\n \n }\n }\n";
        let (diff, faults) = read_diff(text);
        assert_eq!(faults, []);
        diff
    }

    fn spot(line: usize) -> Spot {
        Spot {
            line,
            ..Spot::default()
        }
    }

    /// The text, after which everything must be read back as it was.
    fn there_and_back(first: usize, last: usize, text: &str) -> String {
        let review = OwnReview {
            comments: vec![OwnComment {
                place: Place::Lines {
                    first: spot(first),
                    last: spot(last),
                },
                label: Some(CommentLabel::Nit),
                text: text.to_owned(),
            }],
            summary: "Thanks.\n\na.go is short.".to_owned(),
            decision: Some(Decision::Comment),
        };
        let written = review.text(&diff());
        assert_eq!(OwnReview::read(&written, &diff()), review, "{written}");
        written.lines().next().unwrap_or_default().to_owned()
    }

    #[test]
    fn every_place_is_read_back_as_it_was_written() {
        assert_eq!(
            there_and_back(2, 2, "One."),
            "x/a.go \"return h(\"a\", \"b\")\" [nit] One."
        );
        assert_eq!(
            there_and_back(1, 1, "Old.\n\nx/a.go \"f\" [nit] no comment."),
            "x/a.go \"-return g(\"a\")\" [nit] Old."
        );
        assert_eq!(
            there_and_back(5, 5, "Brace."),
            "x/a.go:5 \"}\" [nit] Brace."
        );
        assert_eq!(there_and_back(3, 3, "Blank."), "x/a.go:3 [nit] Blank.");
        assert_eq!(
            there_and_back(0, 4, "Range."),
            "x/a.go:1-4 \"func f() {\" [nit] Range."
        );
    }

    #[test]
    fn a_removed_line_that_was_moved_stays_the_removed_one() {
        let text = "--- a/a.go\n+++ b/a.go\n@@ -1,2 +1,2 @@\n-move()\n stay()\n+move()\n";
        let (diff, _) = read_diff(text);
        let written = "a.go \"-move()\" [nit] Why?";
        let review = OwnReview::read(written, &diff);
        let (first, last) = (spot(0), spot(0));
        assert_eq!(review.comments[0].place, Place::Lines { first, last });
        assert_eq!(review.text(&diff), written);
    }

    #[test]
    fn what_the_diff_does_not_have_is_kept_as_written() {
        let text = "y/b.go \"nothing\" [major] Lost.\nsummary: All.";
        assert_eq!(OwnReview::read(text, &diff()).text(&diff()), text);
    }

    #[test]
    fn prose_becomes_the_summary() {
        let review = OwnReview::read("Thanks.\nWhy g?", &diff());
        assert_eq!(review.summary, "Thanks.\nWhy g?");
    }

    #[test]
    fn the_markdown_names_line_label_and_decision() {
        let text = "x/a.go \"return h\" [major] Why?\nsummary: Thanks.\ndecision: approve";
        assert_eq!(
            OwnReview::read(text, &diff()).markdown(&diff()),
            "### `x/a.go` line 2\n\n> ```\n> return h(\"a\", \"b\")\n> ```\n\n**major:** Why?\n\n\
             ## Summary\n\nThanks.\n\n**Decision:** approve\n"
        );
    }
}
