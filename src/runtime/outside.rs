//! What effects need of the machine besides the store: the learner's editor, a file, the background.

use std::{
    env, fs,
    io::{self, Write as _},
    path::PathBuf,
    process::Command,
};

use super::{clipboard::copying, guard::Guard, voice::Voice};
use crate::{library::Library, storage::LibraryPlace};

/// The machine around the program.
pub trait Outside {
    /// Lets the learner change `text` in their own editor; `None` if nothing came back.
    fn edit(&mut self, text: &str) -> io::Result<Option<String>>;

    /// Writes a file that the learner asked for and says where it is.
    fn export(&mut self, name: &str, text: &str) -> io::Result<String>;

    /// Offers `text` to the clipboard of the terminal; nobody tells whether it was taken.
    fn copy(&mut self, _text: &str) -> io::Result<()> {
        Ok(())
    }

    /// Reads the scenario files again.
    fn library(&mut self) -> Result<Library, String>;

    /// Speaks `text` aloud while the program goes on; an earlier text falls silent. `false` without a voice.
    fn speak(&mut self, text: &str) -> io::Result<bool>;

    /// Goes to the background until the shell brings the program back.
    fn suspend(&mut self) -> io::Result<()>;
}

/// What of the machine a sitting uses.
#[derive(Debug)]
pub struct Around {
    /// Where exports and the text under edit are written.
    pub folder: PathBuf,
    /// Where the scenarios come from.
    pub scenarios: LibraryPlace,
    /// The editor that was configured, with its arguments; without one the environment says.
    pub editor: Option<String>,
    /// Whether the wheel of the mouse is wanted.
    pub wants_mouse: bool,
    /// The command that speaks a text aloud, with its arguments.
    pub speak: Option<String>,
}

impl Around {
    /// Only the two places, and everything else as the environment says.
    pub const fn new(folder: PathBuf, scenarios: LibraryPlace) -> Self {
        Self {
            folder,
            scenarios,
            editor: None,
            wants_mouse: false,
            speak: None,
        }
    }
}

/// The real machine.
#[derive(Debug)]
pub struct Workstation<'a> {
    guard: &'a Guard,
    around: Around,
    voice: Voice,
}

impl<'a> Workstation<'a> {
    /// The machine whose terminal `guard` holds.
    pub fn new(guard: &'a Guard, around: Around) -> Self {
        let voice = Voice::new(around.speak.clone());
        Self {
            guard,
            around,
            voice,
        }
    }
}

impl Outside for Workstation<'_> {
    fn speak(&mut self, text: &str) -> io::Result<bool> {
        self.voice.speak(text)
    }

    fn edit(&mut self, text: &str) -> io::Result<Option<String>> {
        let named = |name| env::var(name).ok().filter(|it| !it.trim().is_empty());
        let editor = self.around.editor.clone().or_else(|| named("VISUAL"));
        let editor = editor.or_else(|| named("EDITOR"));
        let editor = editor.unwrap_or_else(|| "vi".to_owned());
        let mut words = editor.split_whitespace();
        let Some(program) = words.next() else {
            return Ok(None);
        };
        fs::create_dir_all(&self.around.folder)?;
        let path = self.around.folder.join("answer.md");
        fs::write(&path, text)?;
        self.guard.pause();
        let status = Command::new(program).args(words).arg(&path).status();
        self.guard.resume()?;
        let edited = fs::read_to_string(&path);
        fs::remove_file(&path)?;
        let edited = edited?;
        Ok((status?.success() && edited.trim_end() != text.trim_end()).then_some(edited))
    }

    fn export(&mut self, name: &str, text: &str) -> io::Result<String> {
        let folder = self.around.folder.join("exports");
        fs::create_dir_all(&folder)?;
        let path = folder.join(name);
        fs::write(&path, text)?;
        Ok(path.display().to_string())
    }

    fn copy(&mut self, text: &str) -> io::Result<()> {
        let Some(order) = copying(text) else {
            return Ok(());
        };
        let mut terminal = io::stdout().lock();
        terminal.write_all(order.as_bytes())?;
        terminal.flush()
    }

    fn library(&mut self) -> Result<Library, String> {
        let listing = self.around.scenarios.listing();
        listing.map_err(|error| error.to_string())
    }

    #[cfg(unix)]
    fn suspend(&mut self) -> io::Result<()> {
        self.guard.pause();
        let stopped = signal_hook::low_level::raise(signal_hook::consts::SIGTSTP);
        self.guard.resume()?;
        stopped
    }

    #[cfg(not(unix))]
    fn suspend(&mut self) -> io::Result<()> {
        Ok(())
    }
}
