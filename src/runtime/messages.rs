//! Where messages come from.

use std::{io, time::Duration};

use ratatui::crossterm::event::{self, Event, KeyEventKind};

use super::{clock::Clock, signals::Signals};
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
        /// Long enough to cost nothing, short enough for a duration that the system accepts.
        const FOREVER: Duration = Duration::from_hours(24);
        loop {
            let now = self.clock.now();
            if self.signals.is_stopping() {
                return Ok(Some(Message::Stop(now)));
            }
            let patience = wake_at.map_or(FOREVER, |at| at.saturating_sub(now.steady));
            let is_there = match event::poll(patience) {
                Ok(is_there) => is_there,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                // A terminal that went away takes its keys with it.
                Err(_) => return Ok(Some(Message::Stop(self.clock.now()))),
            };
            let at = self.clock.now();
            if self.signals.is_stopping() {
                return Ok(Some(Message::Stop(at)));
            }
            if !is_there {
                return Ok(Some(Message::Tick(at)));
            }
            let message = match event::read() {
                Ok(event) => message(event, at),
                Err(_) => Some(Message::Stop(at)),
            };
            if message.is_some() {
                return Ok(message);
            }
        }
    }
}

/// The message of a terminal's event; `None` for what is of no interest, such as the release of a key.
fn message(event: Event, at: crate::domain::Moment) -> Option<Message> {
    match event {
        Event::Key(key) if key.kind != KeyEventKind::Release => Some(Message::Key { key, at }),
        Event::Paste(text) => Some(Message::Paste { text, at }),
        Event::Resize(..) | Event::FocusLost => Some(Message::Disturbed(at)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use ratatui::crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

    use super::{Message, message};
    use crate::domain::Moment;

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
