//! How a review under way looks: the request, the diff, and the editor below it.

use ratatui::{
    Frame,
    layout::{Constraint, Layout, Rect},
    text::{Line, Span},
    widgets::Paragraph,
};

use super::review_work::{Focus, ReviewWork};
use crate::{
    domain::Task,
    session::Drill,
    tui::{
        action::Action,
        count, dates,
        desk::Desk,
        diff_list::DiffRow,
        diff_paint::{Painter, label_name, label_style},
        keymap::Table,
        markdown::markdown,
        own_review::Place,
        pane::{Pane, draw_rows},
        phrases::Phrase,
        review_words,
        wrap::{shorten, wrap},
    },
};

/// Cells from which the request stands beside the diff.
const WIDE: u16 = 110;

/// Rows of the editor of a comment, its frame included.
const EDITOR: u16 = 7;

/// A review under way, and what it is looked at with.
pub(super) struct ReviewView<'a> {
    pub work: &'a ReviewWork,
    pub drill: &'a Drill,
    pub desk: &'a Desk,
}

impl ReviewView<'_> {
    /// Draws everything into `area`.
    pub fn draw(&self, frame: &mut Frame, area: Rect) {
        let is_request = matches!(self.work.focus, Focus::Request);
        if area.width >= WIDE {
            let columns = Layout::horizontal([Constraint::Length(46), Constraint::Fill(1)]);
            let [left, right] = area.layout(&columns);
            self.draw_request(frame, left, is_request);
            self.draw_work(frame, right);
        } else if is_request {
            self.draw_request(frame, area, true);
        } else {
            self.draw_work(frame, area);
        }
    }

    /// The diff, and below it what is being typed.
    fn draw_work(&self, frame: &mut Frame, area: Rect) {
        let lower = match self.work.focus {
            Focus::Comment(..) | Focus::Conclusion(_) => EDITOR.min(area.height / 2),
            Focus::Search(_) => 3.min(area.height / 2),
            Focus::Request | Focus::Diff => 0,
        };
        let [upper, lower] = area.layout(&Layout::vertical([
            Constraint::Min(0),
            Constraint::Length(lower),
        ]));
        self.draw_diff(frame, upper);
        if lower.height > 2 {
            self.draw_editor(frame, lower);
        }
    }

    fn draw_diff(&self, frame: &mut Frame, area: Rect) {
        let desk = self.desk;
        let counters = self.counters();
        let room = usize::from(area.width).saturating_sub(counters.width() + 8);
        let inner = Pane::new(&shorten(self.title(), room))
            .right(counters)
            .focused(matches!(self.work.focus, Focus::Diff))
            .draw(frame, area, &desk.theme, &desk.glyphs);
        let rows = self.visible(usize::from(inner.width), usize::from(inner.height));
        frame.render_widget(Paragraph::new(rows), inner);
    }

    /// The file of the current row, or the diff.
    fn title(&self) -> &str {
        let work = self.work;
        let file = match work.rows.get(work.at) {
            Some(DiffRow::File(file) | DiffRow::Hunk(file, _)) => Some(*file),
            Some(DiffRow::Line(spot)) => Some(spot.file),
            Some(DiffRow::Comment(number)) => {
                match work.own.comments.get(*number).map(|it| &it.place) {
                    Some(Place::Lines { first, .. }) => Some(first.file),
                    _ => None,
                }
            }
            _ => None,
        };
        let file = file.and_then(|file| work.diff.files.get(file));
        file.map_or(self.desk.say(Phrase::ReviewDiff), |file| file.path())
    }

    /// The rows of the screen around the current one; only these are painted.
    fn visible(&self, width: usize, height: usize) -> Vec<Line<'static>> {
        let work = self.work;
        let painter = Painter {
            diff: &work.diff,
            own: &work.own,
            look: &work.look,
            width,
            digits: work.digits,
            desk: self.desk,
        };
        let paint = |row: usize| {
            let found = work.rows.get(row).copied();
            found.map_or(vec![], |it| painter.paint(it, row == work.at))
        };
        let mut shown = paint(work.at);
        let wanted_above = height.saturating_sub(shown.len()) / 2;
        let mut above = 0;
        let mut first = work.at;
        while first > 0 && above < wanted_above {
            first -= 1;
            let rows = paint(first);
            above += rows.len();
            shown.splice(0..0, rows);
        }
        let mut next = work.at + 1;
        while shown.len() < height + above.saturating_sub(wanted_above) && next < work.rows.len() {
            shown.extend(paint(next));
            next += 1;
        }
        // at the end there may be room for more above
        while first > 0 && shown.len() < height {
            first -= 1;
            let rows = paint(first);
            above += rows.len();
            shown.splice(0..0, rows);
        }
        let surplus = shown.len().saturating_sub(height);
        let skipped = if next >= work.rows.len() {
            surplus.min(above)
        } else {
            above.saturating_sub(wanted_above).min(surplus)
        };
        shown.drain(..skipped);
        shown.truncate(height);
        shown
    }

    fn draw_editor(&self, frame: &mut Frame, area: Rect) {
        let desk = self.desk;
        let key = |action| {
            let key = desk.keymap.key_of(&[Table::Remark], action);
            key.map(|key| key.to_string()).unwrap_or_default()
        };
        let own = &self.work.own;
        let (title, right, editor, hint) = match &self.work.focus {
            Focus::Comment(number, editor) => {
                let label = own.comments.get(*number).and_then(|it| it.label);
                let name = format!("[{}]", label_name(desk, label));
                let right = Line::from(vec![
                    Span::styled(name, label_style(desk, label)),
                    Span::styled(
                        format!(" {}", desk.fill(Phrase::LabelTurns, &[&key(Action::Label)])),
                        desk.theme.muted,
                    ),
                ]);
                (Phrase::ReviewComment, right, editor, Phrase::CommentHint)
            }
            Focus::Conclusion(editor) => {
                let decision = own.decision.map_or_else(
                    || desk.say(Phrase::NoDecision),
                    |decision| review_words::decision(desk, decision),
                );
                let right = Line::from(vec![
                    Span::styled(decision.to_owned(), desk.theme.emphasis),
                    Span::styled(
                        format!(
                            " {}",
                            desk.fill(Phrase::DecisionTurns, &[&key(Action::Label)])
                        ),
                        desk.theme.muted,
                    ),
                ]);
                (Phrase::ReviewSummary, right, editor, Phrase::SummaryHint)
            }
            Focus::Search(editor) => (
                Phrase::ReviewFind,
                Line::default(),
                editor,
                Phrase::FindHint,
            ),
            Focus::Request | Focus::Diff => return,
        };
        let inner = Pane::new(desk.say(title)).right(right).focused(true).draw(
            frame,
            area,
            &desk.theme,
            &desk.glyphs,
        );
        editor.draw(frame, inner, &desk.theme, desk.say(hint), true);
    }

    fn draw_request(&self, frame: &mut Frame, area: Rect, is_focused: bool) {
        if area.height < 3 {
            return;
        }
        let desk = self.desk;
        let inner = Pane::new(desk.say(Phrase::ReviewRequest))
            .focused(is_focused)
            .draw(frame, area, &desk.theme, &desk.glyphs);
        let rows = self.request(usize::from(inner.width));
        let top = self.work.top;
        draw_rows(frame, inner, &rows, top, desk.more(), desk.theme.muted);
    }

    /// What is asked, the request in its author's words, the files, the comments so far.
    fn request(&self, width: usize) -> Vec<Line<'static>> {
        let desk = self.desk;
        let theme = &desk.theme;
        let is_chinese = desk.language.is_chinese();
        let step = self.drill.step();
        let mut rows = markdown(
            self.drill.scenario().brief.in_language(is_chinese),
            width,
            theme,
        );
        let section = |rows: &mut Vec<Line<'static>>, title: Phrase, text: Vec<Line<'static>>| {
            rows.push(Line::default());
            rows.push(Line::styled(desk.say(title).to_owned(), theme.focus));
            rows.extend(text);
        };
        if let Task::Review(review) = &step.task {
            let mut text = vec![];
            if let Some(title) = &review.title {
                let title = (title.in_language(is_chinese).to_owned(), theme.emphasis);
                text.extend(wrap(&[title], width, 0));
            }
            if let Some(body) = &review.text {
                text.extend(markdown(body.in_language(is_chinese), width, theme));
            }
            if !text.is_empty() {
                section(&mut rows, Phrase::ReviewRequest, text);
            }
        }
        let ask = markdown(step.ask.in_language(is_chinese), width, theme);
        section(&mut rows, Phrase::Ask, ask);
        for hint in self.drill.hints() {
            let hint = markdown(hint.in_language(is_chinese), width, theme);
            section(&mut rows, Phrase::HintLabel, hint);
        }
        if self.work.shows_points {
            let points = step.rubric.iter().map(|point| {
                let point = point.point.in_language(is_chinese);
                format!("- {point}")
            });
            let points = points.collect::<Vec<_>>().join("\n");
            section(
                &mut rows,
                Phrase::PointsLabel,
                markdown(&points, width, theme),
            );
        }
        if self.work.shows_model
            && let Some(model) = step.models.first()
        {
            let run = (model.text.trim().to_owned(), theme.text);
            section(&mut rows, Phrase::ModelAnswer, wrap(&[run], width, 2));
        }
        section(&mut rows, Phrase::ReviewFiles, self.files(width));
        rows
    }

    fn files(&self, width: usize) -> Vec<Line<'static>> {
        let work = self.work;
        let theme = &self.desk.theme;
        let mut rows = vec![];
        for (number, file) in work.diff.files.iter().enumerate() {
            let (added, removed) = file.changes();
            let of_it =
                |place: &Place| matches!(place, Place::Lines { first, .. } if first.file == number);
            let comments = work.own.comments.iter();
            let comments = comments.filter(|comment| of_it(&comment.place)).count();
            let tail = format!(
                " +{added} -{removed} {} {}",
                self.desk.glyphs.dot,
                self.desk
                    .fill(Phrase::CommentCount, &[&comments.to_string()])
            );
            let room = width.saturating_sub(tail.chars().count());
            rows.push(Line::from(vec![
                Span::styled(shorten(file.path(), room), theme.text),
                Span::styled(tail, theme.muted),
            ]));
        }
        rows
    }

    /// Comments, words, time.
    fn counters(&self) -> Line<'static> {
        let (desk, own) = (self.desk, &self.work.own);
        let theme = &desk.theme;
        let said = own
            .comments
            .iter()
            .map(|comment| count::words(&comment.text));
        let words = said.sum::<usize>() + count::words(&own.summary);
        let limits = self.drill.step().limits;
        let style = |is_over| if is_over { theme.partial } else { theme.muted };
        let comments = own.comments.len().to_string();
        let mut parts = vec![Span::styled(
            desk.fill(Phrase::CommentCount, &[&comments]),
            theme.muted,
        )];
        if let Some(most) = limits.words {
            let counted = desk.fill(Phrase::WordsOf, &[&words.to_string(), &most.to_string()]);
            parts.push(Span::styled(counted, style(words > most as usize)));
        }
        if let Some(most) = limits.seconds {
            let active = self.drill.active(desk.now);
            let most = std::time::Duration::from_secs(u64::from(most));
            let counted = format!("{}/{}", dates::clock(active), dates::clock(most));
            parts.push(Span::styled(counted, style(active > most)));
        }
        let mut spans: Vec<Span<'static>> = vec![];
        for part in parts {
            if !spans.is_empty() {
                spans.push(Span::styled(format!(" {} ", desk.glyphs.dot), theme.muted));
            }
            spans.push(part);
        }
        Line::from(spans)
    }
}
