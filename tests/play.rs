//! A script of keys in, a screen out: the real loop on a drawn-in-memory terminal.

use std::{collections::VecDeque, io, rc::Rc, time::Duration};

use firedrill::{
    domain::Moment,
    library::{Library, PackSource, Source},
    progress::{Attempt, Catalogue, Draft, DraftKey, Overview, Record, Stop},
    runtime::{self, Clock, Messages, Outside, Shelf, Store},
    storage::Log,
    tui::{App, Desk, Language, LeftRun, Message, PastInterview},
};
use ratatui::{
    Terminal,
    backend::TestBackend,
    buffer::Buffer,
    crossterm::event::{KeyCode, KeyEvent, KeyModifiers},
};

pub const RETRY: &str = "id: retry\nkind: review\ntitle: {en: A patch that retries, zh: 一个重试补丁}\nminutes: 5\ntags: [backoff]
brief: {en: The patch sleeps for a *fixed* second between tries., zh: 补丁每次固定等待一秒。}
steps:
  - id: comment
    ask: {en: Say what the fixed wait does to the store., zh: 说说固定等待对存储的影响。}
    limits: {words: 20}
    template: The fixed wait …
    hint: Think of everybody at once.
    rubric:
      - {id: storm, point: Names the retry storm, weight: 2, any: [retry storm, (everybody|everyone|client*) retry], hit: Right., miss: What do a thousand clients do after the same second?}
      - {id: jitter, point: Asks for jitter, any: [jitter], miss: Spread them out.}
    red_flags:
      - {id: rude, point: Blames the author, any: [stupid]}
    models: [A fixed wait makes every client retry at once; add jitter.]
  - id: follow
    after: comment
    ask: Name the limit you would set.
    rubric:
      - {id: limit, point: Caps the number of tries, any: [most, cap, limit]}
    models: [At most five tries.]
";

