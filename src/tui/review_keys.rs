//! The keys of a review: moving in the diff, commenting, deciding.

use ratatui::crossterm::event::KeyCode;

use super::{action::Action, key::Key, keymap::Binding, phrases::Phrase};

const fn plain(code: KeyCode) -> Key {
    Key::plain(code)
}

fn row(keys: &[Key], action: Action, help: Phrase, is_shown: bool) -> Binding {
    Binding {
        keys: keys.to_vec(),
        action,
        help,
        is_shown,
    }
}

/// The rows of the table that holds while the diff or the request has the keys.
pub fn review() -> Vec<Binding> {
    let letter = Key::char;
    vec![
        row(
            &[plain(KeyCode::Enter), letter('c')],
            Action::Comment,
            Phrase::KeyComment,
            true,
        ),
        row(&[letter('s')], Action::Conclude, Phrase::KeyConclude, true),
        row(
            &[Key::ctrl('s'), Key::alt(KeyCode::Enter)],
            Action::Submit,
            Phrase::KeySubmit,
            true,
        ),
        row(&[plain(KeyCode::Tab)], Action::Pane, Phrase::KeyPane, true),
        row(&[letter(']')], Action::NextHunk, Phrase::KeyNextHunk, true),
        row(
            &[letter('[')],
            Action::PreviousHunk,
            Phrase::KeyPreviousHunk,
            false,
        ),
        row(&[letter('}')], Action::NextFile, Phrase::KeyNextFile, false),
        row(
            &[letter('{')],
            Action::PreviousFile,
            Phrase::KeyPreviousFile,
            false,
        ),
        row(
            &[letter(')')],
            Action::NextComment,
            Phrase::KeyNextComment,
            false,
        ),
        row(
            &[letter('(')],
            Action::PreviousComment,
            Phrase::KeyPreviousComment,
            false,
        ),
        row(&[letter('/')], Action::Find, Phrase::KeyFind, true),
        row(
            &[letter('n')],
            Action::NextMatch,
            Phrase::KeyNextMatch,
            false,
        ),
        row(
            &[letter('N')],
            Action::PreviousMatch,
            Phrase::KeyPreviousMatch,
            false,
        ),
        row(&[letter('v')], Action::Range, Phrase::KeyRange, false),
        row(&[letter('l')], Action::Label, Phrase::KeyLabel, false),
        row(
            &[letter('d'), plain(KeyCode::Delete)],
            Action::Delete,
            Phrase::KeyDelete,
            false,
        ),
        row(&[letter('u')], Action::Restore, Phrase::KeyRestore, false),
        row(&[letter('z')], Action::Fold, Phrase::KeyFold, false),
        row(&[letter('w')], Action::Wrap, Phrase::KeyWrap, false),
        row(
            &[plain(KeyCode::Left)],
            Action::ScrollLeft,
            Phrase::KeyScrollLeft,
            false,
        ),
        row(
            &[plain(KeyCode::Right)],
            Action::ScrollRight,
            Phrase::KeyScrollRight,
            false,
        ),
        row(&[plain(KeyCode::Esc)], Action::Back, Phrase::KeyBack, true),
    ]
}

/// The rows for what may be looked at beside a review; none of it in an interview.
pub fn review_aids() -> Vec<Binding> {
    let letter = Key::char;
    vec![
        row(&[Key::ctrl('g')], Action::Hint, Phrase::KeyHint, false),
        row(
            &[Key::ctrl('t')],
            Action::Template,
            Phrase::KeyTemplate,
            true,
        ),
        row(&[Key::ctrl('r')], Action::Points, Phrase::KeyPoints, false),
        row(
            &[plain(KeyCode::F(5))],
            Action::Study,
            Phrase::KeyStudy,
            false,
        ),
        row(&[Key::ctrl('o')], Action::Editor, Phrase::KeyEditor, false),
        row(
            &[letter('y')],
            Action::Export,
            Phrase::KeyExportReview,
            false,
        ),
    ]
}

/// The rows of the table that holds while a comment or the summary is typed.
pub fn remark() -> Vec<Binding> {
    vec![
        row(
            &[
                plain(KeyCode::Esc),
                Key::ctrl('s'),
                Key::alt(KeyCode::Enter),
            ],
            Action::Keep,
            Phrase::KeyKeep,
            true,
        ),
        row(
            &[plain(KeyCode::Tab)],
            Action::Label,
            Phrase::KeyLabel,
            true,
        ),
    ]
}

/// The rows of the table that holds while a search is typed.
pub fn find() -> Vec<Binding> {
    vec![row(
        &[plain(KeyCode::Enter), plain(KeyCode::Esc)],
        Action::Keep,
        Phrase::KeyFind,
        true,
    )]
}
