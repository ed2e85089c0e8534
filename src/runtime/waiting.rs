//! Waiting for something to happen on the terminal.

use std::{io, time::Duration};

use super::signals::Signals;

/// How a wait ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wake {
    /// Keys may be there, or a signal arrived.
    Stirred,
    /// The time is up.
    TimeUp,
    /// The terminal is gone, and no key will ever come.
    Gone,
}

/// Waits for the terminal or a signal, at most for `patience`; without it for as long as it takes.
///
/// The reading of keys never ends once a terminal has hung up, so that has to be seen before keys are asked for.
#[cfg(unix)]
pub fn wait(signals: &Signals, patience: Option<Duration>) -> io::Result<Wake> {
    use std::io::Read as _;

    use rustix::{
        event::{PollFd, PollFlags, Timespec, poll},
        io::Errno,
    };

    let input = io::stdin();
    let alarm = signals.alarm();
    let mut watched = [
        PollFd::new(&input, PollFlags::IN),
        PollFd::new(alarm, PollFlags::IN),
    ];
    // A wait too long for the system to name is as good as one without an end.
    let timeout = patience.and_then(|patience| Timespec::try_from(patience).ok());
    let count = match poll(&mut watched, timeout.as_ref()) {
        Ok(count) => count,
        Err(Errno::INTR) => return Ok(Wake::Stirred),
        Err(error) => return Err(error.into()),
    };
    let gone = PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL;
    if watched[0].revents().intersects(gone) {
        return Ok(Wake::Gone);
    }
    if watched[1].revents().intersects(PollFlags::IN) {
        let mut rung = [0; 64];
        let mut alarm = alarm;
        while alarm.read(&mut rung).is_ok_and(|count| count == rung.len()) {}
    }
    Ok(if count == 0 {
        Wake::TimeUp
    } else {
        Wake::Stirred
    })
}

/// Waits for the terminal, at most for `patience`.
#[cfg(not(unix))]
pub fn wait(_signals: &Signals, patience: Option<Duration>) -> io::Result<Wake> {
    use ratatui::crossterm::event::poll;

    /// Long enough to cost nothing, short enough for a duration that the system accepts.
    const FOREVER: Duration = Duration::from_hours(24);
    let is_there = poll(patience.unwrap_or(FOREVER))?;
    Ok(if is_there {
        Wake::Stirred
    } else {
        Wake::TimeUp
    })
}
