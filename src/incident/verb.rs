//! The words that begin a line which is no command: what the learner says, asks and decides.

/// What a line asks of the console.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verb {
    /// A suspicion.
    Hypothesis(String),
    /// A suspicion given up: its number, and why.
    Reject(usize, String),
    /// What speaks for a suspicion, or against it: its number, whether for it, and what.
    Weigh(usize, bool, String),
    /// The cause, or how bad it is.
    Declare(String),
    /// Words for those who wait.
    Update(String),
    /// Something to be done, as a command or by its name.
    Mitigate(String),
    /// The end, with the closing words.
    Resolve(String),
    /// A question to somebody.
    Ask(String, String),
    /// Something to be read up.
    Open(String),
    /// A line for oneself.
    Note(String),
    /// Time that passes, in minutes.
    Wait(u32),
    /// Whether time passes by itself too.
    Clock(bool),
    /// What there is to type.
    Help,
    /// A command for the shell.
    Command(String),
}

/// The verbs, in the order the help lists them.
pub const VERBS: &[&str] = &[
    "hypothesis",
    "H1 for",
    "H1 against",
    "reject",
    "declare",
    "update",
    "mitigate",
    "resolve",
    "ask",
    "open",
    "note",
    "wait",
    "clock",
    "help",
];

impl Verb {
    /// Reads a line; `None` for an empty one.
    pub fn parse(line: &str) -> Option<Self> {
        let line = line.trim();
        let line = line.strip_prefix("$ ").unwrap_or(line).trim();
        let (word, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
        let rest = rest.trim();
        let text = || rest.to_owned();
        Some(match word.to_lowercase().trim_end_matches(':') {
            "" => return None,
            "hypothesis" | "hypothesise" | "hypothesize" | "suspect" => Self::Hypothesis(text()),
            "reject" if number(rest).is_some() => {
                let (first, why) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
                Self::Reject(number(first)?, why.trim().to_owned())
            }
            first if first.starts_with('h') && weighed(first, rest).is_some() => {
                weighed(first, rest)?
            }
            "declare" => Self::Declare(text()),
            "update" => Self::Update(text()),
            "mitigate" => Self::Mitigate(text()),
            "resolve" | "resolved" => Self::Resolve(text()),
            "ask" => {
                let (person, question) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
                let person = person.trim_end_matches([',', ':']).trim_start_matches('@');
                Self::Ask(person.to_owned(), question.trim().to_owned())
            }
            "open" | "runbook" => Self::Open(text()),
            "note" => Self::Note(text()),
            "wait" if rest.is_empty() || minutes(rest).is_some() => {
                Self::Wait(minutes(rest).unwrap_or(1))
            }
            "clock" if matches!(rest, "on" | "off" | "") => Self::Clock(rest != "off"),
            "help" | "?" => Self::Help,
            _ => Self::Command(line.to_owned()),
        })
    }

    /// Where in `line` the words begin that are graded: what was said of the incident, to anybody.
    pub fn graded_from(line: &str) -> Option<usize> {
        let (Self::Hypothesis(text)
        | Self::Declare(text)
        | Self::Update(text)
        | Self::Resolve(text)
        | Self::Weigh(_, _, text)
        | Self::Reject(_, text)) = Self::parse(line)?
        else {
            return None;
        };
        let end = line.trim_end().len();
        end.checked_sub(text.len())
    }
}

/// `H2 for …`, `H2 against …`, `H2 + …`, `H2 - …`.
fn weighed(first: &str, rest: &str) -> Option<Verb> {
    let number = first.strip_prefix('h')?.parse().ok()?;
    let (word, text) = rest.split_once(char::is_whitespace)?;
    let is_for = match word.to_lowercase().trim_end_matches(':') {
        "for" | "+" | "pro" => true,
        "against" | "-" | "con" => false,
        _ => return None,
    };
    let text = text.trim();
    (!text.is_empty()).then(|| Verb::Weigh(number, is_for, text.to_owned()))
}

/// `H2` or `2`.
fn number(text: &str) -> Option<usize> {
    let first = text.split_whitespace().next()?;
    first.trim_start_matches(['H', 'h']).parse().ok()
}

/// `5`, `5m`, `5 min`; at most an hour.
fn minutes(text: &str) -> Option<u32> {
    let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
    let unit = text.get(digits.len()..)?.trim();
    let is_minutes = matches!(unit, "" | "m" | "min" | "mins" | "minute" | "minutes");
    digits
        .parse()
        .ok()
        .filter(|_| is_minutes)
        .map(|n: u32| n.min(60))
}
