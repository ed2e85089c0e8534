//! The keys of tracks and of a team on one.

use ratatui::crossterm::event::KeyCode;

use super::{action::Action, key::Key, keymap::Binding, phrases::Phrase};

fn row(keys: &[Key], action: Action, help: Phrase) -> Binding {
    Binding {
        keys: keys.to_vec(),
        action,
        help,
        is_shown: true,
    }
}

/// The rows of the table of a track.
pub fn track() -> Vec<Binding> {
    let escape = Key::plain(KeyCode::Esc);
    vec![
        row(
            &[Key::plain(KeyCode::Enter)],
            Action::Open,
            Phrase::KeyStart,
        ),
        Binding {
            is_shown: false,
            ..row(
                &[Key::plain(KeyCode::Tab)],
                Action::Pane,
                Phrase::KeyOtherTrack,
            )
        },
        row(&[escape, Key::char('q')], Action::Back, Phrase::KeyBack),
    ]
}

/// The rows of the table of a team.
pub fn team() -> Vec<Binding> {
    let (left, right) = (Key::plain(KeyCode::Left), Key::plain(KeyCode::Right));
    let escape = Key::plain(KeyCode::Esc);
    vec![
        row(&[left], Action::ScrollLeft, Phrase::KeyItemBefore),
        row(&[right], Action::ScrollRight, Phrase::KeyNextItem),
        row(
            &[Key::plain(KeyCode::Tab)],
            Action::Pane,
            Phrase::KeyWholeTeam,
        ),
        row(&[escape, Key::char('q')], Action::Back, Phrase::KeyQuit),
    ]
}
