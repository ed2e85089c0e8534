//! The keys of tracks.

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
