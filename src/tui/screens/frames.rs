//! Sentence frames to put in at the caret.

use ratatui::{Frame, layout::Rect, text::Line};

use super::screen::Screen;
use crate::{
    library::SentenceFrame,
    tui::{
        action::Action,
        desk::Desk,
        keymap::Table,
        pane::{Pane, draw_rows, top_for},
        phrases::Phrase,
        route::{Reply, Route},
        wrap::wrap,
    },
};

/// The list of frames.
#[derive(Debug)]
pub struct FramesScreen {
    frames: Vec<SentenceFrame>,
    selected: usize,
}

impl FramesScreen {
    /// The frames that hold in `pack`.
    pub fn new(pack: &str, desk: &Desk) -> Self {
        Self {
            frames: desk.library.frames(pack).into_iter().cloned().collect(),
            selected: 0,
        }
    }
}

impl Screen for FramesScreen {
    fn tables(&self) -> &'static [Table] {
        &[Table::Frames, Table::Lists, Table::Everywhere]
    }

    fn heading(&self, desk: &Desk) -> (String, String) {
        (desk.say(Phrase::FramesTitle).to_owned(), String::new())
    }

    fn act(&mut self, action: Action, _desk: &Desk) -> Reply {
        let last = self.frames.len().saturating_sub(1);
        match action {
            Action::Up => self.selected = self.selected.saturating_sub(1),
            Action::Down => self.selected = (self.selected + 1).min(last),
            Action::First | Action::PageUp => self.selected = 0,
            Action::Last | Action::PageDown => self.selected = last,
            Action::Back => return Reply::go(Route::Back),
            Action::Open => {
                let chosen = self.frames.get(self.selected);
                return Reply::go(chosen.map_or(Route::Back, |it| Route::Insert(it.text.clone())));
            }
            _ => {}
        }
        Reply::stay()
    }

    fn view(&self, frame: &mut Frame, area: Rect, desk: &Desk) {
        let theme = &desk.theme;
        let title = desk.say(Phrase::FramesTitle);
        let inner = Pane::new(title)
            .focused(true)
            .draw(frame, area, theme, &desk.glyphs);
        let width = usize::from(inner.width);
        if self.frames.is_empty() {
            let run = (desk.say(Phrase::FramesNone).to_owned(), theme.muted);
            draw_rows(
                frame,
                inner,
                &wrap(&[run], width, 0),
                0,
                desk.more(),
                theme.muted,
            );
            return;
        }
        let mut rows: Vec<Line> = vec![];
        let mut anchor = 0;
        for (index, it) in self.frames.iter().enumerate() {
            let is_selected = index == self.selected;
            let (mark, style) = if is_selected {
                anchor = rows.len();
                (desk.glyphs.pointer, theme.focus)
            } else {
                (" ", theme.text)
            };
            rows.extend(wrap(&[(format!("{mark} {}", it.text), style)], width, 2));
            let about = it.about.in_language(desk.language.is_chinese());
            if !about.is_empty() {
                rows.extend(wrap(&[(format!("  {about}"), theme.muted)], width, 2));
            }
        }
        let top = top_for(anchor + 1, rows.len(), usize::from(inner.height));
        draw_rows(frame, inner, &rows, top, desk.more(), theme.muted);
    }
}
