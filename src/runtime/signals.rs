//! SIGTERM, SIGHUP and changes of the window size reach the loop, even while it waits for a key.

use std::{
    io,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

/// Whether the system has asked the program to end, and the end of a pipe that wakes the loop.
#[derive(Clone, Debug)]
pub struct Signals {
    stop: Arc<AtomicBool>,
    #[cfg(unix)]
    alarm: Arc<std::os::unix::net::UnixStream>,
}

impl Signals {
    /// Listens from now on.
    #[cfg(unix)]
    pub fn listen() -> io::Result<Self> {
        use std::{io::Write as _, os::unix::net::UnixStream, thread, time::Duration};

        use signal_hook::{
            consts::{SIGHUP, SIGTERM, SIGWINCH, SIGXFSZ},
            flag, iterator,
            low_level::emulate_default_handler,
        };

        /// How long the loop may take to save and leave, before the signal does what it does by default.
        const GRACE: Duration = Duration::from_secs(10);

        // A file that may not grow any more is an error of that write, and no reason to end.
        flag::register(SIGXFSZ, Arc::default())?;
        let stop = Arc::new(AtomicBool::new(false));
        let stopping = Arc::clone(&stop);
        let (alarm, mut bell) = UnixStream::pair()?;
        alarm.set_nonblocking(true)?;
        bell.set_nonblocking(true)?;
        let mut arriving = iterator::Signals::new([SIGTERM, SIGHUP, SIGWINCH])?;
        thread::Builder::new()
            .name("signals".to_owned())
            .spawn(move || {
                for signal in arriving.forever() {
                    let is_stop = signal != SIGWINCH;
                    if is_stop {
                        stopping.store(true, Ordering::SeqCst);
                    }
                    // A full pipe has woken the loop already.
                    let _ = bell.write(&[0]);
                    if is_stop {
                        thread::sleep(GRACE);
                        let _ = emulate_default_handler(signal);
                    }
                }
            })?;
        Ok(Self {
            stop,
            alarm: Arc::new(alarm),
        })
    }

    /// Where there are no such signals there is nothing to listen to.
    #[cfg(not(unix))]
    pub fn listen() -> io::Result<Self> {
        Ok(Self {
            stop: Arc::new(AtomicBool::new(false)),
        })
    }

    /// Whether the program is to end.
    pub fn is_stopping(&self) -> bool {
        self.stop.load(Ordering::SeqCst)
    }

    /// What becomes readable when a signal has arrived.
    #[cfg(unix)]
    pub fn alarm(&self) -> &std::os::unix::net::UnixStream {
        &self.alarm
    }
}
