//! The learner's own judgement of an answer, point by point, before the debrief.

use ratatui::{
    Frame,
    layout::{Constraint, Layout, Rect},
    text::{Line, Span},
    widgets::Paragraph,
};

use crate::{
    domain::Step,
    progress::Attempt,
    session::OwnJudgement,
    tui::{
        action::Action,
        desk::Desk,
        pane::{Pane, draw_rows, top_for},
        phrases::Phrase,
        wrap::wrap,
    },
};

/// An answer, the points it was asked for, and what the learner says of each.
#[derive(Debug)]
pub struct Judging {
    attempt: Attempt,
    step: Option<Step>,
    selected: usize,
    /// One for each finding of the scorecard; `None` while it is not judged.
    claims: Vec<Option<bool>>,
}

impl Judging {
    /// Nothing of `attempt` judged yet.
    pub fn new(attempt: Attempt, step: Option<Step>) -> Self {
        Self {
            claims: vec![None; attempt.card.criteria.len()],
            attempt,
            step,
            selected: 0,
        }
    }

    /// Moves, or says of the selected point whether it was made and goes on to the next.
    pub fn act(&mut self, action: Action) {
        let last = self.claims.len().saturating_sub(1);
        match action {
            Action::Up => self.selected = self.selected.saturating_sub(1),
            Action::Down => self.selected = (self.selected + 1).min(last),
            Action::First | Action::PageUp => self.selected = 0,
            Action::Last | Action::PageDown => self.selected = last,
            Action::Claim | Action::Disclaim => {
                if let Some(claim) = self.claims.get_mut(self.selected) {
                    *claim = Some(action == Action::Claim);
                }
                self.selected = (self.selected + 1).min(last);
            }
            _ => {}
        }
    }

    /// What was judged so far.
    pub fn judgement(&self) -> OwnJudgement {
        let findings = self.attempt.card.criteria.iter().zip(&self.claims);
        let claims = findings.filter_map(|(finding, claim)| Some((finding.id.clone(), (*claim)?)));
        OwnJudgement {
            claims: claims.collect(),
        }
    }

    /// Draws the answer and the points.
    pub fn view(&self, frame: &mut Frame, area: Rect, desk: &Desk) {
        let is_wide = area.width >= 76;
        let halves = [Constraint::Fill(1), Constraint::Fill(1)];
        let layout = if is_wide {
            Layout::horizontal(halves)
        } else {
            Layout::vertical(halves)
        };
        let [answer, points] = area.layout(&layout);
        let inner =
            Pane::new(desk.say(Phrase::YourAnswer)).draw(frame, answer, &desk.theme, &desk.glyphs);
        let text = (self.attempt.answer.clone(), desk.theme.text);
        let rows = wrap(&[text], usize::from(inner.width), 0);
        frame.render_widget(Paragraph::new(rows), inner);
        let inner = Pane::new(desk.say(Phrase::DidYouMake)).focused(true).draw(
            frame,
            points,
            &desk.theme,
            &desk.glyphs,
        );
        let (rows, starts) = self.rows(usize::from(inner.width), desk);
        let anchor = starts.get(self.selected).copied().unwrap_or(0);
        let top = top_for(anchor + 1, rows.len(), usize::from(inner.height));
        draw_rows(frame, inner, &rows, top, desk.more(), desk.theme.muted);
    }

    fn rows(&self, width: usize, desk: &Desk) -> (Vec<Line<'static>>, Vec<usize>) {
        let theme = &desk.theme;
        let intro = (desk.say(Phrase::JudgeFirst).to_owned(), theme.muted);
        let mut rows = wrap(&[intro], width, 0);
        rows.push(Line::default());
        let mut starts = vec![];
        for (index, (finding, claim)) in self
            .attempt
            .card
            .criteria
            .iter()
            .zip(&self.claims)
            .enumerate()
        {
            starts.push(rows.len());
            let mut named = self.step.iter().flat_map(|step| &step.rubric);
            let point = named.find(|point| point.id.as_str() == finding.id);
            let point = point.map_or(finding.id.as_str(), |point| {
                point.point.in_language(desk.language.is_chinese())
            });
            let (word, style) = match claim {
                Some(true) => (Phrase::Claimed, theme.hit),
                Some(false) => (Phrase::NotClaimed, theme.missed),
                None => (Phrase::NotJudged, theme.muted),
            };
            let is_selected = index == self.selected;
            let name = if is_selected {
                theme.emphasis
            } else {
                theme.text
            };
            let runs = [
                (format!("[{}] ", desk.say(word)), style),
                (point.to_owned(), name),
            ];
            let pointer = if is_selected {
                desk.glyphs.pointer
            } else {
                " "
            };
            for (number, mut row) in wrap(&runs, width.saturating_sub(2), 4)
                .into_iter()
                .enumerate()
            {
                let mark = if number == 0 { pointer } else { " " };
                let mark = Span::styled(format!("{mark} "), theme.focus);
                row.spans.insert(0, mark);
                rows.push(row);
            }
        }
        (rows, starts)
    }
}
