//! A typed command, parsed into program, words and flags, however it is spelled.

use super::{kubernetes, program::Program};

/// A command without its pipes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Command {
    /// The program, without path and `sudo`.
    pub program: String,
    /// What is no flag, in order.
    pub words: Vec<String>,
    /// Its flags, by their short names, in order.
    pub flags: Vec<Flag>,
    /// The machine it is run on, where it is reached by `ssh`.
    pub host: Option<String>,
    /// The command that is run inside a container.
    pub inner: Option<Box<Self>>,
    /// The same command if flags that nothing is known of take the words behind them as values.
    pub other_reading: Option<Box<Self>>,
}

/// A flag and its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flag {
    /// Its short name, or the only one, without hyphens.
    pub name: String,
    /// Its value, where it takes one.
    pub value: Option<String>,
}

/// Words before a command that change nothing of what it shows, with how many words they take along.
const WRAPPERS: &[(&str, &str)] = &[
    ("sudo", "u g h p"),
    ("doas", "u"),
    ("time", ""),
    ("nohup", ""),
    ("command", ""),
    ("exec", ""),
    ("nice", "n"),
    ("ionice", "c n"),
    ("watch", "n d"),
    ("stdbuf", ""),
    ("env", "u"),
    ("chroot", ""),
    ("nsenter", "t"),
];

impl Command {
    /// Reads the words of one command; `None` where nothing is left of them.
    pub fn parse(words: &[String]) -> Option<Self> {
        let mut command = Self::read(words, 0, false)?;
        let other = Self::read(words, 0, true);
        command.other_reading = other.filter(|it| *it != command).map(Box::new);
        Some(command)
    }

    fn read(words: &[String], depth: usize, is_greedy: bool) -> Option<Self> {
        let (host, words) = unwrapped(words);
        let (first, rest) = words.split_first()?;
        let program = basename(first).to_owned();
        let program = match program.as_str() {
            "k" | "kc" | "kubecolor" | "oc" => "kubectl".to_owned(),
            "nerdctl" | "podman" => "docker".to_owned(),
            "egrep" | "fgrep" | "zgrep" | "rg" => "grep".to_owned(),
            "gawk" | "mawk" => "awk".to_owned(),
            _ => program,
        };
        if matches!(program.as_str(), "sh" | "bash" | "zsh" | "ash") && depth < 4 {
            let script = rest
                .iter()
                .position(|word| word.starts_with('-') && word.ends_with('c'));
            if let Some(script) = script.and_then(|at| rest.get(at + 1)) {
                let stages = super::lexer::pipelines(script).into_iter().next()?;
                return Self::read(stages.first()?, depth + 1, is_greedy);
            }
        }
        let mut command = Self {
            program,
            host,
            ..Self::default()
        };
        command.read_rest(rest, depth, is_greedy);
        if command.program == "df" && command.shows_inodes() {
            command.add("i", None);
        }
        if command.program == "kubectl" {
            command.words = kubernetes::normalised(&command.words);
        }
        if matches!(
            command.program.as_str(),
            "systemctl" | "journalctl" | "service"
        ) {
            command.drop_unit_suffixes();
        }
        Some(command)
    }

    fn read_rest(&mut self, rest: &[String], depth: usize, is_greedy: bool) {
        let known = Program::of(&self.program);
        let mut words = rest.iter().peekable();
        while let Some(word) = words.next() {
            if word == "--" && self.program == "git" {
                // What follows only narrows the history to some files.
                return;
            }
            if word == "--" {
                let inner: Vec<String> = words.cloned().collect();
                self.set_inner(&inner, depth, is_greedy);
                return;
            }
            if self.runs_inside()
                && self.words.len() == 2
                && self.inner.is_none()
                && !word.starts_with('-')
            {
                let mut inner = vec![word.clone()];
                inner.extend(words.cloned());
                self.set_inner(&inner, depth, is_greedy);
                return;
            }
            if let Some(long) = word.strip_prefix("--").filter(|long| !long.is_empty()) {
                let (name, value) = match long.split_once('=') {
                    Some((name, value)) => (name, Some(value.to_owned())),
                    None => (long, None),
                };
                let name = known.short(name);
                let may_take = is_greedy
                    && !known.knows(name)
                    && words.peek().is_some_and(|it| !it.starts_with('-'));
                let value = value.or_else(|| {
                    (may_take || self.takes_value(known, name))
                        .then(|| words.next().cloned())
                        .flatten()
                });
                self.add(name, value);
            } else if let Some(short) = word.strip_prefix('-').filter(|short| !short.is_empty()) {
                self.read_short(known, short, &mut words);
            } else if self.program == "ps" && self.words.is_empty() && self.flags.is_empty() {
                // `ps aux` has its flags without a hyphen.
                for letter in word.chars() {
                    self.add(&letter.to_string(), None);
                }
            } else {
                self.words.push(word.clone());
            }
        }
    }

