//! An incident under way: a line in, what it shows and what becomes of the world out.

use crate::domain::{Incident, Output};

use super::{
    command::Command,
    deed::{Deed, Outcome, STRAY},
    event::What,
    filter::split_reader,
    login::{is_exit, opened_by},
    naming,
    printing::{filtered, printed, refusal, told},
    program::Program,
    reply::Reply,
    script::commands,
    spelling::{Meaning, Spellings, commands_of},
    verb::Verb,
    world::World,
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
    hypotheses: Vec<Suspicion>,
    /// The words that stand before every command: of the machine or container that was gone into.
    login: Vec<String>,
}

/// A suspicion as it stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Suspicion {
    /// Its words.
    pub text: String,
    /// What speaks for it (`true`) and against it, in the order it was said.
    pub weighed: Vec<(bool, String)>,
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
            login: Vec::new(),
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
    pub fn hypotheses(&self) -> &[Suspicion] {
        &self.hypotheses
    }

    /// The suspicion called `number`, from 1.
    fn suspicion(&mut self, number: usize) -> Option<&mut Suspicion> {
        self.hypotheses.get_mut(number.checked_sub(1)?)
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
                self.hypotheses.push(Suspicion {
                    text,
                    ..Suspicion::default()
                });
                vec![Reply::Hypothesis(self.hypotheses.len())]
            }
            Verb::Reject(number, _) => {
                let Some(suspicion) = self.suspicion(number) else {
                    return vec![Reply::NoHypothesis(number)];
                };
                suspicion.is_rejected = true;
                self.world.tell(place, What::Rejected(number));
                vec![Reply::Rejected(number)]
            }
            Verb::Weigh(number, is_for, text) => {
                let Some(suspicion) = self.suspicion(number) else {
                    return vec![Reply::NoHypothesis(number)];
                };
                suspicion.weighed.push((is_for, text.clone()));
                self.world.tell(place, What::Weighed(number, is_for, text));
                vec![Reply::Weighed(number, is_for)]
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
            Verb::Clock(is_on) => vec![Reply::Clock(is_on)],
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
        told(&self.incident, &self.world, due)
    }

    /// Does `deed`: what `say` makes of what came of it, and then what became due.
    fn undertake(
        &mut self,
        deed: Deed,
        question: &str,
        place: usize,
        say: impl FnOnce(&Self, Outcome) -> Vec<Reply>,
    ) -> Vec<Reply> {
        let refusal = refusal(&self.incident, &self.world, deed);
        let (outcome, due) = self.world.undertake(&self.incident, deed, question, place);
        let mut replies = match outcome {
            Outcome::NotYet => vec![refusal],
            Outcome::Later(minutes) => vec![Reply::Pending(minutes)],
            outcome => say(self, outcome),
        };
        replies.extend(told(&self.incident, &self.world, due));
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
            if is_exit(&words) && !self.login.is_empty() {
                self.login.clear();
                replies.push(Reply::LoggedOut);
                continue;
            }
            if let Some(login) = opened_by(&words) {
                replies.push(Reply::LoggedIn(login.join(" ")));
                self.login = login;
                continue;
            }
            let Some(command) = Command::parse(&words) else {
                continue;
            };
            match self.meaning_here(&words, &command) {
                Meaning::Evidence(at) => replies.extend(self.look(at, &filters, place)),
                Meaning::Action(at) => replies.extend(self.act(at, place)),
                meaning => replies.extend(self.stray(&command, meaning, line, place)),
            }
        }
        replies
    }

    /// What a command means on the machine that was gone into, or else on any.
    fn meaning_here(&self, words: &[String], command: &Command) -> Meaning {
        let here = [self.login.as_slice(), words].concat();
        let meaning = Command::parse(&here)
            .filter(|_| !self.login.is_empty())
            .map(|command| self.spellings.meaning(&command));
        meaning
            .filter(|it| matches!(it, Meaning::Evidence(_) | Meaning::Action(_)))
            .unwrap_or_else(|| self.spellings.meaning(command))
    }

    fn look(&mut self, at: usize, filters: &[Vec<String>], place: usize) -> Vec<Reply> {
        self.undertake(Deed::Look(at), "", place, |console, outcome| {
            let shown = match outcome {
                Outcome::Here(shown) => shown,
                _ => None,
            };
            filtered(
                &printed(&console.incident, &console.world, at, shown),
                filters,
            )
        })
    }

    fn act(&mut self, at: usize, place: usize) -> Vec<Reply> {
        self.undertake(Deed::Act(at), "", place, |console, outcome| {
            let Some(action) = console.incident.actions.get(at) else {
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
        match naming::action(&self.incident, text) {
            Some(at) => self.act(at, place),
            None => vec![Reply::SayCommand],
        }
    }

    fn ask(&mut self, person: &str, question: &str, place: usize) -> Vec<Reply> {
        let Some(at) = naming::person(&self.incident, person, question) else {
            let people = self.incident.people.iter();
            let known = people.map(|it| it.id.clone()).collect();
            return vec![Reply::Nobody(person.to_owned(), known)];
        };
        self.undertake(Deed::Ask(at), question, place, |console, outcome| {
            let said = console.incident.people.get(at).map(|person| {
                let text = shown(Some(&person.says), outcome).unwrap_or_default();
                Reply::Said(person.id.clone(), text.to_owned())
            });
            said.into_iter().collect()
        })
    }

    fn open(&mut self, name: &str, place: usize) -> Vec<Reply> {
        let Some(at) = naming::runbook(&self.incident, name) else {
            let runbooks = self.incident.runbooks.iter();
            let known = runbooks.map(|it| it.id.clone()).collect();
            return vec![Reply::NoRunbook(name.to_owned(), known)];
        };
        self.undertake(Deed::Read(at), "", place, |console, _| {
            let page = console
                .incident
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
