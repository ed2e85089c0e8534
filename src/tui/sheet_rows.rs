//! A worked sheet in the debrief: each row beside the author's working and why, the driver, the levers.

use ratatui::text::{Line, Span};

use super::{bar::bar, desk::Desk, figures::figure, phrases::Phrase, wrap::wrap};
use crate::{
    domain::{Cause, Sheet},
    scoring::{RowCard, RowState, SheetCard, State},
};

/// What a row is, for people.
pub fn row_label<'s>(sheet: &'s Sheet, id: &str, is_chinese: bool) -> Option<&'s str> {
    let row = sheet.rows.iter().find(|row| row.id.as_str() == id)?;
    Some(row.label.in_language(is_chinese))
}

/// What the learner wrote against the author's working, and why they differ.
pub fn row_sentences(card: &RowCard, sheet: &Sheet, desk: &Desk) -> Vec<String> {
    let mut sentences = Vec::new();
    let formula = sheet.rows.iter().find(|row| row.id.as_str() == card.id);
    let formula = formula.map_or("", |row| row.is.text.as_str());
    let expected = format!("{} {}", figure(card.expected), card.unit);
    if let Some(value) = card.value {
        let value = format!("{} {}", figure(value), card.unit);
        sentences.push(desk.fill(Phrase::SheetYours, &[&value, &expected]));
    } else {
        sentences.push(desk.fill(Phrase::SheetExpected, &[&expected]));
    }
    sentences.push(format!("{} = {formula}", card.id));
    if let Some(own) = card
        .expected_from_own
        .filter(|_| card.state != RowState::Missing)
    {
        let own = format!("{} {}", figure(own), card.unit);
        sentences.push(desk.fill(Phrase::SheetFromOwn, &[&own]));
    }
    if let Some(fault) = &card.fault {
        sentences.push(desk.fill(Phrase::SheetFault, &[fault]));
    }
    for cause in card.because.iter().filter_map(|name| Cause::parse(name)) {
        let why = desk.say(cause_phrase(cause));
        match &card.named {
            Some(named)
                if matches!(
                    cause,
                    Cause::LeftOut | Cause::Replication | Cause::PriceClass
                ) =>
            {
                sentences.push(format!("{why}: `{named}`"));
            }
            _ => sentences.push(why.to_owned()),
        }
    }
    sentences
}

const fn cause_phrase(cause: Cause) -> Phrase {
    match cause {
        Cause::Convention => Phrase::CauseConvention,
        Cause::Carried => Phrase::CauseCarried,
        Cause::Thousand => Phrase::CauseThousand,
        Cause::Digit => Phrase::CauseDigit,
        Cause::Bits => Phrase::CauseBits,
        Cause::Seconds => Phrase::CauseSeconds,
        Cause::Hours => Phrase::CauseHours,
        Cause::Days => Phrase::CauseDays,
        Cause::Months => Phrase::CauseMonths,
        Cause::Percent => Phrase::CausePercent,
        Cause::Replication => Phrase::CauseReplication,
        Cause::LeftOut => Phrase::CauseLeftOut,
        Cause::InOut => Phrase::CauseInOut,
        Cause::PriceClass => Phrase::CausePriceClass,
        Cause::Slip => Phrase::CauseSlip,
    }
}

/// The biggest driver, whether the learner named it, and the levers by what they save.
pub fn bill_rows(card: &SheetCard, sheet: &Sheet, width: usize, desk: &Desk) -> Vec<Line<'static>> {
    let is_chinese = desk.language.is_chinese();
    let mut rows = Vec::new();
    if let Some(driver) = &card.driver {
        let label = row_label(sheet, &driver.row, is_chinese).unwrap_or(&driver.row);
        let share = format!("{:.0}", driver.share * 100.0);
        let named = desk.say(if driver.named {
            Phrase::DriverNamed
        } else {
            Phrase::DriverNotNamed
        });
        let style = if driver.named {
            desk.theme.of(State::Hit)
        } else {
            desk.theme.partial
        };
        let runs = [
            (
                desk.fill(Phrase::DriverIs, &[label, &share]),
                desk.theme.text,
            ),
            (format!(" {named}"), style),
        ];
        rows.push(Line::default());
        rows.extend(wrap(&runs, width, 2));
    }
    let unit = sheet.rows.last().map_or("", |row| row.unit.as_str());
    if !card.levers.is_empty() {
        rows.push(Line::default());
        rows.push(Line::styled(
            desk.say(Phrase::LeversTitle),
            desk.theme.focus,
        ));
    }
    for saving in &card.levers {
        let lever = sheet
            .levers
            .iter()
            .find(|lever| lever.id.as_str() == saving.id);
        let label = lever.map_or(saving.id.as_str(), |lever| {
            lever.label.in_language(is_chinese)
        });
        rows.push(Line::from(vec![
            Span::styled(bar(saving.share, 12, &desk.glyphs), desk.theme.focus),
            Span::styled(format!(" {} {unit}", figure(saving.saves)), desk.theme.text),
        ]));
        rows.extend(wrap(&[(label.to_owned(), desk.theme.muted)], width, 0));
    }
    rows
}
