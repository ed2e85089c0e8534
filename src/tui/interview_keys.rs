//! The keys of mock interviews, as they come.

use ratatui::crossterm::event::KeyCode;

use super::{action::Action, key::Key, keymap::Binding, phrases::Phrase};

const ENTER: Key = Key::plain(KeyCode::Enter);
const ESCAPE: Key = Key::plain(KeyCode::Esc);

fn row(keys: &[Key], action: Action, help: Phrase, is_shown: bool) -> Binding {
    Binding {
        keys: keys.to_vec(),
        action,
        help,
        is_shown,
    }
}

fn shown(keys: &[Key], action: Action, help: Phrase) -> Binding {
    row(keys, action, help, true)
}

fn quiet(keys: &[Key], action: Action, help: Phrase) -> Binding {
    row(keys, action, help, false)
}

/// At the plan.
pub(super) fn mock() -> Vec<Binding> {
    vec![
        shown(&[ENTER], Action::Next, Phrase::KeyBegin),
        shown(&[Key::char('r')], Action::Redraft, Phrase::KeyRedraft),
        shown(&[Key::char('h')], Action::Interviews, Phrase::KeyInterviews),
        shown(&[ESCAPE, Key::char('q')], Action::Back, Phrase::KeyBack),
    ]
}

/// In the list of interviews.
pub(super) fn interviews() -> Vec<Binding> {
    vec![
        shown(&[ENTER], Action::Open, Phrase::KeyOpen),
        shown(&[ESCAPE, Key::char('q')], Action::Back, Phrase::KeyBack),
    ]
}

/// At a question.
pub(super) fn interview() -> Vec<Binding> {
    vec![
        shown(
            &[Key::ctrl('s'), Key::alt(KeyCode::Enter)],
            Action::Submit,
            Phrase::KeySubmit,
        ),
        shown(
            &[Key::plain(KeyCode::F(8))],
            Action::SetAside,
            Phrase::KeySetAside,
        ),
        shown(
            &[Key::plain(KeyCode::F(7))],
            Action::Pause,
            Phrase::KeyPause,
        ),
        quiet(
            &[Key::plain(KeyCode::F(9))],
            Action::EndInterview,
            Phrase::KeyEndInterview,
        ),
        quiet(&[Key::plain(KeyCode::Tab)], Action::Pane, Phrase::KeyPane),
        quiet(
            &[Key::plain(KeyCode::PageUp)],
            Action::PageUp,
            Phrase::KeyPageUp,
        ),
        quiet(
            &[Key::plain(KeyCode::PageDown)],
            Action::PageDown,
            Phrase::KeyPageDown,
        ),
        quiet(&[ESCAPE], Action::Back, Phrase::KeyBack),
    ]
}

/// While a candidate who is alone speaks.
pub(super) fn speaking() -> Vec<Binding> {
    vec![shown(
        &[ENTER, Key::char(' ')],
        Action::Spoken,
        Phrase::KeySpoken,
    )]
}

/// At the list of what to listen for.
pub(super) fn listening() -> Vec<Binding> {
    vec![
        shown(&[Key::char('y')], Action::Claim, Phrase::KeyClaim),
        shown(&[Key::char('p')], Action::Partly, Phrase::KeyPartly),
        shown(&[Key::char('n')], Action::Disclaim, Phrase::KeyDisclaim),
        shown(&[Key::char('o')], Action::Note, Phrase::KeyNote),
        shown(&[ENTER], Action::Submit, Phrase::KeyNextQuestion),
        quiet(&[Key::char('a')], Action::TakeOffers, Phrase::KeyTakeOffers),
    ]
}

/// In the notes of a listener.
pub(super) fn notes() -> Vec<Binding> {
    vec![shown(
        &[ESCAPE, Key::ctrl('s'), Key::alt(KeyCode::Enter)],
        Action::Keep,
        Phrase::KeyKeep,
    )]
}

/// At the verdict.
pub(super) fn verdict() -> Vec<Binding> {
    vec![
        shown(
            &[ENTER, ESCAPE, Key::char('h'), Key::char('q')],
            Action::Home,
            Phrase::KeyHome,
        ),
        shown(
            &[Key::char('m')],
            Action::QueueMisses,
            Phrase::KeyQueueMisses,
        ),
        shown(&[Key::char('e')], Action::ExportPage, Phrase::KeyExportPage),
        shown(&[Key::char('w')], Action::Export, Phrase::KeyExport),
    ]
}
