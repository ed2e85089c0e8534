//! One missed point, said again in one sentence.

use ratatui::{
    Frame,
    crossterm::event::KeyEvent,
    layout::{Constraint, Layout, Rect},
    text::Line,
    widgets::Paragraph,
};

use crate::{
    domain::{Criterion, Text},
    progress::{Attempt, Part, Record},
    scoring::State,
    tui::{
        action::Edit,
        desk::Desk,
        editor::Editor,
        marked::marked,
        message::{Effect, Write},
        pane::Pane,
        phrases::Phrase,
        wrap::wrap,
    },
};

/// The field, the point, and what the last try came to.
#[derive(Debug)]
pub struct SayAgain {
    criterion: Option<Criterion>,
    /// Asked by itself, before the point is told: only after a try it is.
    question: Option<Text>,
    is_commitment: bool,
    editor: Editor,
    last: Option<Attempt>,
}

impl SayAgain {
    /// A field for `criterion`, with `text` from an earlier sitting.
    pub fn new(criterion: Option<Criterion>) -> Self {
        Self {
            criterion,
            question: None,
            is_commitment: false,
            editor: Editor::one_line(),
            last: None,
        }
    }

    /// A field for a missed `criterion` that is asked by itself: by its probe, else its hint, else what a miss is told.
    pub fn asking(criterion: Option<Criterion>) -> Self {
        let question = criterion.as_ref().map(|criterion| {
            let asked = [&criterion.probe, &criterion.hint, &criterion.miss];
            let asked = asked.into_iter().flatten().next();
            asked.unwrap_or(&criterion.point).clone()
        });
        Self {
            question,
            ..Self::new(criterion)
        }
    }

    /// A field for one thing to do otherwise next time.
    pub fn committing() -> Self {
        Self {
            is_commitment: true,
            ..Self::new(None)
        }
    }

    /// The text, and the caret in characters.
    pub fn text(&self) -> (String, usize) {
        (self.editor.text(), self.editor.caret())
    }

    /// Whether nothing was written.
    pub fn is_blank(&self) -> bool {
        self.editor.is_blank()
    }

    /// Takes a key that no table claims.
    pub fn type_key(&mut self, key: KeyEvent) {
        self.editor.type_key(key);
    }

    /// Changes the text.
    pub fn edit(&mut self, edit: Edit) {
        self.editor.edit(edit);
    }

    /// Takes pasted text as one change.
    pub fn paste(&mut self, text: &str) {
        self.editor.paste(text);
    }

    /// Shows what the sentence came to and makes room for another.
    pub fn graded(&mut self, attempt: Attempt) {
        self.last = Some(attempt);
        self.editor = Editor::one_line();
    }

    /// Draws the point, the last try, and the field.
    pub fn view(&self, frame: &mut Frame, area: Rect, desk: &Desk) {
        let theme = &desk.theme;
        let is_chinese = desk.language.is_chinese();
        let [upper, field] = area.layout(&Layout::vertical([
            Constraint::Min(0),
            Constraint::Length(5),
        ]));
        let (title, ask) = match &self.question {
            Some(question) => (
                Phrase::MissesTitle,
                (question.in_language(is_chinese).to_owned(), theme.emphasis),
            ),
            None if self.is_commitment => (
                Phrase::CommitmentTitle,
                (desk.say(Phrase::CommitmentAsk).to_owned(), theme.text),
            ),
            None => (
                Phrase::SayAgainTitle,
                (desk.say(Phrase::SayAgainAsk).to_owned(), theme.text),
            ),
        };
        let inner = Pane::new(desk.say(title)).draw(frame, upper, theme, &desk.glyphs);
        let width = usize::from(inner.width);
        let mut rows = wrap(&[ask], width, 0);
        rows.push(Line::default());
        if let Some(criterion) = &self.criterion
            && (self.question.is_none() || self.last.is_some())
        {
            let point = criterion.point.in_language(is_chinese).to_owned();
            rows.extend(wrap(&[(point, theme.emphasis)], width, 0));
            if let Some(miss) = &criterion.miss {
                let miss = miss.in_language(is_chinese).to_owned();
                rows.extend(wrap(&[(miss, theme.muted)], width, 0));
            }
        }
        if let Some(last) = &self.last {
            rows.push(Line::default());
            let card = &last.card;
            rows.extend(wrap(
                &marked(&last.answer, &card.criteria, &[], theme),
                width,
                0,
            ));
            let state = card
                .criteria
                .first()
                .map_or(State::Missed, |finding| finding.state);
            let phrase = if state == State::Hit {
                Phrase::SayAgainHit
            } else {
                Phrase::SayAgainMiss
            };
            let verdict = format!(
                "{} {}: {}",
                desk.glyphs.of(state),
                desk.state(state),
                desk.say(phrase)
            );
            rows.extend(wrap(&[(verdict, theme.of(state))], width, 0));
        }
        let top = rows.len().saturating_sub(usize::from(inner.height));
        let shown: Vec<_> = rows.into_iter().skip(top).collect();
        frame.render_widget(Paragraph::new(shown), inner);
        let inner = Pane::new(desk.say(Phrase::YourAnswer)).focused(true).draw(
            frame,
            field,
            theme,
            &desk.glyphs,
        );
        self.editor
            .draw(frame, inner, theme, desk.say(Phrase::EnterSkips), true);
    }
}

/// The sentence said again among the records to be kept.
pub fn graded_sentence(effect: &Effect) -> Option<&Attempt> {
    let Effect::Keep(Write::Records { records, .. }) = effect else {
        return None;
    };
    records.iter().find_map(|record| match record {
        Record::Attempt(attempt) if matches!(attempt.part, Part::Retype | Part::Retry) => {
            Some(&**attempt)
        }
        _ => None,
    })
}
