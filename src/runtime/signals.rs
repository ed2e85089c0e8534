//! SIGTERM and SIGHUP reach the loop, even while it waits for a key.

use std::{
    io,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread,
};

/// Whether the system has asked the program to end.
#[derive(Clone, Debug, Default)]
pub struct Signals {
    stop: Arc<AtomicBool>,
}

impl Signals {
    /// Listens from now on.
    #[cfg(unix)]
    pub fn listen() -> io::Result<Self> {
        use signal_hook::{
            consts::{SIGHUP, SIGTERM, SIGWINCH},
            iterator,
            low_level::raise,
        };

        let signals = Self::default();
        let stop = Arc::clone(&signals.stop);
        let mut arriving = iterator::Signals::new([SIGTERM, SIGHUP])?;
        thread::Builder::new()
            .name("signals".to_owned())
            .spawn(move || {
                for _ in arriving.forever() {
                    stop.store(true, Ordering::SeqCst);
                    // Waiting for a key goes on after a signal, but a change of the window size ends it.
                    let _ = raise(SIGWINCH);
                }
            })?;
        Ok(signals)
    }

    /// Where there are no such signals there is nothing to listen to.
    #[cfg(not(unix))]
    pub fn listen() -> io::Result<Self> {
        let _ = thread::Builder::new();
        Ok(Self::default())
    }

    /// Whether the program is to end.
    pub fn is_stopping(&self) -> bool {
        self.stop.load(Ordering::SeqCst)
    }
}
