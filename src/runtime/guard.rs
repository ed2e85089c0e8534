//! The terminal, taken over and given back in every case.

use std::{
    io::{self, Write},
    sync::{
        Mutex,
        atomic::{AtomicBool, Ordering},
    },
};

use ratatui::crossterm::{
    cursor, event, execute,
    terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode},
};

/// Whether this process has the terminal taken over.
static IS_TAKEN: AtomicBool = AtomicBool::new(false);

/// Whether the wheel of the mouse is wanted.
static WANTS_MOUSE: AtomicBool = AtomicBool::new(false);

/// What a panic said, kept back until the terminal can show it.
static PANIC: Mutex<Option<String>> = Mutex::new(None);

/// Holds the terminal for as long as it lives.
#[derive(Debug)]
pub struct Guard(());

impl Guard {
    /// Takes the terminal over: raw keys, the alternate screen, pastes in one piece, and the mouse if it is wanted.
    pub fn take(wants_mouse: bool) -> io::Result<Self> {
        WANTS_MOUSE.store(wants_mouse, Ordering::SeqCst);
        keep_panics_back();
        let guard = Self(());
        enter()?;
        Ok(guard)
    }

    /// Gives the terminal back for a while.
    pub fn pause(&self) {
        leave();
    }

    /// Takes it over again.
    pub fn resume(&self) -> io::Result<()> {
        enter()
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        leave();
    }
}

/// What a panic said while the terminal was taken over.
pub fn panic_message() -> Option<String> {
    PANIC.lock().ok().and_then(|mut said| said.take())
}

fn enter() -> io::Result<()> {
    enable_raw_mode()?;
    IS_TAKEN.store(true, Ordering::SeqCst);
    execute!(
        io::stdout(),
        EnterAlternateScreen,
        event::EnableBracketedPaste,
        event::EnableFocusChange
    )?;
    if WANTS_MOUSE.load(Ordering::SeqCst) {
        execute!(io::stdout(), event::EnableMouseCapture)?;
    }
    Ok(())
}

fn leave() {
    if !IS_TAKEN.swap(false, Ordering::SeqCst) {
        return;
    }
    let mut output = io::stdout();
    // Each order by itself: what fails must not keep the others back.
    if WANTS_MOUSE.load(Ordering::SeqCst) {
        let _ = execute!(output, event::DisableMouseCapture);
    }
    let _ = execute!(output, event::DisableFocusChange);
    let _ = execute!(output, event::DisableBracketedPaste);
    let _ = execute!(output, LeaveAlternateScreen);
    let _ = execute!(output, cursor::Show);
    let _ = disable_raw_mode();
    let _ = output.flush();
}

/// While the terminal is taken over, a panic is remembered instead of being printed into the picture.
fn keep_panics_back() {
    static ONCE: std::sync::Once = std::sync::Once::new();
    ONCE.call_once(|| {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            if IS_TAKEN.load(Ordering::SeqCst) {
                if let Ok(mut said) = PANIC.lock() {
                    *said = Some(info.to_string());
                }
            } else {
                before(info);
            }
        }));
    });
}
