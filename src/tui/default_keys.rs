//! The keys as they come, before a configuration changes them.

use ratatui::crossterm::event::KeyCode;

use super::{
    action::Action,
    editing_keys::editing,
    interview_keys::{interview, interviews, listening, mock, notes, speaking, verdict},
    key::Key,
    keymap::{Binding, Keymap, Table},
    phrase_keys::{frames, phrase_field, phrases},
    phrases::Phrase,
    review_keys::{find, remark, review, review_aids},
    track_keys::{team, track},
};
use crate::progress::Rating;

/// A row that the footer shows.
fn shown(keys: &[Key], action: Action, help: Phrase) -> Binding {
    Binding {
        keys: keys.to_vec(),
        action,
        help,
        is_shown: true,
    }
}

/// A row that only help shows.
fn quiet(keys: &[Key], action: Action, help: Phrase) -> Binding {
    Binding {
        is_shown: false,
        ..shown(keys, action, help)
    }
}

const fn plain(code: KeyCode) -> Key {
    Key::plain(code)
}

const ENTER: Key = plain(KeyCode::Enter);
const ESCAPE: Key = plain(KeyCode::Esc);
const F1: Key = plain(KeyCode::F(1));
const F7: Key = plain(KeyCode::F(7));
const FIND: [Key; 1] = [plain(KeyCode::F(3))];
const SUBMIT: [Key; 2] = [Key::ctrl('s'), Key::alt(KeyCode::Enter)];

impl Default for Keymap {
    fn default() -> Self {
        Self::new(
            Table::ALL
                .iter()
                .map(|table| (*table, rows(*table)))
                .collect(),
        )
    }
}

fn rows(table: Table) -> Vec<Binding> {
    match table {
        Table::Everywhere => everywhere(),
        Table::Typing => typing(),
        Table::Lists => lists(),
        Table::Home => home(),
        Table::Library => library(),
        Table::Writing => writing(),
        Table::Review => review(),
        Table::ReviewAids => review_aids(),
        Table::Remark => remark(),
        Table::Find => find(),
        Table::Editing => editing(),
        Table::Field => field(),
        Table::Cell => cell(),
        Table::Console => console(),
        Table::Judging => judging(),
        Table::Debrief => debrief(),
        Table::Past => past(),
        Table::SayAgain => say_again(),
        Table::Finish => finish(),
        Table::Mock => mock(),
        Table::Interviews => interviews(),
        Table::Interview => interview(),
        Table::Speaking => speaking(),
        Table::Listening => listening(),
        Table::Notes => notes(),
        Table::Verdict => verdict(),
        Table::Answers => vec![shown(&[ENTER], Action::Open, Phrase::KeyOpen)],
        Table::Progress => vec![
            shown(&[plain(KeyCode::Tab)], Action::Pane, Phrase::KeyOtherPage),
            shown(&[Key::char('m')], Action::DrillMissed, Phrase::KeyMissing),
            shown(&[ESCAPE, Key::char('q')], Action::Back, Phrase::KeyBack),
        ],
        Table::Page => vec![shown(
            &[ESCAPE, Key::char('q'), ENTER],
            Action::Back,
            Phrase::KeyBack,
        )],
        Table::Phrases => phrases(),
        Table::PhraseField => phrase_field(),
        Table::Frames => frames(),
        Table::Track => track(),
        Table::Team => team(),
        Table::Palette => vec![
            shown(&[plain(KeyCode::Up)], Action::Up, Phrase::KeyMove),
            quiet(&[plain(KeyCode::Down)], Action::Down, Phrase::KeyMove),
            shown(&[ENTER], Action::Open, Phrase::KeyOpen),
            shown(&[ESCAPE], Action::Back, Phrase::KeyBack),
        ],
    }
}

fn everywhere() -> Vec<Binding> {
    let mut rows = vec![
        shown(&[Key::char('?'), F1], Action::Help, Phrase::KeyHelp),
        quiet(&[Key::char(':'), F7], Action::Palette, Phrase::KeyPalette),
    ];
    rows.extend(beside_letters());
    rows
}

fn typing() -> Vec<Binding> {
    let mut rows = vec![
        shown(&[F1], Action::Help, Phrase::KeyHelp),
        quiet(&[F7], Action::Palette, Phrase::KeyPalette),
    ];
    rows.extend(beside_letters());
    rows
}

/// What works on every screen, typed on or not.
fn beside_letters() -> [Binding; 6] {
    let function = |number| [plain(KeyCode::F(number))];
    [
        quiet(&function(2), Action::Language, Phrase::KeyLanguage),
        quiet(&function(3), Action::Theme, Phrase::KeyTheme),
        quiet(&function(6), Action::Reload, Phrase::KeyReload),
        quiet(&[Key::ctrl('l')], Action::Redraw, Phrase::KeyRedraw),
        quiet(&[Key::ctrl('z')], Action::Suspend, Phrase::KeySuspend),
        quiet(&[Key::ctrl('c')], Action::Leave, Phrase::KeyLeave),
    ]
}

