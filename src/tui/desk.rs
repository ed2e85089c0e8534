//! What every screen may look at.

use std::rc::Rc;

use crate::{
    domain::{Difficulty, Kind, Moment, Register},
    library::{Library, Problem},
    progress::{CompetencyGroup, Overview, Rating, TrackStanding, TrackSteps},
    scoring::{State, Verdict, Via},
};

use super::{glyphs::Glyphs, keymap::Keymap, language::Language, phrases::Phrase, theme::Theme};

/// Where the program lies open: scenarios, progress, and how things look.
#[derive(Debug)]
pub struct Desk {
    /// The scenarios.
    pub library: Rc<Library>,
    /// What was done so far.
    pub overview: Overview,
    /// Where the learner stands on each track of the library.
    pub tracks: Vec<TrackStanding>,
    /// What the files say of the steps of tracks; empty until a track is looked at, since all of them have to be read.
    pub track_steps: TrackSteps,
    /// The language of the interface.
    pub language: Language,
    /// Colours by meaning.
    pub theme: Theme,
    /// Signs and frames.
    pub glyphs: Glyphs,
    /// The keys.
    pub keymap: Keymap,
    /// Whether nothing may move by itself.
    pub is_still: bool,
    /// What is wrong with the configuration.
    pub problems: Vec<Problem>,
    /// The time of the last message.
    pub now: Moment,
}

impl Desk {
    /// A desk as it is before anything is configured.
    pub fn new(library: Rc<Library>, now: Moment) -> Self {
        Self {
            library,
            overview: Overview::default(),
            tracks: vec![],
            track_steps: TrackSteps::new(),
            language: Language::default(),
            theme: Theme::COLOUR,
            glyphs: Glyphs::UNICODE,
            keymap: Keymap::default(),
            is_still: false,
            problems: vec![],
            now,
        }
    }

    /// The phrase in the language of the interface.
    pub const fn say(&self, phrase: Phrase) -> &'static str {
        self.language.say(phrase)
    }

    /// The phrase with its gaps filled in.
    pub fn fill(&self, phrase: Phrase, values: &[&str]) -> String {
        self.language.fill(phrase, values)
    }

    /// What is wrong with the configuration and with scenario files.
    pub fn problems(&self) -> impl Iterator<Item = &Problem> {
        self.problems.iter().chain(self.library.problems())
    }

    /// The marks for "more above" and "more below".
    pub const fn more(&self) -> (&'static str, &'static str) {
        (self.glyphs.up, self.glyphs.down)
    }

    /// A kind of exercise.
    pub const fn kind(&self, kind: Kind) -> &'static str {
        self.say(match kind {
            Kind::Debug => Phrase::KindDebug,
            Kind::Review => Phrase::KindReview,
            Kind::Phrasing => Phrase::KindPhrasing,
            Kind::Design => Phrase::KindDesign,
        })
    }

    /// A difficulty.
    pub const fn difficulty(&self, difficulty: Difficulty) -> &'static str {
        self.say(match difficulty {
            Difficulty::WarmUp => Phrase::LevelWarmUp,
            Difficulty::Core => Phrase::LevelCore,
            Difficulty::Hard => Phrase::LevelHard,
        })
    }

    /// A register.
    pub const fn register(&self, register: Register) -> &'static str {
        self.say(match register {
            Register::IncidentCall => Phrase::RegisterIncidentCall,
            Register::Meeting => Phrase::RegisterMeeting,
            Register::Technical => Phrase::RegisterTechnical,
            Register::PullRequest => Phrase::RegisterPullRequest,
            Register::Stakeholder => Phrase::RegisterStakeholder,
        })
    }

    /// A group of competencies.
    pub const fn group(&self, group: CompetencyGroup) -> &'static str {
        self.say(match group {
            CompetencyGroup::Diagnose => Phrase::GroupDiagnose,
            CompetencyGroup::Command => Phrase::GroupCommand,
            CompetencyGroup::Build => Phrase::GroupBuild,
            CompetencyGroup::Economics => Phrase::GroupEconomics,
            CompetencyGroup::Communicate => Phrase::GroupCommunicate,
        })
    }

    /// A verdict, in the words of drills.
    pub const fn verdict(&self, verdict: Verdict) -> &'static str {
        self.say(match verdict {
            Verdict::StrongNoHire => Phrase::VerdictNotYet,
            Verdict::NoHire => Phrase::VerdictNearly,
            Verdict::Hire => Phrase::VerdictSolid,
            Verdict::StrongHire => Phrase::VerdictStrong,
        })
    }

    /// A verdict, in the words of mock interviews.
    pub const fn hiring(&self, verdict: Verdict) -> &'static str {
        self.say(match verdict {
            Verdict::StrongNoHire => Phrase::VerdictStrongNoHire,
            Verdict::NoHire => Phrase::VerdictNoHire,
            Verdict::Hire => Phrase::VerdictHire,
            Verdict::StrongHire => Phrase::VerdictStrongHire,
        })
    }

    /// What the schedule hears of an answer.
    pub const fn rating(&self, rating: Rating) -> &'static str {
        self.say(match rating {
            Rating::Again => Phrase::RatingAgain,
            Rating::Hard => Phrase::RatingHard,
            Rating::Good => Phrase::RatingGood,
            Rating::Easy => Phrase::RatingEasy,
        })
    }

    /// What became of a point.
    pub const fn state(&self, state: State) -> &'static str {
        self.say(match state {
            State::Hit => Phrase::StateHit,
            State::Partial => Phrase::StatePartial,
            State::Missed => Phrase::StateMissed,
            State::Negated => Phrase::StateNegated,
            State::Vetoed => Phrase::StateVetoed,
        })
    }

    /// How a word matched, where that needs saying.
    pub const fn via(&self, via: Via) -> Option<&'static str> {
        Some(self.say(match via {
            Via::Exact => return None,
            Via::Stem => Phrase::ViaStem,
            Via::Prefix => Phrase::ViaPrefix,
            Via::Synonym => Phrase::ViaSynonym,
            Via::Slip => Phrase::ViaSlip,
            Via::Number => Phrase::ViaNumber,
        }))
    }
}
