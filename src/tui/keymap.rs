//! Which key does what where: the one source of dispatch, footer, help and palette.

use ratatui::crossterm::event::KeyEvent;

use super::{action::Action, key::Key, phrases::Phrase};

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Binding {
    /// The keys; the first one is shown in the footer.
    pub keys: Vec<Key>,
    /// What they do.
    pub action: Action,
    /// What help calls it.
    pub help: Phrase,
    /// Whether the footer shows it while there is room.
    pub is_shown: bool,
}

/// The tables; a screen names those that hold on it, the nearest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Table {
    /// Where no text is typed.
    Everywhere,
    /// Where text is typed: only keys that are no characters.
    Typing,
    /// Lists and texts that scroll.
    Lists,
    /// Home.
    Home,
    /// The list of scenarios, with its search field.
    Library,
    /// The answer under way.
    Writing,
    /// The diff of a review under way.
    Review,
    /// What may be looked at beside a review.
    ReviewAids,
    /// A comment on the diff, or the summary.
    Remark,
    /// A search in the diff.
    Find,
    /// Changing a text.
    Editing,
    /// A field of one line.
    Field,
    /// A row of a sheet.
    Cell,
    /// The console of an incident.
    Console,
    /// The learner's own judgement.
    Judging,
    /// The debrief.
    Debrief,
    /// A past answer.
    Past,
    /// A point said again.
    SayAgain,
    /// The end of a drill.
    Finish,
    /// The plan of a mock interview.
    Mock,
    /// The mock interviews so far.
    Interviews,
    /// A question of a mock interview.
    Interview,
    /// A candidate who is alone and speaks.
    Speaking,
    /// What to listen for.
    Listening,
    /// The notes of a listener.
    Notes,
    /// The verdict of a mock interview.
    Verdict,
    /// The answers so far, beside what holds for progress.
    Answers,
    /// Progress.
    Progress,
    /// A page that is only read.
    Page,
    /// The list of commands.
    Palette,
    /// The phrase book.
    Phrases,
    /// A field of one line in the phrase book or on a track, and the search.
    PhraseField,
    /// The list of sentence frames.
    Frames,
    /// A track.
    Track,
    /// A team on a track.
    Team,
}

impl Table {
    /// Every table.
    pub const ALL: &[Self] = &[
        Self::Everywhere,
        Self::Typing,
        Self::Lists,
        Self::Home,
        Self::Library,
        Self::Writing,
        Self::Review,
        Self::ReviewAids,
        Self::Remark,
        Self::Find,
        Self::Editing,
        Self::Field,
        Self::Cell,
        Self::Console,
        Self::Judging,
        Self::Debrief,
        Self::Past,
        Self::SayAgain,
        Self::Finish,
        Self::Mock,
        Self::Interviews,
        Self::Interview,
        Self::Speaking,
        Self::Listening,
        Self::Notes,
        Self::Verdict,
        Self::Answers,
        Self::Progress,
        Self::Page,
        Self::Palette,
        Self::Phrases,
        Self::PhraseField,
        Self::Frames,
        Self::Track,
        Self::Team,
    ];

    /// The name in the configuration.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Everywhere => "everywhere",
            Self::Typing => "typing",
            Self::Lists => "lists",
            Self::Home => "home",
            Self::Library => "library",
            Self::Writing => "writing",
            Self::Review => "review",
            Self::ReviewAids => "review-aids",
            Self::Remark => "remark",
            Self::Find => "find",
            Self::Editing => "editing",
            Self::Field => "field",
            Self::Cell => "cell",
            Self::Console => "console",
            Self::Judging => "judging",
            Self::Debrief => "debrief",
            Self::Past => "past",
            Self::SayAgain => "say-again",
            Self::Finish => "finish",
            Self::Mock => "mock",
            Self::Interviews => "interviews",
            Self::Interview => "interview",
            Self::Speaking => "speaking",
            Self::Listening => "listening",
            Self::Notes => "notes",
            Self::Verdict => "verdict",
            Self::Answers => "answers",
            Self::Progress => "progress",
            Self::Page => "page",
            Self::Palette => "palette",
            Self::Phrases => "phrases",
            Self::PhraseField => "phrase-field",
            Self::Frames => "frames",
            Self::Track => "track",
            Self::Team => "team",
        }
    }

    /// Whether text is typed where this table holds, so that it may bind no character.
    pub const fn is_typing(self) -> bool {
        matches!(
            self,
            Self::Typing
                | Self::Library
                | Self::Writing
                | Self::Remark
                | Self::Find
                | Self::Editing
                | Self::Field
                | Self::Cell
                | Self::Console
                | Self::SayAgain
                | Self::Interview
                | Self::Notes
                | Self::Palette
                | Self::PhraseField
        )
    }
}

impl Table {
    /// Whether this table and `other` may hold on the same screen.
    pub fn holds_with(self, other: Self) -> bool {
        let is_shared = |table| match table {
            Self::Everywhere | Self::Lists | Self::Typing => true,
            Self::Editing => ![self, other]
                .iter()
                .any(|it| matches!(it, Self::Library | Self::Palette)),
            _ => false,
        };
        let is_alike = self.is_typing() == other.is_typing();
        self == other || (is_alike && (is_shared(self) || is_shared(other)))
    }
}

/// Every table with its rows.
#[derive(Clone, Debug)]
pub struct Keymap {
    tables: Vec<(Table, Vec<Binding>)>,
}

impl Keymap {
    /// A keymap of these tables.
    pub const fn new(tables: Vec<(Table, Vec<Binding>)>) -> Self {
        Self { tables }
    }

    /// The rows of `table`.
    pub fn rows(&self, table: Table) -> &[Binding] {
        let found = self.tables.iter().find(|(name, _)| *name == table);
        found.map_or(&[], |(_, rows)| rows)
    }

    /// The rows of `table`, to be changed.
    pub(super) fn rows_mut(&mut self, table: Table) -> &mut [Binding] {
        let found = self.tables.iter_mut().find(|(name, _)| *name == table);
        found.map_or(&mut [], |(_, rows)| rows)
    }

    /// What `event` means where `tables` hold, the nearest first.
    pub fn resolve(&self, tables: &[Table], event: KeyEvent) -> Option<Action> {
        let mut rows = tables.iter().flat_map(|table| self.rows(*table));
        rows.find(|row| row.keys.iter().any(|key| key.is(event)))
            .map(|row| row.action)
    }

    /// The first key of `action` where `tables` hold.
    pub fn key_of(&self, tables: &[Table], action: Action) -> Option<Key> {
        let mut rows = tables.iter().flat_map(|table| self.rows(*table));
        rows.find(|row| row.action == action)
            .and_then(|row| row.keys.first().copied())
    }
}
