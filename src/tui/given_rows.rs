//! What a sheet gives: quantities, and prices with region, date and source.

use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::{desk::Desk, phrases::Phrase, wrap::wrap};
use crate::domain::{Formula, Sheet, Text};

/// Givens and prices as rows of `width` cells.
pub fn given_rows(sheet: &Sheet, width: usize, desk: &Desk) -> Vec<Line<'static>> {
    let is_chinese = desk.language.is_chinese();
    let theme = &desk.theme;
    let entries: Vec<(String, &Option<Text>, &Formula)> = sheet
        .givens
        .iter()
        .map(|given| (given.name.clone(), &given.label, &given.is))
        .chain(
            sheet
                .prices
                .iter()
                .map(|price| (format!("price({})", price.name), &price.label, &price.is)),
        )
        .collect();
    let wide = entries
        .iter()
        .map(|(name, ..)| name.width())
        .max()
        .unwrap_or(0)
        .min(width / 2);
    let mut rows = Vec::new();
    for (place, (name, label, is)) in entries.iter().enumerate() {
        if place == sheet.givens.len() && place > 0 {
            rows.push(Line::default());
        }
        let label = label
            .as_ref()
            .map(|label| format!("  {}", label.in_language(is_chinese)))
            .unwrap_or_default();
        let gap = " ".repeat(wide.saturating_sub(name.width()) + 2);
        let runs = [
            (name.clone(), theme.focus),
            (format!("{gap}{}", is.text), theme.text),
            (label, theme.muted),
        ];
        rows.extend(wrap(&runs, width, (wide + 2).min(width / 2)));
    }
    for (region, date, source) in origins(sheet) {
        let text = desk.fill(Phrase::SheetPricesFrom, &[&region, &date, &source]);
        rows.extend(wrap(&[(text, theme.muted)], width, 2));
    }
    if !sheet.prices.is_empty() {
        rows.push(Line::from(Span::styled(
            desk.say(Phrase::SheetListPrices),
            theme.muted,
        )));
    }
    rows
}

/// Region, date and source of the prices, each once.
fn origins(sheet: &Sheet) -> Vec<(String, String, String)> {
    let mut origins: Vec<(String, String, String)> = Vec::new();
    for price in &sheet.prices {
        let origin = (
            price.region.clone(),
            price.date.clone(),
            price.source.clone(),
        );
        if !origins.contains(&origin) {
            origins.push(origin);
        }
    }
    origins
}
