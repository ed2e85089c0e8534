//! A framed part of the screen, and where a text that is too long stands in it.

use ratatui::{
    Frame,
    layout::Rect,
    style::{Modifier, Style},
    text::{Line, Span},
    widgets::{Block, Paragraph},
};

use super::{glyphs::Glyphs, theme::Theme};

/// The rows that should follow the wanted one in the picture.
const AIR: usize = 4;

/// A frame with a title, and more words at its right.
#[derive(Clone, Debug, Default)]
pub struct Pane<'a> {
    title: &'a str,
    right: Line<'a>,
    is_focused: bool,
}

impl<'a> Pane<'a> {
    /// A frame with `title`.
    pub fn new(title: &'a str) -> Self {
        Self {
            title,
            ..Self::default()
        }
    }

    /// With `words` at the right of the title row.
    #[must_use]
    pub fn right(mut self, words: impl Into<Line<'a>>) -> Self {
        self.right = words.into();
        self
    }

    /// With the title of the pane that takes the keys, if it does.
    #[must_use]
    pub const fn focused(mut self, is_focused: bool) -> Self {
        self.is_focused = is_focused;
        self
    }

    /// Draws the frame and returns what is inside, one cell of air left and right.
    pub fn draw(self, frame: &mut Frame, area: Rect, theme: &Theme, glyphs: &Glyphs) -> Rect {
        if area.width < 4 || area.height < 3 {
            return area;
        }
        let title = if self.is_focused {
            theme.focus
        } else {
            theme.title
        };
        let mut block = Block::bordered()
            .border_set(glyphs.frame)
            .border_style(theme.frame);
        if !self.title.is_empty() {
            let title = Span::styled(format!(" {} ", self.title), over_frame(title));
            block = block.title(Line::from(title));
        }
        if self.right.width() > 0 {
            let mut right = self.right;
            for span in &mut right.spans {
                span.style = over_frame(span.style);
            }
            right.spans.insert(0, Span::raw(" "));
            right.spans.push(Span::raw(" "));
            block = block.title(right.right_aligned());
        }
        let inner = block.inner(area);
        frame.render_widget(block, area);
        Rect {
            x: inner.x + 1,
            width: inner.width.saturating_sub(2),
            ..inner
        }
    }
}

/// A style for words that stand in the row of a frame and are not to be as faint as the frame.
fn over_frame(style: Style) -> Style {
    if style.add_modifier.contains(Modifier::DIM) {
        style
    } else {
        style.remove_modifier(Modifier::DIM)
    }
}

/// The first row to show so that row `wanted` of `rows` is seen in `height`: the first one while `wanted` is well
/// inside, else such that `wanted` is near the middle.
pub fn top_for(wanted: usize, rows: usize, height: usize) -> usize {
    if wanted + AIR < height {
        return 0;
    }
    let last = rows.saturating_sub(height);
    wanted.saturating_sub(height / 2).min(last)
}

/// Draws the rows of a text from `top` on, with a mark at the right where there is more.
pub fn draw_rows(
    frame: &mut Frame,
    area: Rect,
    rows: &[Line<'static>],
    top: usize,
    marks: (&'static str, &'static str),
    style: Style,
) {
    let height = usize::from(area.height);
    let top = top.min(rows.len().saturating_sub(height));
    let shown: Vec<_> = rows.iter().skip(top).take(height).cloned().collect();
    frame.render_widget(Paragraph::new(shown), area);
    let edge = Rect {
        x: area.right(),
        width: 1,
        height: 1,
        ..area
    };
    if area.is_empty() || edge.right() > frame.area().right() {
        return;
    }
    if top > 0 {
        frame.render_widget(Line::styled(marks.0, style), edge);
    }
    if top + height < rows.len() {
        let y = area.bottom() - 1;
        frame.render_widget(Line::styled(marks.1, style), Rect { y, ..edge });
    }
}

#[cfg(test)]
mod tests {
    use super::top_for;

    #[test]
    fn the_wanted_row_is_always_seen() {
        for rows in 1..30 {
            for height in 1..10 {
                for wanted in 0..rows {
                    let top = top_for(wanted, rows, height);
                    assert!(top <= wanted && wanted < top + height);
                    assert!(top == 0 || top + height <= rows);
                }
            }
        }
    }
}
