//! One item of a track in words: what it takes, how the tries went, what shows that it was passed.

use ratatui::{style::Style, text::Line};

use crate::{
    domain::{ScenarioId, TrackTask},
    progress::{ItemStanding, ItemState, LocalDay, Stale, StepStanding},
    scoring::Verdict,
    tui::{action::Action, desk::Desk, keymap::Table, phrases::Phrase, wrap::wrap},
};

/// The name of an item: the title of its scenario, or what is signed for.
pub fn name(item: &ItemStanding, desk: &Desk) -> String {
    let is_chinese = desk.language.is_chinese();
    match &item.item.task {
        TrackTask::Practice { scenario, .. } => title(scenario, desk),
        TrackTask::Exit(text) | TrackTask::SignOff(text) => {
            text.in_language(is_chinese).trim().to_owned()
        }
    }
}

fn title(scenario: &ScenarioId, desk: &Desk) -> String {
    let header = desk.library.header(scenario);
    header.map_or_else(
        || scenario.to_string(),
        |header| {
            let title = header.title.in_language(desk.language.is_chinese());
            title.to_owned()
        },
    )
}

/// The sign, the word and the style of a state.
pub const fn state(state: ItemState, desk: &Desk) -> (&'static str, &'static str, Style) {
    let (theme, glyphs) = (&desk.theme, &desk.glyphs);
    match state {
        ItemState::Open => (glyphs.bullet, desk.say(Phrase::ItemOpen), theme.muted),
        ItemState::Tried => (glyphs.partial, desk.say(Phrase::ItemTried), theme.partial),
        ItemState::Done => (glyphs.hit, desk.say(Phrase::ItemPassed), theme.hit),
        ItemState::Stale(_) => (glyphs.alarm, desk.say(Phrase::ItemStale), theme.missed),
    }
}

/// All there is to say about an item of the track `track`.
pub fn about(item: &ItemStanding, track: &str, width: usize, desk: &Desk) -> Vec<Line<'static>> {
    let theme = &desk.theme;
    let mut rows = vec![];
    if let ItemState::Stale(why) = item.state {
        let why = match why {
            Stale::Changed => desk.say(Phrase::StaleChanged).to_owned(),
            Stale::Old => {
                let mut tracks = desk.library.tracks();
                let found = tracks.find(|each| each.full_id() == track);
                let days = found.map_or(0, |each| each.valid_days).to_string();
                desk.fill(Phrase::StaleOld, &[&days])
            }
        };
        rows.extend(wrap(&[(why, theme.missed)], width, 0));
    }
    match &item.item.task {
        TrackTask::Practice { again, .. } => {
            for step in &item.steps {
                let name = (format!("{}: ", step.step), theme.title);
                rows.extend(wrap(&[name, (tries(step, desk), theme.text)], width, 2));
            }
            let rule = desk.fill(Phrase::TrackCounts, &[desk.verdict(Verdict::Hire)]);
            rows.extend(wrap(&[(rule, theme.muted)], width, 0));
            if *again {
                let since = desk.say(Phrase::TrackAgain).to_owned();
                rows.extend(wrap(&[(since, theme.muted)], width, 0));
            }
        }
        TrackTask::Exit(text) | TrackTask::SignOff(text) => {
            let text = text.in_language(desk.language.is_chinese()).trim();
            rows.extend(wrap(&[(text.to_owned(), theme.text)], width, 0));
            let signed = item.signed.as_ref().map(|signed| {
                let by = signed.signed_by.as_deref().unwrap_or_default();
                let day = LocalDay::of(signed.at, signed.utc_offset).to_string();
                desk.fill(Phrase::TrackSignedBy, &[by, &day])
            });
            let words = signed.unwrap_or_else(|| {
                let key = desk.keymap.key_of(&[Table::Track], Action::Open);
                let key = key.map(|key| key.to_string()).unwrap_or_default();
                desk.fill(Phrase::TrackUnsigned, &[&key])
            });
            rows.extend(wrap(&[(words, theme.muted)], width, 0));
        }
    }
    rows
}

/// First, best and latest verdict of a step, and what shows that it was passed.
fn tries(step: &StepStanding, desk: &Desk) -> String {
    let (Some(first), Some(best), Some(latest)) = (step.first, step.best, step.latest) else {
        return desk.say(Phrase::TrackNoTry).to_owned();
    };
    let verdicts = [first, best, latest].map(|verdict| desk.verdict(verdict));
    let tries = desk.fill(Phrase::TrackTries, &verdicts);
    let Some(evidence) = &step.evidence else {
        return tries;
    };
    let day = LocalDay::of(evidence.at, evidence.utc_offset).to_string();
    let [answer, rubric] = [&evidence.record, &evidence.rubric].map(|it| end_of(it));
    let passed = desk.fill(Phrase::TrackEvidence, &[&day, answer, rubric]);
    format!("{tries} {} {passed}", desk.glyphs.dot)
}

/// The last characters of an identity or a hash, by which it is told from others; identities begin with the time.
fn end_of(identity: &str) -> &str {
    let start = identity.char_indices().rev().nth(7);
    start.map_or(identity, |(start, _)| {
        identity.get(start..).unwrap_or(identity)
    })
}