    /// `-tulpn`, `-nshop`, `-n shop`, `-20`, `-name x`.
    fn read_short<'w>(
        &mut self,
        known: &'static Program,
        short: &str,
        words: &mut impl Iterator<Item = &'w String>,
    ) {
        if short.chars().all(|c| c.is_ascii_digit()) {
            return self.add("n", Some(short.to_owned()));
        }
        if self.takes_value(known, short) {
            let value = words.next().cloned();
            return self.add(short, value);
        }
        // Tools with long names behind one hyphen, as `find` and `openssl` have.
        if matches!(
            self.program.as_str(),
            "find" | "openssl" | "terraform" | "java"
        ) {
            return self.add(short, None);
        }
        for (at, letter) in short.char_indices() {
            let name = letter.to_string();
            if self.takes_value(known, &name) {
                let rest = short.get(at + letter.len_utf8()..).unwrap_or_default();
                let rest = rest.strip_prefix('=').unwrap_or(rest);
                let value = if rest.is_empty() {
                    words.next().cloned()
                } else {
                    Some(rest.to_owned())
                };
                return self.add(&name, value);
            }
            if !letter.is_ascii_alphanumeric() {
                break;
            }
            self.add(&name, None);
        }
    }

    /// A letter may take a value for one verb and none for another.
    fn takes_value(&self, known: &Program, flag: &str) -> bool {
        let verb = self.words.first().map(String::as_str);
        match (self.program.as_str(), flag, verb) {
            ("kubectl", "f", verb) => matches!(
                verb,
                Some("apply" | "create" | "delete" | "replace" | "diff")
            ),
            ("kubectl", "p", verb) => verb == Some("patch"),
            ("journalctl", "b", _) | ("docker", "f", Some("logs")) => false,
            _ => known.takes_value(flag),
        }
    }

    fn add(&mut self, name: &str, value: Option<String>) {
        let name = name.to_owned();
        self.flags.push(Flag { name, value });
    }

    fn set_inner(&mut self, words: &[String], depth: usize, is_greedy: bool) {
        if depth < 4 {
            self.inner = Self::read(words, depth + 1, is_greedy).map(Box::new);
        }
    }

    /// `kubectl exec POD CMD` and the like.
    fn runs_inside(&self) -> bool {
        matches!(self.program.as_str(), "kubectl" | "docker" | "crictl")
            && self.words.first().is_some_and(|word| word == "exec")
    }

    /// `df --output=itotal,iused`.
    fn shows_inodes(&self) -> bool {
        let columns = self.flag("output").and_then(|flag| flag.value.as_deref());
        columns.is_some_and(|columns| columns.split(',').any(|name| name.starts_with('i')))
    }

    fn drop_unit_suffixes(&mut self) {
        let values = self.flags.iter_mut().filter_map(|flag| flag.value.as_mut());
        for word in self.words.iter_mut().chain(values) {
            if let Some(unit) = word.strip_suffix(".service") {
                *word = unit.to_owned();
            }
        }
    }

    /// The value of a flag, where it is given.
    pub fn flag(&self, name: &str) -> Option<&Flag> {
        self.flags.iter().find(|flag| flag.name == name)
    }
}

/// The machine that is gone to, and the words without what only wraps a command.
fn unwrapped(words: &[String]) -> (Option<String>, &[String]) {
    let mut host = None;
    let mut rest = words;
    while let Some((first, tail)) = rest.split_first() {
        let name = basename(first);
        let is_assignment = first.split_once('=').is_some_and(|(name, _)| {
            !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
        });
        if is_assignment {
            rest = tail;
        } else if name == "ssh" {
            let tail = skip_flags(tail, "i p l o F J");
            let Some((machine, command)) = tail.split_first() else {
                return (host, rest);
            };
            if command.is_empty() {
                return (host, rest);
            }
            host = Some(machine.rsplit('@').next().unwrap_or(machine).to_owned());
            rest = command;
        } else if name == "timeout" {
            rest = skip_flags(tail, "s k").get(1..).unwrap_or_default();
        } else if let Some((wrapper, valued)) =
            WRAPPERS.iter().find(|(wrapper, _)| *wrapper == name)
        {
            let inner = skip_flags(tail, valued);
            let inner = if *wrapper == "chroot" {
                inner.get(1..).unwrap_or_default()
            } else {
                inner
            };
            if inner.is_empty() {
                return (host, rest);
            }
            rest = inner;
        } else {
            break;
        }
    }
    (host, rest)
}

fn skip_flags<'w>(mut words: &'w [String], valued: &str) -> &'w [String] {
    while let Some((first, tail)) = words.split_first() {
        let Some(flag) = first.strip_prefix('-') else {
            break;
        };
        words = tail;
        if flag == "-" {
            break;
        }
        if valued.split(' ').any(|each| each == flag) {
            words = words.get(1..).unwrap_or_default();
        }
    }
    words
}

/// `/usr/bin/dmesg` as `dmesg`.
fn basename(word: &str) -> &str {
    match word.rsplit_once('/') {
        Some((_, name)) if !name.is_empty() => name,
        _ => word,
    }
}
