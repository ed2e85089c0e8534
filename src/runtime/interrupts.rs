//! Ctrl-C and the other ways to ask a command to end that has no end of its own.

use std::{
    io,
    sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel},
    time::Duration,
};

/// Waits that an interrupt cuts short.
#[derive(Debug)]
pub struct Interrupts {
    arriving: Receiver<()>,
    /// Held so that waiting without an interrupt is no error.
    _open: Sender<()>,
}

impl Interrupts {
    /// Listens from now on; the signals no longer end the program by themselves.
    pub fn listen() -> io::Result<Self> {
        let (sender, arriving) = channel();
        #[cfg(unix)]
        {
            use signal_hook::{
                consts::{SIGHUP, SIGINT, SIGTERM},
                iterator::Signals,
            };
            let told = sender.clone();
            let mut signals = Signals::new([SIGINT, SIGTERM, SIGHUP])?;
            std::thread::Builder::new()
                .name("interrupts".to_owned())
                .spawn(move || {
                    for _ in signals.forever() {
                        let _ = told.send(());
                    }
                })?;
        }
        Ok(Self {
            arriving,
            _open: sender,
        })
    }

    /// Waits for `pause`, or until an interrupt; `true` if there was one.
    pub fn came_within(&self, pause: Duration) -> bool {
        self.arriving.recv_timeout(pause) != Err(RecvTimeoutError::Timeout)
    }
}
