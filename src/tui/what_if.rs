//! What the bill comes to if a given or a price were another: bars that move with the numbers.

use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::{
    action::Action, bar::bar, desk::Desk, figures::figure, phrases::Phrase, wrap::shorten,
};
use crate::{
    domain::Sheet,
    scoring::{Bill, Estimate},
};

/// By how much a number can be multiplied.
const STEPS: [f64; 9] = [0.1, 0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 4.0, 10.0];

/// The place of "as given" in the steps.
const AS_GIVEN: usize = 4;

/// A sheet with some of its numbers changed.
#[derive(Clone, Debug)]
pub struct WhatIf {
    sheet: Sheet,
    estimate: Estimate,
    /// Givens, then prices.
    names: Vec<String>,
    /// The step of each.
    steps: Vec<usize>,
    selected: usize,
}

impl WhatIf {
    /// The sheet as it is given; `None` where it cannot be worked out or has nothing to change.
    pub fn new(sheet: &Sheet) -> Option<Self> {
        let estimate = Estimate::new(sheet).ok()?;
        let givens = sheet.givens.iter().map(|given| given.name.clone());
        let names: Vec<String> = givens
            .chain(sheet.prices.iter().map(|price| price.name.clone()))
            .collect();
        (!names.is_empty()).then(|| Self {
            sheet: sheet.clone(),
            estimate,
            steps: vec![AS_GIVEN; names.len()],
            names,
            selected: 0,
        })
    }

    /// Selects another number, or changes the selected one; whether the action was meant for it.
    pub fn act(&mut self, action: Action) -> bool {
        match action {
            Action::Up => self.selected = self.selected.saturating_sub(1),
            Action::Down => self.selected = (self.selected + 1).min(self.names.len() - 1),
            Action::Less => self.steps[self.selected] = self.steps[self.selected].saturating_sub(1),
            Action::More => {
                self.steps[self.selected] = (self.steps[self.selected] + 1).min(STEPS.len() - 1);
            }
            _ => return false,
        }
        true
    }

    /// The bill with the numbers as they are changed now.
    pub fn bill(&self) -> Bill {
        let changed = self
            .names
            .iter()
            .zip(&self.steps)
            .filter(|(_, step)| **step != AS_GIVEN);
        let factors: Vec<(String, f64)> = changed
            .map(|(name, step)| (name.clone(), STEPS[*step]))
            .collect();
        self.estimate.bill_with(&factors)
    }

    /// The numbers, the bill as bars, and the best lever, at `width` cells. Where `height` is too small
    /// for all, the numbers around the selected one are shown.
    pub fn rows(&self, width: usize, height: usize, desk: &Desk) -> Vec<Line<'static>> {
        let (before, now) = (self.estimate.bill(), self.bill());
        let mut bill = self.bars(before, &now, width, desk);
        bill.extend(self.lever_rows(before, &now, width, desk));
        let room = height.saturating_sub(bill.len() + 1).max(3);
        let first = self.selected.saturating_sub(room / 2);
        let first = first.min(self.names.len().saturating_sub(room));
        let numbers = self.number_rows(width, desk).into_iter();
        let mut rows: Vec<Line<'static>> = numbers.skip(first).take(room).collect();
        rows.push(Line::default());
        rows.extend(bill);
        rows
    }

    fn number_rows(&self, width: usize, desk: &Desk) -> Vec<Line<'static>> {
        let theme = &desk.theme;
        let row = |(place, name): (usize, &String)| {
            let is_here = place == self.selected;
            let step = self.steps[place];
            let pointer = if is_here { desk.glyphs.pointer } else { " " };
            let factor = if step == AS_GIVEN {
                desk.say(Phrase::AsGiven).to_owned()
            } else {
                format!("x {}", STEPS[step])
            };
            let style = if step == AS_GIVEN {
                theme.muted
            } else {
                theme.partial
            };
            let name = shorten(name, width.saturating_sub(14));
            let gap = " ".repeat(
                width
                    .saturating_sub(name.width() + factor.width() + 3)
                    .min(24),
            );
            let text = if is_here { theme.emphasis } else { theme.text };
            Line::from(vec![
                Span::styled(format!("{pointer} "), theme.focus),
                Span::styled(name, text),
                Span::styled(format!("{gap} {factor}"), style),
            ])
        };
        self.names.iter().enumerate().map(row).collect()
    }

    fn bars(&self, before: &Bill, now: &Bill, width: usize, desk: &Desk) -> Vec<Line<'static>> {
        let theme = &desk.theme;
        let is_chinese = desk.language.is_chinese();
        let last = self.sheet.rows.len().saturating_sub(1);
        let mut shown = self.estimate.parts();
        shown.push(last);
        let value = |bill: &Bill, row: usize| bill.rows.get(row).copied().unwrap_or_default();
        let most = [before, now]
            .iter()
            .map(|bill| value(bill, last))
            .fold(0.0, f64::max);
        let wide = u16::try_from(width / 3).unwrap_or(20).clamp(6, 30);
        let room = width.saturating_sub(usize::from(wide) + 2);
        let mut rows = Vec::new();
        for place in shown {
            let Some(row) = self.sheet.rows.get(place) else {
                continue;
            };
            let number = value(now, place);
            let share = if most > 0.0 { number / most } else { 0.0 };
            let style = if place == last {
                theme.emphasis
            } else {
                theme.text
            };
            let moved = moved(value(before, place), number);
            let text = format!(
                " {}{moved} {}",
                figure(number),
                row.label.in_language(is_chinese)
            );
            rows.push(Line::from(vec![
                Span::styled(bar(share, wide, &desk.glyphs), theme.focus),
                Span::styled(shorten(&text, room), style),
            ]));
        }
        rows
    }

    fn lever_rows(
        &self,
        before: &Bill,
        now: &Bill,
        width: usize,
        desk: &Desk,
    ) -> Vec<Line<'static>> {
        let is_chinese = desk.language.is_chinese();
        let mut rows = Vec::new();
        let best = best(&now.levers);
        let Some(lever) = best.and_then(|best| self.sheet.levers.get(best)) else {
            return rows;
        };
        let changed = self::best(&before.levers) != best;
        let label = lever.label.in_language(is_chinese);
        let text = desk.fill(
            if changed {
                Phrase::BestLeverNow
            } else {
                Phrase::BestLever
            },
            &[label],
        );
        let style = if changed {
            desk.theme.partial
        } else {
            desk.theme.text
        };
        rows.extend(super::wrap::wrap(&[(text, style)], width, 2));
        let total = now.rows.last().copied().unwrap_or_default();
        for (lever, saves) in self.sheet.levers.iter().zip(&now.levers) {
            let share = if total > 0.0 { saves / total } else { 0.0 };
            let text = format!(
                " {} {}",
                figure(*saves),
                lever.label.in_language(is_chinese)
            );
            rows.push(Line::from(vec![
                Span::styled(bar(share, 10, &desk.glyphs), desk.theme.focus),
                Span::styled(shorten(&text, width.saturating_sub(11)), desk.theme.muted),
            ]));
        }
        rows
    }
}

/// The place of the lever that saves most.
fn best(levers: &[f64]) -> Option<usize> {
    (0..levers.len()).max_by(|one, two| levers[*one].total_cmp(&levers[*two]))
}

/// By how much a figure moved, in hundredths; nothing where it did not.
fn moved(before: f64, now: f64) -> String {
    if before <= 0.0 || (now / before - 1.0).abs() < 0.005 {
        return String::new();
    }
    format!(" ({:+.0}%)", (now / before - 1.0) * 100.0)
}
