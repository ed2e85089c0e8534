//! One file per screen: its state, what its keys do, and how it looks.

mod after_answer;
mod answer_field;
mod answering;
mod completion;
mod console;
mod console_side;
mod debrief;
mod drill;
mod figures;
mod filling;
mod finish;
mod help;
mod home;
mod judging;
mod library;
mod palette;
mod past;
mod problems;
mod progress;
mod review_view;
mod review_work;
mod reviewing;
mod say_again;
mod screen;
mod transcript;
mod writing;

pub use drill::DrillScreen;
pub use help::HelpScreen;
pub use home::Home;
pub use library::LibraryScreen;
pub use palette::PaletteScreen;
pub use past::PastScreen;
pub use problems::ProblemsScreen;
pub use progress::ProgressScreen;
pub use screen::Screen;