const SAY: &str = "id: say\nkind: phrasing\ntitle: Say it\nsteps:
  - id: say
    ask: Say it for the register shown.
    say: {source: {zh: 目前没看到数据丢失。}, registers: [meeting, incident-call]}
    rubric:
      - {id: none-seen, point: Nothing seen so far, any: [so far]}
    models: [\"We see no loss so far.\"]
";

const BROKEN: &str = "id: broken\nkind: debugging\ntitle: Broken\nsteps: []\n";

pub fn library(broken: bool) -> Rc<Library> {
    let mut files = vec![
        Source::new("retry.yaml", RETRY),
        Source::new("say.yaml", SAY),
    ];
    if broken {
        files.push(Source::new("broken.yaml", BROKEN));
    }
    Rc::new(Library::load(vec![PackSource::new("builtin", files)]))
}

/// A store that can be made to refuse, and that notes what it was asked.
pub struct Recorder {
    pub shelf: Shelf,
    pub refuses: bool,
    pub records: Vec<Record>,
    pub drafts: Vec<Draft>,
}

impl Recorder {
    /// All that home would show at `now`.
    pub fn overview_now(&self, now: Moment) -> Overview {
        self.shelf.overview(now).unwrap()
    }

    /// How many reviews the schedule has heard of each step.
    pub fn shelf_histories(&self) -> Vec<usize> {
        let histories = self.shelf.log().histories().unwrap();
        histories.iter().map(Vec::len).collect()
    }
}

impl Store for Recorder {
    fn append(&mut self, records: &[Record], finished: Option<&DraftKey>) -> Result<(), String> {
        if self.refuses {
            return Err("the disk is full".to_owned());
        }
        self.records.extend_from_slice(records);
        self.shelf.append(records, finished)
    }

    fn save_draft(&mut self, draft: &Draft) -> Result<(), String> {
        if self.refuses {
            return Err("the disk is full".to_owned());
        }
        self.drafts.push(draft.clone());
        self.shelf.save_draft(draft)
    }

    fn overview(&self, now: Moment) -> Result<Overview, String> {
        self.shelf.overview(now)
    }

    fn missed_at(&self, keys: &[String]) -> Result<Vec<Stop>, String> {
        self.shelf.missed_at(keys)
    }

    fn attempt(&self, id: &str) -> Result<Option<Attempt>, String> {
        self.shelf.attempt(id)
    }

    fn left_run(&self, run: &str) -> Result<Option<LeftRun>, String> {
        self.shelf.left_run(run)
    }

    fn interviews(&self) -> Result<Vec<PastInterview>, String> {
        self.shelf.interviews()
    }
}

/// A machine on which the editor adds a line and files go nowhere.
#[derive(Default)]
pub struct Desktop {
    pub exports: Vec<(String, String)>,
    pub suspended: usize,
    pub spoken: Vec<String>,
    pub has_voice: bool,
    /// What `retry.yaml` holds when it is read again; the same as before without it.
    pub edited: Option<String>,
}

impl Outside for Desktop {
    fn edit(&mut self, text: &str) -> io::Result<Option<String>> {
        Ok(Some(format!("{text}\nfrom the editor\n")))
    }

    fn speak(&mut self, text: &str) -> io::Result<bool> {
        self.spoken.push(text.to_owned());
        Ok(self.has_voice)
    }

    fn export(&mut self, name: &str, text: &str) -> io::Result<String> {
        self.exports.push((name.to_owned(), text.to_owned()));
        Ok(name.to_owned())
    }

    fn library(&mut self) -> Result<Library, String> {
        let text = self.edited.clone().unwrap_or_else(|| RETRY.to_owned());
        let files = vec![Source::new("retry.yaml", text)];
        Ok(Library::load(vec![PackSource::new("builtin", files)]))
    }

    fn suspend(&mut self) -> io::Result<()> {
        self.suspended += 1;
        Ok(())
    }
}

struct Script(VecDeque<Message>);

impl Messages for Script {
    fn next(&mut self, _wake_at: Option<Duration>) -> io::Result<Option<Message>> {
        Ok(self.0.pop_front())
    }
}

struct Frozen(Moment);

impl Clock for Frozen {
    fn now(&self) -> Moment {
        self.0
    }
}

/// The program under a script.
pub struct Play {
    pub app: App,
    pub store: Recorder,
    pub desktop: Desktop,
    pub now: Moment,
    pub has_ended: bool,
    terminal: Terminal<TestBackend>,
}

impl Play {
    /// Opens the program on two small scenarios, in a window of 80 by 24.
    pub fn start() -> Self {
        Self::with(library(false), Language::English, (80, 24))
    }

    pub fn with(library: Rc<Library>, language: Language, size: (u16, u16)) -> Self {
        let now = Moment {
            wall_ms: 1_795_446_000_000, // 2026-11-23 15:00 UTC
            utc_offset_minutes: 60,
            steady: Duration::ZERO,
        };
        let catalogue = Catalogue::new(library.headers().iter().cloned(), []);
        let shelf = Shelf::new(Log::in_memory().unwrap(), catalogue);
        Self::on(library, shelf, language, size, now)
    }

    /// Opens the program on what `shelf` has kept.
    pub fn on(
        library: Rc<Library>,
        shelf: Shelf,
        language: Language,
        (width, height): (u16, u16),
        now: Moment,
    ) -> Self {
        let desk = Desk {
            language,
            ..Desk::new(library, now)
        };
        let play = Self {
            app: App::new(desk, 7),
            store: Recorder {
                shelf,
                refuses: false,
                records: vec![],
                drafts: vec![],
            },
            desktop: Desktop::default(),
            now,
            has_ended: false,
            terminal: Terminal::new(TestBackend::new(width, height)).unwrap(),
        };
        play.messages(vec![])
    }

    /// Runs the loop over `messages`.
    pub fn messages(mut self, messages: Vec<Message>) -> Self {
        let total = messages.len();
        // A message after the last one, to see whether the loop would still have taken it.
        let mut script = Script(messages.into());
        let before = script.0.len();
        runtime::run(
            &mut self.app,
            &mut self.terminal,
            &mut script,
            &mut self.store,
            &mut self.desktop,
            &Frozen(self.now),
        )
        .unwrap();
        assert!(before == total);
        self.has_ended |= !script.0.is_empty();
        self
    }

    /// Types a script such as `/retry<enter>`; a name in angle brackets is a key.
    pub fn keys(self, script: &str) -> Self {
        let at = self.now;
        let messages = keys(script).into_iter().map(|key| Message::Key { key, at });
        self.messages(messages.collect())
    }

    pub fn paste(self, text: &str) -> Self {
        let at = self.now;
        let text = text.to_owned();
        self.messages(vec![Message::Paste { text, at }])
    }

    /// Lets time pass, as a wake-up of the loop does.
    pub fn wait(mut self, milliseconds: u64) -> Self {
        self.now = self.now.plus(Duration::from_millis(milliseconds));
        let at = self.now;
        self.messages(vec![Message::Tick(at)])
    }

    /// The cells of the screen with their styles.
    pub fn buffer(&self) -> &Buffer {
        self.terminal.backend().buffer()
    }

    /// The screen as people see it.
    pub fn screen(&self) -> String {
        screen_text(self.terminal.backend().buffer())
    }

    /// The answers kept so far.
    pub fn answers(&self) -> Vec<String> {
        let records = self.store.records.iter();
        records
            .filter_map(|record| match record {
                Record::Attempt(attempt) => Some(attempt.answer.clone()),
                _ => None,
            })
            .collect()
    }

    #[track_caller]
    pub fn sees(self, text: &str) -> Self {
        let screen = self.screen();
        assert!(screen.contains(text), "no {text:?} in:\n{screen}");
        self
    }
}

/// The cells of `buffer` as text; a wide character takes its second cell with it.
pub fn screen_text(buffer: &Buffer) -> String {
    use unicode_width::UnicodeWidthStr;
    let area = buffer.area;
    let mut text = String::new();
    for y in area.top()..area.bottom() {
        let mut row = String::new();
        let mut x = area.left();
        while x < area.right() {
            let symbol = buffer[(x, y)].symbol();
            row.push_str(symbol);
            x += u16::try_from(symbol.width().max(1)).unwrap();
        }
        text.push_str(row.trim_end());
        text.push('\n');
    }
    text
}

/// The keys of a script.
pub fn keys(script: &str) -> Vec<KeyEvent> {
    let mut keys = vec![];
    let mut rest = script;
    while let Some(letter) = rest.chars().next() {
        let named = rest.strip_prefix('<').and_then(|rest| rest.split_once('>'));
        let (key, length) = match named {
            Some((name, _)) => (named_key(name), name.len() + 2),
            None => (
                KeyEvent::new(KeyCode::Char(letter), KeyModifiers::NONE),
                letter.len_utf8(),
            ),
        };
        keys.push(key);
        rest = &rest[length..];
    }
    keys
}

fn named_key(name: &str) -> KeyEvent {
    let (modifiers, name) = match name.split_once('-') {
        Some(("C", name)) => (KeyModifiers::CONTROL, name),
        Some(("A", name)) => (KeyModifiers::ALT, name),
        Some(("S", name)) => (KeyModifiers::SHIFT, name),
        _ => (KeyModifiers::NONE, name),
    };
    let code = match name {
        "enter" => KeyCode::Enter,
        "esc" => KeyCode::Esc,
        "tab" => KeyCode::Tab,
        "up" => KeyCode::Up,
        "down" => KeyCode::Down,
        "left" => KeyCode::Left,
        "right" => KeyCode::Right,
        "home" => KeyCode::Home,
        "end" => KeyCode::End,
        "pgup" => KeyCode::PageUp,
        "pgdn" => KeyCode::PageDown,
        "bs" => KeyCode::Backspace,
        "del" => KeyCode::Delete,
        "f1" => KeyCode::F(1),
        "f2" => KeyCode::F(2),
        "f3" => KeyCode::F(3),
        "f4" => KeyCode::F(4),
        "f5" => KeyCode::F(5),
        "f6" => KeyCode::F(6),
        "f9" => KeyCode::F(9),
        "f7" => KeyCode::F(7),
        "f8" => KeyCode::F(8),
        "f12" => KeyCode::F(12),
        letter => KeyCode::Char(letter.chars().next().unwrap()),
    };
    KeyEvent::new(code, modifiers)
}
