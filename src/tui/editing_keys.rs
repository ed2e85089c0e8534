//! The keys that change a text: arrows, and what shells have taught people's fingers.

use ratatui::crossterm::event::{KeyCode, KeyModifiers};

use super::{
    action::{Action, Edit},
    key::Key,
    keymap::Binding,
    phrases::Phrase,
};

/// The rows of the table for editing.
pub fn editing() -> Vec<Binding> {
    let mut rows = movement();
    rows.extend(deletion());
    rows.extend(selection());
    rows
}

fn row(keys: &[Key], edit: Edit, help: Phrase) -> Binding {
    Binding {
        keys: keys.to_vec(),
        action: Action::Edit(edit),
        help,
        is_shown: false,
    }
}

const fn plain(code: KeyCode) -> Key {
    Key::plain(code)
}

const fn ctrl(code: KeyCode) -> Key {
    Key {
        code,
        modifiers: KeyModifiers::CONTROL,
    }
}

const fn alt(letter: char) -> Key {
    Key::alt(KeyCode::Char(letter))
}

fn movement() -> Vec<Binding> {
    use Edit as E;
    use KeyCode as K;
    use Phrase as P;
    let to_the_left = [ctrl(K::Left), Key::alt(K::Left), alt('b')];
    let to_the_right = [ctrl(K::Right), Key::alt(K::Right), alt('f')];
    vec![
        row(&[plain(K::Enter)], E::NewLine, P::EditNewLine),
        row(&[plain(K::Left), Key::ctrl('b')], E::Left, P::EditLeft),
        row(&[plain(K::Right), Key::ctrl('f')], E::Right, P::EditRight),
        row(&[plain(K::Up), Key::ctrl('p')], E::Up, P::EditUp),
        row(&[plain(K::Down), Key::ctrl('n')], E::Down, P::EditDown),
        row(&to_the_left, E::WordLeft, P::EditWordLeft),
        row(&to_the_right, E::WordRight, P::EditWordRight),
        row(
            &[plain(K::Home), Key::ctrl('a')],
            E::LineStart,
            P::EditLineStart,
        ),
        row(&[plain(K::End), Key::ctrl('e')], E::LineEnd, P::EditLineEnd),
        row(&[ctrl(K::Home), alt('<')], E::TextStart, P::EditTextStart),
        row(&[ctrl(K::End), alt('>')], E::TextEnd, P::EditTextEnd),
    ]
}

fn deletion() -> Vec<Binding> {
    use Edit as E;
    use KeyCode as K;
    use Phrase as P;
    let word_before = [Key::ctrl('w'), Key::alt(K::Backspace), ctrl(K::Backspace)];
    // Ctrl-_ and Ctrl-/ reach the program as Ctrl-7 on terminals without extended keys.
    let undo = [Key::ctrl('_'), Key::ctrl('7'), Key::ctrl('/'), alt('u')];
    vec![
        row(
            &[plain(K::Backspace), Key::ctrl('h')],
            E::Backspace,
            P::EditBackspace,
        ),
        row(
            &[plain(K::Delete), Key::ctrl('d')],
            E::Delete,
            P::EditDelete,
        ),
        row(&word_before, E::DeleteWordBack, P::EditDeleteWordBack),
        row(
            &[alt('d'), ctrl(K::Delete)],
            E::DeleteWord,
            P::EditDeleteWord,
        ),
        row(&[Key::ctrl('u')], E::DeleteToStart, P::EditDeleteToStart),
        row(&[Key::ctrl('k')], E::DeleteToEnd, P::EditDeleteToEnd),
        row(&undo, E::Undo, P::EditUndo),
        row(&[alt('r')], E::Redo, P::EditRedo),
        row(&[Key::ctrl('y')], E::Yank, P::EditYank),
    ]
}

fn selection() -> Vec<Binding> {
    use Edit as E;
    use KeyCode as K;
    use Phrase as P;
    vec![
        row(&[Key::shift(K::Left)], E::SelectLeft, P::EditSelectLeft),
        row(&[Key::shift(K::Right)], E::SelectRight, P::EditSelectRight),
        row(&[Key::shift(K::Up)], E::SelectUp, P::EditSelectUp),
        row(&[Key::shift(K::Down)], E::SelectDown, P::EditSelectDown),
        row(&[alt('a')], E::SelectAll, P::EditSelectAll),
        row(&[Key::ctrl('x')], E::Cut, P::EditCut),
        row(&[alt('w')], E::Copy, P::EditCopy),
    ]
}