fn lists() -> Vec<Binding> {
    vec![
        quiet(
            &[plain(KeyCode::Up), Key::char('k')],
            Action::Up,
            Phrase::KeyMove,
        ),
        quiet(
            &[plain(KeyCode::Down), Key::char('j')],
            Action::Down,
            Phrase::KeyMove,
        ),
        quiet(
            &[plain(KeyCode::PageUp), Key::ctrl('b')],
            Action::PageUp,
            Phrase::KeyPageUp,
        ),
        quiet(
            &[plain(KeyCode::PageDown), Key::ctrl('f'), Key::char(' ')],
            Action::PageDown,
            Phrase::KeyPageDown,
        ),
        quiet(
            &[plain(KeyCode::Home), Key::char('g')],
            Action::First,
            Phrase::KeyFirst,
        ),
        quiet(
            &[plain(KeyCode::End), Key::char('G')],
            Action::Last,
            Phrase::KeyLast,
        ),
    ]
}

fn home() -> Vec<Binding> {
    vec![
        shown(&[ENTER], Action::Open, Phrase::KeyOpen),
        shown(
            &[Key::char('/'), Key::char('d')],
            Action::Library,
            Phrase::KeySearch,
        ),
        quiet(&[Key::char('c')], Action::Continue, Phrase::KeyContinue),
        quiet(&[Key::char('r')], Action::Due, Phrase::KeyDue),
        shown(&[Key::char('m')], Action::DrillMissed, Phrase::KeyMissing),
        quiet(&[Key::char('i')], Action::Mock, Phrase::KeyMock),
        quiet(&[Key::char('p')], Action::Progress, Phrase::KeyProgress),
        quiet(&[Key::char('b')], Action::Phrases, Phrase::KeyPhrases),
        quiet(&[Key::char('t')], Action::Track, Phrase::KeyTrack),
        quiet(&[Key::char('!')], Action::Problems, Phrase::KeyProblems),
        shown(&[Key::char('q')], Action::Quit, Phrase::KeyQuit),
    ]
}

fn library() -> Vec<Binding> {
    vec![
        quiet(
            &[plain(KeyCode::Up), Key::ctrl('p')],
            Action::Up,
            Phrase::KeyMove,
        ),
        quiet(
            &[plain(KeyCode::Down), Key::ctrl('n')],
            Action::Down,
            Phrase::KeyMove,
        ),
        quiet(&[plain(KeyCode::PageUp)], Action::PageUp, Phrase::KeyPageUp),
        quiet(
            &[plain(KeyCode::PageDown)],
            Action::PageDown,
            Phrase::KeyPageDown,
        ),
        shown(&[ENTER], Action::Open, Phrase::KeyOpen),
        shown(&[plain(KeyCode::Tab)], Action::Kind, Phrase::KeyKind),
        shown(&[Key::ctrl('o')], Action::Sort, Phrase::KeySort),
        quiet(&[Key::ctrl('u')], Action::Clear, Phrase::KeyClear),
        shown(&[ESCAPE], Action::Back, Phrase::KeyBack),
    ]
}

fn writing() -> Vec<Binding> {
    vec![
        shown(&SUBMIT, Action::Submit, Phrase::KeySubmit),
        shown(
            &[plain(KeyCode::F(4))],
            Action::SubmitToJudge,
            Phrase::KeySubmitToJudge,
        ),
        shown(&[plain(KeyCode::Tab)], Action::Pane, Phrase::KeyPane),
        shown(&[Key::ctrl('g')], Action::Hint, Phrase::KeyHint),
        shown(&[Key::ctrl('t')], Action::Template, Phrase::KeyTemplate),
        quiet(&[Key::ctrl('r')], Action::Points, Phrase::KeyPoints),
        quiet(&[plain(KeyCode::F(12))], Action::Frames, Phrase::KeyFrames),
        quiet(&[plain(KeyCode::F(5))], Action::Study, Phrase::KeyStudy),
        quiet(&[Key::ctrl('o')], Action::Editor, Phrase::KeyEditor),
        quiet(&[plain(KeyCode::PageUp)], Action::PageUp, Phrase::KeyPageUp),
        quiet(
            &[plain(KeyCode::PageDown)],
            Action::PageDown,
            Phrase::KeyPageDown,
        ),
        shown(&[ESCAPE], Action::Back, Phrase::KeyBack),
    ]
}

fn field() -> Vec<Binding> {
    vec![
        quiet(&[ENTER], Action::Submit, Phrase::KeySubmit),
        shown(&[plain(KeyCode::F(8))], Action::Mode, Phrase::KeyMode),
        quiet(&[plain(KeyCode::F(7))], Action::Speak, Phrase::KeySpeak),
    ]
}

fn cell() -> Vec<Binding> {
    vec![
        quiet(
            &[ENTER, plain(KeyCode::Down)],
            Action::Down,
            Phrase::KeyNextRow,
        ),
        quiet(&[plain(KeyCode::Up)], Action::Up, Phrase::KeyRowBefore),
    ]
}

