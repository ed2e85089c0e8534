//! An incident under way: a line in, what it shows and what becomes of the world out.

use crate::domain::{Incident, Output};

use super::{
    command::Command,
    deed::{Deed, Outcome, STRAY},
    event::What,
    filter::{apply, split_reader},
    filtered::Filtered,
    program::Program,
    reply::Reply,
    script::commands,
    spelling::{Meaning, Spellings, commands_of},
    verb::Verb,
    world::{Due, World},
};

/// What an update costs, in minutes.
const UPDATE: u32 = 1;

/// Programs that change a system; to guess with them is no look.
const CHANGING: &str = "reboot shutdown poweroff rm mv dd kill pkill killall chmod chown truncate umount mkfs iptables nft setenforce";

/// An incident under way; the same lines always lead to the same place.
#[derive(Clone, Debug)]
pub struct Console {
    incident: Incident,
    spellings: Spellings,
    world: World,
    lines: usize,
    hypotheses: Vec<(String, bool)>,
}

/// A suspicion as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Suspicion<'c> {
    /// Its words.
    pub text: &'c str,
    /// Whether it was given up.
    pub is_rejected: bool,
}

impl Console {
    /// An incident at its first minute.
    pub fn new(incident: &Incident) -> Self {
        Self {
            spellings: Spellings::new(incident),
            world: World::new(incident),
            incident: incident.clone(),
            lines: 0,
            hypotheses: Vec::new(),
        }
    }

    /// What there is to see before the first line: injects of minute 0.
    pub fn begin(&mut self) -> Vec<Reply> {
        self.pass(0)
    }

    /// An incident after `lines`, as typed.
    pub fn replay(incident: &Incident, lines: &str) -> Self {
        let mut console = Self::new(incident);
        console.begin();
        for line in lines.lines() {
            console.apply(line);
        }
        console
    }

    /// The world as it is now.
    pub const fn world(&self) -> &World {
        &self.world
    }

    /// What is being worked.
    pub const fn incident(&self) -> &Incident {
        &self.incident
    }

