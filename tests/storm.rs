//! A storm: a hundred thousand random keys, pastes, waits, sizes and full disks, from which every text comes out whole.

use std::{collections::VecDeque, time::Duration};

use firedrill::{
    domain::Moment,
    runtime::{self, Clock},
    tui::{App, Effect, Key, Keymap, Language, Message, Table},
};
use ratatui::{
    Terminal,
    backend::TestBackend,
    crossterm::event::{KeyCode, KeyEvent, KeyModifiers},
};

use crate::play::{Desktop, Play, Recorder, library};

/// How many things happen.
const EVENTS: u32 = 100_000;

/// How many of them between two pictures.
const BETWEEN_PICTURES: u32 = 20;

/// After so many the log begins afresh, so that it does not grow without end.
const SITTING: u32 = 2_000;

struct Now(Moment);

impl Clock for Now {
    fn now(&self) -> Moment {
        self.0
    }
}

/// The program in the storm.
struct Storm {
    app: App,
    store: Recorder,
    desktop: Desktop,
    now: Moment,
    bound: Vec<KeyEvent>,
    random: fastrand::Rng,
}

impl Storm {
    fn new(seed: u64) -> Self {
        let language = if seed.is_multiple_of(2) {
            Language::English
        } else {
            Language::Chinese
        };
        let play = Play::with(library(seed.is_multiple_of(3)), language, (80, 24));
        let keymap = Keymap::default();
        let rows = Table::ALL.iter().flat_map(|table| keymap.rows(*table));
        let keys = rows.flat_map(|row| row.keys.clone());
        Self {
            app: play.app,
            store: play.store,
            desktop: play.desktop,
            now: play.now,
            bound: keys.map(pressed).collect(),
            random: fastrand::Rng::with_seed(seed),
        }
    }

    fn any_letter(&mut self) -> char {
        match self.random.u8(0..10) {
            0 => self.random.char(..),
            1 => self
                .random
                .choice(['重', '试', '抖', '，', '。', '\u{301}', '\u{200d}', '👩'])
                .unwrap(),
            2 => ' ',
            _ => self.random.lowercase(),
        }
    }

    fn text(&mut self, most: usize) -> String {
        let length = self.random.usize(..most);
        (0..length).map(|_| self.any_letter()).collect()
    }

    /// The next thing that happens.
    fn next(&mut self) -> Message {
        let at = self.now;
        match self.random.u8(0..100) {
            0..=44 => Message::Key {
                key: pressed(Key::char(self.any_letter())),
                at,
            },
            45..=76 => Message::Key {
                key: self.bound[self.random.usize(..self.bound.len())],
                at,
            },
            77..=84 => Message::Key {
                key: pressed(
                    self.random
                        .choice([Key::ctrl('s'), Key::plain(KeyCode::Enter)])
                        .unwrap(),
                ),
                at,
            },
            85..=87 => Message::Paste {
                text: self.text(40),
                at,
            },
            88 => Message::Paste {
                text: self.text(1_500),
                at,
            },
            89..=92 => Message::Disturbed(at),
            93..=94 => {
                self.store.refuses = !self.store.refuses;
                Message::Tick(at)
            }
            _ => {
                self.now = at.plus(Duration::from_millis(self.random.u64(..2_500)));
                Message::Tick(self.now)
            }
        }
    }

    /// Lets `message` happen, with everything that follows from it; `true` if the program was left.
    fn happen(&mut self, message: Message) -> bool {
        let mut effects = VecDeque::from(self.app.update(message));
        let mut is_left = false;
        while let Some(effect) = effects.pop_front() {
            if effect == Effect::Quit {
                is_left = true;
                continue;
            }
            let clock = Now(self.now);
            for answer in runtime::perform(effect, &mut self.store, &mut self.desktop, &clock) {
                effects.extend(self.app.update(answer));
            }
        }
        is_left
    }

    /// Once the disk takes something again, everything typed is on it a second later.
    fn settle(&mut self) {
        self.store.refuses = false;
        self.now = self.now.plus(Duration::from_secs(2));
        self.happen(Message::Tick(self.now));
        self.happen(Message::Disturbed(self.now));
        assert!(self.app.unsaved().is_empty(), "text that nobody keeps");
    }
}

fn pressed(key: Key) -> KeyEvent {
    KeyEvent::new(key.code, KeyModifiers::NONE | key.modifiers)
}

/// Says where the storm was when something broke.
struct Log(u64, u32, String);

#[expect(
    clippy::print_stderr,
    reason = "what happened is wanted only when it went wrong"
)]
impl Drop for Log {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("storm {}, event {}: {}", self.0, self.1, self.2);
        }
    }
}

#[test]
fn a_hundred_thousand_random_events_break_nothing_and_lose_nothing() {
    let (mut pictures, mut records, mut drafts) = (0, 0, 0);
    for sitting in 0..EVENTS / SITTING {
        let seed = u64::from(sitting);
        let mut storm = Storm::new(seed);
        let mut log = Log(seed, 0, String::new());
        storm.happen(Message::Tick(storm.now));
        for event in 0..SITTING {
            let message = storm.next();
            log.1 = event;
            log.2 = format!("{message:?}");
            if storm.happen(message) {
                // Left on purpose: the next sitting begins on the same log.
                storm.settle();
                storm = Storm {
                    store: storm.store,
                    random: storm.random,
                    ..Storm::new(seed)
                };
                let effects = storm.app.start();
                for effect in effects {
                    let clock = Now(storm.now);
                    for answer in
                        runtime::perform(effect, &mut storm.store, &mut storm.desktop, &clock)
                    {
                        storm.happen(answer);
                    }
                }
            }
            assert!(storm.app.depth() <= 60, "{} screens", storm.app.depth());
            if event % BETWEEN_PICTURES == 0 {
                let width = size(&mut storm.random, 300);
                let height = size(&mut storm.random, 100);
                let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
                terminal.draw(|frame| storm.app.view(frame)).unwrap();
                pictures += 1;
            }
            if event % 500 == 499 {
                storm.settle();
            }
        }
        records += storm.store.records.len();
        drafts += storm.store.drafts.len();
    }
    assert!(
        records > 1_000 && drafts > 1_000,
        "{records} records and {drafts} drafts"
    );
    assert_eq!(pictures, EVENTS / BETWEEN_PICTURES);
}

/// A size up to `most`, small ones as often as large ones.
fn size(random: &mut fastrand::Rng, most: u16) -> u16 {
    let largest = random.u16(1..=most);
    random.u16(1..=largest)
}
