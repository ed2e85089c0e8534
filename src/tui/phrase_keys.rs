//! The keys of the phrase book and of the sentence frames.

use ratatui::crossterm::event::KeyCode;

use super::{action::Action, key::Key, keymap::Binding, phrases::Phrase};

const ENTER: Key = Key::plain(KeyCode::Enter);
const ESCAPE: Key = Key::plain(KeyCode::Esc);

fn row(keys: &[Key], action: Action, help: Phrase) -> Binding {
    Binding {
        keys: keys.to_vec(),
        action,
        help,
        is_shown: true,
    }
}

/// The rows of the table of the phrase book.
pub fn phrases() -> Vec<Binding> {
    let out = [Key::char('x'), Key::plain(KeyCode::Delete)];
    vec![
        row(&[ENTER], Action::Open, Phrase::KeySay),
        row(&[Key::char('/')], Action::Search, Phrase::KeySearch),
        row(&[Key::char('e')], Action::Rewrite, Phrase::KeyRewrite),
        row(&[Key::char('r')], Action::Retire, Phrase::KeyRetire),
        row(&out, Action::Remove, Phrase::KeyRemove),
        Binding {
            is_shown: false,
            ..row(&[Key::char('v')], Action::Speak, Phrase::KeySpeak)
        },
        row(&[ESCAPE, Key::char('q')], Action::Back, Phrase::KeyBack),
    ]
}

/// The rows of the table of its fields.
pub fn phrase_field() -> Vec<Binding> {
    vec![
        row(
            &[ENTER, Key::ctrl('s')],
            Action::Open,
            Phrase::KeyKeepVersion,
        ),
        row(&[ESCAPE], Action::Back, Phrase::KeyBack),
    ]
}

/// The rows of the table of the sentence frames.
pub fn frames() -> Vec<Binding> {
    let away = [ESCAPE, Key::char('q'), Key::plain(KeyCode::F(12))];
    vec![
        row(&[ENTER], Action::Open, Phrase::KeyInsert),
        row(&away, Action::Back, Phrase::KeyBack),
    ]
}
