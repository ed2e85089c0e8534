//! Where messages come from.

use std::{io, time::Duration};

use ratatui::crossterm::event::{
    self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseEventKind,
};

use super::{
    clock::Clock,
    signals::Signals,
    waiting::{self, Wake},
};
use crate::tui::Message;

/// A source of messages.
pub trait Messages {
    /// Waits for a message until the steady time `wake_at`, or for as long as it takes; `None` ends the loop.
    fn next(&mut self, wake_at: Option<Duration>) -> io::Result<Option<Message>>;
}

/// Keys, pastes and resizes of the terminal, signals, and the passing of time.
#[derive(Debug)]
pub struct TerminalMessages<C> {
    clock: C,
    signals: Signals,
}

impl<C: Clock> TerminalMessages<C> {
    /// Messages of this process's terminal.
    pub const fn new(clock: C, signals: Signals) -> Self {
        Self { clock, signals }
    }
}

impl<C: Clock> Messages for TerminalMessages<C> {
    fn next(&mut self, wake_at: Option<Duration>) -> io::Result<Option<Message>> {
        let mut patience = Some(Duration::ZERO);
        loop {
            let wake = waiting::wait(&self.signals, patience)?;
            let at = self.clock.now();
            if wake == Wake::Gone || self.signals.is_stopping() {
                return Ok(Some(Message::Stop(at)));
            }
            // Several keys may have come in one piece, so there can be some where nothing stirs.
            match event::poll(Duration::ZERO)
                .and_then(|is_there| is_there.then(event::read).transpose())
            {
                Ok(Some(event)) => {
                    if let Some(message) = message(event, at) {
                        return Ok(Some(message));
                    }
                    patience = Some(Duration::ZERO);
                    continue;
                }
                Ok(None) => {}
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(_) => return Ok(Some(Message::Stop(at))),
            }
            if wake_at.is_some_and(|wake_at| wake_at <= at.steady) {
                return Ok(Some(Message::Tick(at)));
            }
            patience = wake_at.map(|wake_at| wake_at.saturating_sub(at.steady));
        }
    }
}

/// The message of a terminal's event; `None` for what is of no interest, such as the release of a key.
fn message(event: Event, at: crate::domain::Moment) -> Option<Message> {
    match event {
        Event::Key(key) if key.kind != KeyEventKind::Release => Some(Message::Key { key, at }),
        Event::Paste(text) => Some(Message::Paste { text, at }),
        Event::Mouse(mouse) => {
            let code = match mouse.kind {
                MouseEventKind::ScrollUp => KeyCode::Up,
                MouseEventKind::ScrollDown => KeyCode::Down,
                _ => return None,
            };
            let key = KeyEvent::new(code, KeyModifiers::NONE);
            Some(Message::Key { key, at })
        }
        Event::Resize(..) | Event::FocusLost => Some(Message::Disturbed(at)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use ratatui::crossterm::event::MouseEvent;

    use super::{
        Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, Message, MouseEventKind, message,
    };
    use crate::domain::Moment;

    #[test]
    fn the_wheel_moves_as_the_arrows_do_and_a_click_does_nothing() {
        let mouse = |kind| {
            let event = MouseEvent {
                kind,
                column: 3,
                row: 3,
                modifiers: KeyModifiers::NONE,
            };
            match message(Event::Mouse(event), Moment::default()) {
                Some(Message::Key { key, .. }) => Some(key.code),
                _ => None,
            }
        };
        assert_eq!(mouse(MouseEventKind::ScrollUp), Some(KeyCode::Up));
        assert_eq!(mouse(MouseEventKind::ScrollDown), Some(KeyCode::Down));
        assert_eq!(mouse(MouseEventKind::Moved), None);
    }

    #[test]
    fn a_key_counts_when_it_goes_down_and_not_when_it_comes_up() {
        let key = |kind| {
            let key = KeyEvent::new_with_kind(KeyCode::Char('x'), KeyModifiers::NONE, kind);
            message(Event::Key(key), Moment::default())
        };
        assert!(matches!(
            key(KeyEventKind::Press),
            Some(Message::Key { .. })
        ));
        assert!(matches!(
            key(KeyEventKind::Repeat),
            Some(Message::Key { .. })
        ));
        assert!(key(KeyEventKind::Release).is_none());
    }
}
