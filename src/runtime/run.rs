//! The loop: draw, wait for a message, update, do what is asked.

use std::{
    collections::VecDeque,
    ffi::OsStr,
    io,
    panic::{AssertUnwindSafe, catch_unwind},
    path::Path,
};

use ratatui::{Terminal, backend::Backend};

use super::{
    clock::Clock, guard::panic_message, messages::Messages, outside::Outside, store::Store,
};
use crate::tui::{App, Effect, Message, Write};

/// Why the loop ended before it was asked to.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// The terminal failed.
    #[error("the terminal failed: {0}")]
    Terminal(io::Error),
    /// The program is at fault; text in hand was saved before this was said.
    #[error("firedrill broke, which is a fault in the program; what you typed is saved: {0}")]
    Panic(String),
}

/// Runs until the application asks to quit or the messages end. A panic inside becomes an error, after the
/// text in hand has been handed to `store`.
pub fn run<B: Backend<Error: std::error::Error + Send + Sync + 'static>>(
    app: &mut App,
    terminal: &mut Terminal<B>,
    messages: &mut dyn Messages,
    store: &mut dyn Store,
    outside: &mut dyn Outside,
    clock: &dyn Clock,
) -> Result<(), RunError> {
    let looped = catch_unwind(AssertUnwindSafe(|| {
        turn_round(app, terminal, messages, store, outside, clock)
    }));
    let (result, panic) = match looped {
        Ok(result) => (result, None),
        Err(payload) => (Ok(()), Some(said(payload.as_ref()))),
    };
    if result.is_err() || panic.is_some() {
        save_what_is_left(app, store);
    }
    match panic {
        Some(said) => Err(RunError::Panic(said)),
        None => result.map_err(RunError::Terminal),
    }
}

fn turn_round<B: Backend<Error: std::error::Error + Send + Sync + 'static>>(
    app: &mut App,
    terminal: &mut Terminal<B>,
    messages: &mut dyn Messages,
    store: &mut dyn Store,
    outside: &mut dyn Outside,
    clock: &dyn Clock,
) -> io::Result<()> {
    let mut effects = VecDeque::from(app.start());
    loop {
        while let Some(effect) = effects.pop_front() {
            if effect == Effect::Quit {
                return Ok(());
            }
            if effect == Effect::Redraw {
                // Asks the terminal where the cursor is; one that does not answer is drawn over all the same.
                let _ = terminal.clear();
                continue;
            }
            let answer = perform(effect, store, outside, clock);
            for message in answer {
                effects.extend(app.update(message));
            }
        }
        terminal
            .draw(|frame| app.view(frame))
            .map_err(io::Error::other)?;
        let Some(message) = messages.next(app.wake_at())? else {
            return Ok(());
        };
        effects.extend(app.update(message));
    }
}

/// Does what an effect asks and returns the messages that tell of it.
pub fn perform(
    effect: Effect,
    store: &mut dyn Store,
    outside: &mut dyn Outside,
    clock: &dyn Clock,
) -> Vec<Message> {
    match effect {
        Effect::Keep(write) => vec![match keep(&write, store) {
            Ok(()) => Message::Kept(write),
            Err(reason) => Message::NotKept {
                write,
                reason,
                at: clock.now(),
            },
        }],
        Effect::LoadOverview => vec![
            store
                .overview(clock.now())
                .map_or_else(Message::Failed, |overview| {
                    Message::Overview(Box::new(overview))
                }),
        ],
        Effect::LoadMissed(keys) => vec![
            store
                .missed_at(&keys)
                .map_or_else(Message::Failed, Message::Missed),
        ],
        Effect::LoadAttempt(id) => vec![match store.attempt(&id) {
            Ok(Some(attempt)) => Message::Attempt(Box::new(attempt)),
            Ok(None) => Message::Failed("this answer is no longer in the log".to_owned()),
            Err(reason) => Message::Failed(reason),
        }],
        Effect::LoadInterviews => vec![
            store
                .interviews()
                .map_or_else(Message::Failed, Message::Interviews),
        ],
        Effect::LoadRun(run) => vec![match store.left_run(&run) {
            Ok(Some(left)) => Message::Run(Box::new(left)),
            Ok(None) => Message::Failed("this draft is no longer there".to_owned()),
            Err(reason) => Message::Failed(reason),
        }],
        Effect::Edit(text) => {
            let edited = outside.edit(&text);
            let at = clock.now();
            match edited {
                Ok(text) => vec![Message::Resumed(at), Message::Edited { text, at }],
                Err(error) => vec![
                    Message::Resumed(at),
                    Message::Failed(format!("the editor could not be run: {error}")),
                ],
            }
        }
        Effect::Export { name, text } => {
            // What is written to be pasted elsewhere is offered to the clipboard as well.
            let is_for_pasting = Path::new(&name).extension() == Some(OsStr::new("md"));
            let copied = is_for_pasting.then(|| outside.copy(&text)).transpose();
            let written = outside.export(&name, &text);
            vec![match copied.and(written) {
                Ok(path) => Message::Done(path),
                Err(error) => Message::Failed(format!("cannot write `{name}`: {error}")),
            }]
        }
        Effect::Reload => vec![match outside.library() {
            Ok(library) => {
                store.library_changed(&library);
                Message::Library(Box::new(library))
            }
            Err(reason) => Message::Failed(reason),
        }],
        Effect::Speak(text) => match outside.speak(&text) {
            Ok(true) => vec![],
            Ok(false) => vec![Message::NoVoice],
            Err(error) => vec![Message::Failed(format!(
                "the voice could not be started: {error}"
            ))],
        },
        Effect::Suspend => {
            let suspended = outside.suspend();
            let mut messages = vec![Message::Resumed(clock.now())];
            if let Err(error) = suspended {
                messages.push(Message::Failed(error.to_string()));
            }
            messages
        }
        Effect::Notify(_) | Effect::Redraw | Effect::Quit => vec![],
    }
}

fn keep(write: &Write, store: &mut dyn Store) -> Result<(), String> {
    match write {
        Write::Records { records, finished } => store.append(records, finished.as_ref()),
        Write::Draft(draft) => store.save_draft(draft),
    }
}

/// The last chance for text in hand; the application may be half updated, so it is asked with care.
fn save_what_is_left(app: &App, store: &mut dyn Store) {
    let writes = catch_unwind(AssertUnwindSafe(|| app.unsaved())).unwrap_or_default();
    for write in &writes {
        let _ = catch_unwind(AssertUnwindSafe(|| keep(write, store)));
    }
}

fn said(payload: &(dyn std::any::Any + Send)) -> String {
    let text = payload
        .downcast_ref::<&str>()
        .map(|text| (*text).to_owned())
        .or_else(|| payload.downcast_ref::<String>().cloned());
    panic_message().or(text).unwrap_or_default()
}