    /// What is suspected, in the order it was said.
    pub fn hypotheses(&self) -> impl Iterator<Item = Suspicion<'_>> {
        self.hypotheses.iter().map(|(text, is_rejected)| Suspicion {
            text,
            is_rejected: *is_rejected,
        })
    }

    /// Does what `line` says; every line counts, empty ones too.
    pub fn apply(&mut self, line: &str) -> Vec<Reply> {
        let place = self.lines;
        self.lines += 1;
        let Some(verb) = Verb::parse(line) else {
            return Vec::new();
        };
        if self.world.is_over {
            return vec![Reply::Over];
        }
        match verb {
            Verb::Command(text) => self.run(&text, place),
            Verb::Mitigate(text) => self.mitigate(&text, place),
            Verb::Hypothesis(text) if !text.is_empty() => {
                self.world.tell(place, What::Hypothesis(text.clone()));
                self.hypotheses.push((text, false));
                vec![Reply::Hypothesis(self.hypotheses.len())]
            }
            Verb::Reject(number, _) => {
                let found = number
                    .checked_sub(1)
                    .and_then(|at| self.hypotheses.get_mut(at));
                let Some((_, is_rejected)) = found else {
                    return vec![Reply::NoHypothesis(number)];
                };
                *is_rejected = true;
                self.world.tell(place, What::Rejected(number));
                vec![Reply::Rejected(number)]
            }
            Verb::Declare(text) if !text.is_empty() => {
                let severity = severity(&text);
                self.world.tell(place, What::Declared(text));
                vec![severity.map_or(Reply::Declared, Reply::Severity)]
            }
            Verb::Update(text) if !text.is_empty() => {
                self.world.tell(place, What::Updated(text));
                self.settle();
                let mut replies = vec![Reply::Sent];
                replies.extend(self.pass(UPDATE));
                replies
            }
            Verb::Resolve(text) if !text.is_empty() => {
                self.settle();
                self.world.tell(place, What::Resolved(text));
                self.world.is_over = true;
                vec![Reply::Resolved]
            }
            Verb::Ask(person, question) => self.ask(&person, &question, place),
            Verb::Open(runbook) => self.open(&runbook, place),
            Verb::Note(text) if !text.is_empty() => {
                self.world.tell(place, What::Noted(text));
                vec![Reply::Noted]
            }
            Verb::Wait(minutes) => {
                let before = self.world.minute;
                let due = self.pass(minutes);
                let mut replies = vec![Reply::Waited(self.world.minute - before)];
                replies.extend(due);
                replies
            }
            Verb::Help => vec![Reply::Help],
            Verb::Hypothesis(_) => vec![Reply::NeedsWords("hypothesis")],
            Verb::Declare(_) => vec![Reply::NeedsWords("declare")],
            Verb::Update(_) => vec![Reply::NeedsWords("update")],
            Verb::Resolve(_) => vec![Reply::NeedsWords("resolve")],
            Verb::Note(_) => vec![Reply::NeedsWords("note")],
        }
    }

    fn settle(&mut self) {
        if let Some((inject, _)) = self.world.wanted(&self.incident) {
            self.world.settle(inject);
        }
    }

    fn pass(&mut self, minutes: u32) -> Vec<Reply> {
        let due = self.world.pass(&self.incident, minutes);
        self.told(due)
    }

    /// What became due, as it is shown.
    fn told(&self, due: Vec<Due>) -> Vec<Reply> {
        due.into_iter()
            .map(|due| match due {
                Due::Output(place, _) => {
                    let evidence = self.incident.evidence.get(place);
                    let command = evidence.and_then(|it| it.run.first()).cloned();
                    let text = evidence.and_then(|it| self.world.text(&it.output, ""));
                    Reply::Arrived(
                        command.unwrap_or_default(),
                        text.unwrap_or_default().to_owned(),
                    )
                }
                Due::Inject(place) => Reply::Injected(place),
                Due::Late(place) => Reply::Late(place),
                Due::TimeUp => Reply::TimeUp,
            })
            .collect()
    }

    /// Does `deed`: what `say` makes of what came of it, and then what became due.
    fn undertake(
        &mut self,
        deed: Deed,
        question: &str,
        place: usize,
        say: impl FnOnce(&Incident, Outcome) -> Vec<Reply>,
    ) -> Vec<Reply> {
        let (outcome, due) = self.world.undertake(&self.incident, deed, question, place);
        let mut replies = match outcome {
            Outcome::NotYet => vec![Reply::NotYet],
            Outcome::Later(minutes) => vec![Reply::Pending(minutes)],
            outcome => say(&self.incident, outcome),
        };
        replies.extend(self.told(due));
        replies
    }

    fn run(&mut self, line: &str, place: usize) -> Vec<Reply> {
        let mut replies = Vec::new();
        for stages in commands(line) {
            if self.world.is_over {
                break;
            }
            let Some((first, filters)) = stages.split_first() else {
                continue;
            };
            let (words, own_filter) = split_reader(first);
            let filters: Vec<Vec<String>> = own_filter
                .into_iter()
                .chain(filters.iter().cloned())
                .collect();
            let Some(command) = Command::parse(&words) else {
                continue;
            };
            match self.spellings.meaning(&command) {
                Meaning::Evidence(at) => replies.extend(self.look(at, &filters, place)),
                Meaning::Action(at) => replies.extend(self.act(at, place)),
                meaning => replies.extend(self.stray(&command, meaning, line, place)),
            }
        }
        replies
    }

    fn look(&mut self, at: usize, filters: &[Vec<String>], place: usize) -> Vec<Reply> {
        self.undertake(Deed::Look(at), "", place, |incident, outcome| {
            let text = shown(incident.evidence.get(at).map(|it| &it.output), outcome);
            filtered(text.unwrap_or_default(), filters)
        })
    }

    fn act(&mut self, at: usize, place: usize) -> Vec<Reply> {
        self.undertake(Deed::Act(at), "", place, |incident, outcome| {
            let Some(action) = incident.actions.get(at) else {
                return Vec::new();
            };
            let output = shown(Some(&action.output), outcome);
            let mut replies: Vec<Reply> = output
                .map(|text| Reply::Output(text.to_owned()))
                .into_iter()
                .collect();
            if outcome != Outcome::TooLate {
                let is_delayed = action.enters.is_some() && action.after > 0;
                replies.push(Reply::Done(is_delayed.then_some(action.after)));
            }
            replies
        })
    }

    fn stray(
        &mut self,
        command: &Command,
        meaning: Meaning,
        line: &str,
        place: usize,
    ) -> Vec<Reply> {
        let is_changing = CHANGING.split(' ').any(|it| it == command.program);
        let reply = if meaning == Meaning::Near {
            Reply::Near
        } else if is_changing {
            Reply::NotModelled
        } else if Program::is_usual(&command.program) {
            Reply::Nothing
        } else {
            // A slip of the fingers costs no time.
            return vec![Reply::NotFound(command.program.clone())];
        };
        self.world.tell(place, What::Strayed(line.to_owned()));
        let mut replies = vec![reply];
        replies.extend(self.pass(STRAY));
        replies
    }

    /// By its command, by its id, or by words of which its id has more than half.
    fn mitigate(&mut self, text: &str, place: usize) -> Vec<Reply> {
        if text.is_empty() {
            return vec![Reply::NeedsWords("mitigate")];
        }
        if let Some(command) = commands_of(text).into_iter().next()
            && let Meaning::Action(at) = self.spellings.meaning(&command)
        {
            return self.act(at, place);
        }
        let said: Vec<String> = text
            .to_lowercase()
            .split(|c: char| !c.is_alphanumeric())
            .map(str::to_owned)
            .collect();
        let named: Vec<usize> = self
            .incident
            .actions
            .iter()
            .enumerate()
            .filter(|(_, action)| {
                action
                    .id
                    .split('-')
                    .all(|part| said.iter().any(|word| word == part))
            })
            .map(|(at, _)| at)
            .collect();
        match named[..] {
            [at] => self.act(at, place),
            _ => vec![Reply::SayCommand],
        }
    }

    fn ask(&mut self, person: &str, question: &str, place: usize) -> Vec<Reply> {
        let wanted = person.to_lowercase();
        let people = &self.incident.people;
        let found = people.iter().position(|it| {
            it.id == wanted || (wanted.len() > 2 && it.role.en.to_lowercase().contains(&wanted))
        });
        let Some(at) = found else {
            let known = people.iter().map(|it| it.id.clone()).collect();
            return vec![Reply::Nobody(person.to_owned(), known)];
        };
        self.undertake(Deed::Ask(at), question, place, |incident, outcome| {
            let said = incident.people.get(at).map(|person| {
                let text = shown(Some(&person.says), outcome).unwrap_or_default();
                Reply::Said(person.id.clone(), text.to_owned())
            });
            said.into_iter().collect()
        })
    }

    fn open(&mut self, name: &str, place: usize) -> Vec<Reply> {
        let wanted = name.to_lowercase();
        let runbooks = &self.incident.runbooks;
        let found = runbooks.iter().position(|it| {
            it.id == wanted || (wanted.len() > 2 && it.title.en.to_lowercase().contains(&wanted))
        });
        let Some(at) = found else {
            let known = runbooks.iter().map(|it| it.id.clone()).collect();
            return vec![Reply::NoRunbook(name.to_owned(), known)];
        };
        self.undertake(Deed::Read(at), "", place, |incident, _| {
            let page = incident
                .runbooks
                .get(at)
                .map(|it| Reply::Page(it.title.en.clone(), it.text.en.clone()));
            page.into_iter().collect()
        })
    }
}

/// The text among `outputs` that came of a deed.
fn shown(outputs: Option<&Vec<Output>>, outcome: Outcome) -> Option<&str> {
    let Outcome::Here(Some(place)) = outcome else {
        return None;
    };
    outputs?.get(place).map(|output| output.text.as_str())
}

fn filtered(text: &str, filters: &[Vec<String>]) -> Vec<Reply> {
    let mut text = text.to_owned();
    for filter in filters {
        match apply(filter, &text) {
            Filtered::Text(left) => text = left,
            Filtered::Fault(words) => return vec![Reply::Fault(words)],
            Filtered::Unknown(program) => {
                return vec![Reply::Output(text), Reply::NoFilter(program)];
            }
        }
    }
    vec![Reply::Output(text)]
}

/// `SEV-2 …`, `sev2`, `P1`.
fn severity(text: &str) -> Option<String> {
    let first = text.split_whitespace().next()?.to_uppercase();
    let first = first.trim_end_matches([',', ':', '.', ';']);
    let digits = first
        .strip_prefix("SEV")
        .or_else(|| first.strip_prefix('P'))?
        .trim_start_matches('-');
    matches!(digits, "0" | "1" | "2" | "3" | "4" | "5").then(|| format!("SEV-{digits}"))
}
