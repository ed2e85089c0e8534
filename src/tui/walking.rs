//! Where the learner stands on the tracks, worked out anew whenever the log or the files have changed.

use super::{
    app::App,
    desk::Desk,
    message::Effect,
    phrases::Phrase,
    route::Reply,
    screens::{TeamScreen, TrackScreen},
};
use crate::{
    progress::{ItemState, Overview, TrackStanding},
    report::Team,
};

impl Desk {
    /// Works the standing on every track out.
    pub(super) fn walk(&mut self) {
        let stand = |track| {
            let records = &self.overview.track;
            TrackStanding::new(track, &self.track_steps, records, self.now)
        };
        self.tracks = self.library.tracks().map(stand).collect();
    }

    /// The same after the files have changed.
    pub(super) fn walk_anew(&mut self) {
        if !self.track_steps.is_empty() {
            self.read_track_steps();
        }
        self.walk();
    }

    /// Reads what the files say of the steps of tracks, so that a pass whose points have changed is seen to be stale.
    pub(super) fn read_track_steps(&mut self) {
        let tracks = self.library.tracks();
        self.track_steps = tracks
            .flat_map(|track| self.library.track_steps(track))
            .collect();
    }

    /// The track that is walked: of those begun and not done the one passed at last, else the first one.
    pub fn walked(&self) -> Option<(usize, &TrackStanding)> {
        let of = |standing: &TrackStanding| {
            let items = standing.days.iter().flat_map(|day| &day.items);
            let last = items.filter_map(|item| item.passed_at).max();
            (standing.today().is_some(), last)
        };
        let begun = |(_, standing): &(usize, &TrackStanding)| of(standing).1.is_some();
        let all = || self.tracks.iter().enumerate();
        let walked = all().filter(begun).max_by_key(|(_, standing)| of(standing));
        walked.or_else(|| all().next())
    }

    /// How far `standing` is: the day, or that all is passed, and what is stale.
    pub fn how_far(&self, standing: &TrackStanding) -> String {
        let days = standing.days.len().to_string();
        let mut far = match standing.today() {
            Some(day) => self.fill(Phrase::TrackDayOf, &[&(day + 1).to_string(), &days]),
            None => self.say(Phrase::TrackWalked).to_owned(),
        };
        let items = standing.days.iter().flat_map(|day| &day.items);
        let stale = items.filter(|item| matches!(item.state, ItemState::Stale(_)));
        let stale = stale.count();
        if stale > 0 {
            let stale = self.fill(Phrase::TrackStaleCount, &[&stale.to_string()]);
            far = format!("{far} {} {stale}", self.glyphs.dot);
        }
        far
    }
}

impl App {
    /// Takes in what the log says now, and goes where it was waited for.
    pub(super) fn look_over(&mut self, overview: Overview) -> Vec<Effect> {
        self.desk.overview = overview;
        self.desk.overview.name_points(&self.desk.library);
        self.desk.walk();
        match self.waiting.take() {
            Some(route) => self.follow(Reply::go(route)),
            None => vec![],
        }
    }

    /// Shows `team`, and nothing beside it.
    pub fn show_team(&mut self, team: Team) {
        self.above.push(Box::new(TeamScreen::new(team)));
    }

    /// Shows the track that is walked.
    pub(super) fn open_track(&mut self) {
        if self.desk.track_steps.is_empty() {
            self.desk.read_track_steps();
        }
        self.desk.walk();
        let identities = self.identities();
        let shown = self.desk.walked().map_or(0, |(index, _)| index);
        let screen = TrackScreen::new(shown, identities, &self.desk);
        self.above.push(Box::new(screen));
    }
}