fn console() -> Vec<Binding> {
    vec![
        shown(&[ENTER], Action::Run, Phrase::KeyRun),
        quiet(&[plain(KeyCode::Up)], Action::Up, Phrase::KeyHistory),
        quiet(&[plain(KeyCode::Down)], Action::Down, Phrase::KeyHistory),
        shown(&[plain(KeyCode::Tab)], Action::Pane, Phrase::KeyComplete),
        quiet(&FIND, Action::Find, Phrase::KeyFindInConsole),
    ]
}

fn say_again() -> Vec<Binding> {
    vec![
        shown(
            &[ENTER, SUBMIT[0], SUBMIT[1]],
            Action::Submit,
            Phrase::KeySubmit,
        ),
        shown(&[plain(KeyCode::Tab)], Action::Next, Phrase::KeySkip),
        shown(&[ESCAPE], Action::Back, Phrase::KeyBack),
    ]
}

fn judging() -> Vec<Binding> {
    vec![
        shown(&[Key::char('y')], Action::Claim, Phrase::KeyClaim),
        shown(&[Key::char('n')], Action::Disclaim, Phrase::KeyDisclaim),
        shown(&[ENTER], Action::Next, Phrase::KeyToDebrief),
        quiet(&[ESCAPE, Key::char('q')], Action::Back, Phrase::KeyBack),
    ]
}

fn debrief() -> Vec<Binding> {
    vec![
        shown(&[ENTER, Key::char('n')], Action::Next, Phrase::KeyNext),
        shown(&[Key::char('m')], Action::Model, Phrase::KeyModel),
        shown(&[Key::char('d')], Action::Diff, Phrase::KeyDiff),
        quiet(&[Key::char('s')], Action::WhatIf, Phrase::KeyWhatIf),
        quiet(&[plain(KeyCode::Left)], Action::Less, Phrase::KeyLess),
        quiet(&[plain(KeyCode::Right)], Action::More, Phrase::KeyMore),
        shown(&[Key::char('r')], Action::Retry, Phrase::KeyRetry),
        shown(
            &[Key::char('o')],
            Action::RetryMisses,
            Phrase::KeyRetryMisses,
        ),
        shown(&[Key::char('x')], Action::Dispute, Phrase::KeyDispute),
        quiet(
            &[Key::char('1')],
            Action::Rate(Rating::Again),
            Phrase::KeyAgainRating,
        ),
        quiet(
            &[Key::char('2')],
            Action::Rate(Rating::Hard),
            Phrase::KeyHard,
        ),
        quiet(
            &[Key::char('3')],
            Action::Rate(Rating::Good),
            Phrase::KeyGood,
        ),
        quiet(
            &[Key::char('4')],
            Action::Rate(Rating::Easy),
            Phrase::KeyEasy,
        ),
        quiet(&[Key::char('b')], Action::KeepPhrase, Phrase::KeyKeepPhrase),
        quiet(&[Key::char('v')], Action::Speak, Phrase::KeySpeak),
        quiet(&[Key::char('y')], Action::Export, Phrase::KeyExport),
        quiet(&[plain(KeyCode::Tab)], Action::Pane, Phrase::KeyPane),
        quiet(&[ESCAPE, Key::char('q')], Action::Back, Phrase::KeyBack),
    ]
}

fn past() -> Vec<Binding> {
    vec![
        shown(&[Key::char('m')], Action::Model, Phrase::KeyModel),
        shown(&[Key::char('d')], Action::Diff, Phrase::KeyDiff),
        shown(&[Key::char('r')], Action::Again, Phrase::KeyAgain),
        quiet(&[Key::char('y')], Action::Export, Phrase::KeyExport),
        quiet(&[plain(KeyCode::Tab)], Action::Pane, Phrase::KeyPane),
        shown(&[ESCAPE, Key::char('q')], Action::Back, Phrase::KeyBack),
    ]
}

fn finish() -> Vec<Binding> {
    vec![
        shown(&[ENTER, Key::char('n')], Action::Next, Phrase::KeyNext),
        shown(
            &[Key::char('o')],
            Action::RetryMisses,
            Phrase::KeyRetryMisses,
        ),
        shown(&[Key::char('r')], Action::Again, Phrase::KeyAgain),
        shown(&[ESCAPE, Key::char('q')], Action::Home, Phrase::KeyHome),
        shown(&[Key::char('p')], Action::Progress, Phrase::KeyProgress),
    ]
}

#[cfg(test)]
mod tests {
    use super::{Keymap, Table};

    #[test]
    fn no_table_binds_a_key_twice() {
        let keymap = Keymap::default();
        for table in Table::ALL {
            let keys: Vec<_> = keymap
                .rows(*table)
                .iter()
                .flat_map(|row| &row.keys)
                .collect();
            for (index, key) in keys.iter().enumerate() {
                assert!(
                    !keys[..index].contains(key),
                    "{} binds {key} twice",
                    table.name()
                );
            }
        }
    }

    #[test]
    fn no_letter_is_a_command_while_text_is_typed() {
        let keymap = Keymap::default();
        for table in Table::ALL.iter().filter(|table| table.is_typing()) {
            for key in keymap.rows(*table).iter().flat_map(|row| &row.keys) {
                assert!(!key.is_text(), "{} binds {key}", table.name());
            }
        }
    }
}
