//! How practice is going: standing by competency, scores by kind over time, marks apart, judgement, effort.

use std::collections::BTreeMap;

use crate::domain::Kind;

use super::{
    catalogue::Catalogue,
    competency::{CompetencyGroup, weighted},
    local_day::LocalDay,
    tally::{Judgement, Sum, Tally},
};

/// After so many days a score counts half as much for where the learner stands.
const HALF_LIFE_DAYS: f64 = 30.0;

/// A trend compares this many days with as many before.
const TREND_DAYS: i64 = 30;

/// A trend needs so many answers on each side.
const TREND_ANSWERS: u32 = 3;

/// A mark as a percentage, and where it is going.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// 0..=100, recent answers counting more.
    pub percent: u8,
    /// Points gained against the 30 days before; `None` with fewer than three answers on either side.
    pub trend: Option<i8>,
}

/// Where the learner stands in one competency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompetencyStanding {
    /// Its name in scenario files.
    pub competency: String,
    /// Its group.
    pub group: CompetencyGroup,
    /// Where the learner stands.
    pub standing: Standing,
    /// From how many answers.
    pub answers: u32,
}

/// One week's scores.
#[derive(Clone, Debug, PartialEq)]
pub struct Week {
    /// Its Monday.
    pub begins: LocalDay,
    /// How many answers there were.
    pub answers: u32,
    /// Their mean score, 0..=1.
    pub score: f64,
}

/// One kind's scores over time.
#[derive(Clone, Debug, PartialEq)]
pub struct KindTrend {
    /// The kind.
    pub kind: Kind,
    /// Weeks with answers, oldest first.
    pub weeks: Vec<Week>,
    /// Where the learner stands.
    pub standing: Standing,
}

/// What answering takes.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Effort {
    /// Answers in the last 30 days.
    pub answers: u32,
    /// Minutes of practice in the last 30 days.
    pub minutes: u32,
    /// Seconds per answer in the last 30 days.
    pub seconds_per_answer: u32,
    /// Hints per answer in the last 30 days, and in the 30 days before where there were answers.
    pub hints_per_answer: (f64, Option<f64>),
    /// Share of answers with the template open, 0..=1, in the last 30 days.
    pub templates: f64,
}

/// How practice is going.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Insight {
    /// The five groups that have answers.
    pub groups: BTreeMap<CompetencyGroup, Standing>,
    /// Every competency that has answers, by group and name.
    pub competencies: Vec<CompetencyStanding>,
    /// Every kind that has answers.
    pub kinds: Vec<KindTrend>,
    /// The points made.
    pub content: Option<Standing>,
    /// Order, limits, parts.
    pub structure: Option<Standing>,
    /// Register and tone.
    pub communication: Option<Standing>,
    /// Self-assessment against score.
    pub judgement: Judgement,
    /// What answering takes.
    pub effort: Effort,
}

/// Marks with their ages, on the way to a [`Standing`].
#[derive(Clone, Copy, Debug, Default)]
struct Trail {
    answers: u32,
    total: f64,
    weight: f64,
    month: Portion,
    month_before: Portion,
}

/// Marks of one stretch of time.
#[derive(Clone, Copy, Debug, Default)]
struct Portion {
    answers: u32,
    total: f64,
    weight: f64,
}

impl Portion {
    fn add(&mut self, marks: Sum, weight: f64) {
        self.answers += marks.count;
        self.total += marks.total * weight;
        self.weight += f64::from(marks.count) * weight;
    }

    fn percent(self) -> Option<f64> {
        (self.answers >= TREND_ANSWERS && self.weight > 0.0)
            .then(|| 100.0 * self.total / self.weight)
    }
}

impl Trail {
    /// Adds `marks` that are `age` days old and count `weight`.
    fn add(&mut self, age: i64, marks: Sum, weight: f64) {
        #[expect(clippy::cast_precision_loss, reason = "days are few")]
        let faded = weight * 0.5_f64.powf(age.max(0) as f64 / HALF_LIFE_DAYS);
        self.answers += marks.count;
        self.total += marks.total * faded;
        self.weight += f64::from(marks.count) * faded;
        if age < TREND_DAYS {
            self.month.add(marks, weight);
        } else if age < 2 * TREND_DAYS {
            self.month_before.add(marks, weight);
        }
    }

    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clamped to the range of the type"
    )]
    fn standing(self) -> Option<Standing> {
        (self.weight > 0.0).then(|| Standing {
            percent: (100.0 * self.total / self.weight).round().clamp(0.0, 100.0) as u8,
            trend: self
                .month
                .percent()
                .zip(self.month_before.percent())
                .map(|(now, before)| (now - before).round().clamp(-100.0, 100.0) as i8),
        })
    }
}

impl Insight {
    /// What `tallies`, in any order, say on `today`.
    pub fn new(tallies: &[Tally], catalogue: &Catalogue, today: LocalDay) -> Self {
        let mut tallies = tallies.iter().collect::<Vec<_>>();
        // Sums of fractions depend on their order in the last bit.
        tallies.sort_by(|one, other| (one.day, &one.scenario).cmp(&(other.day, &other.scenario)));
        let mut groups = BTreeMap::<CompetencyGroup, Trail>::new();
        let mut competencies = BTreeMap::<(CompetencyGroup, &str), Trail>::new();
        let mut kinds = BTreeMap::<Kind, (Trail, BTreeMap<LocalDay, Sum>)>::new();
        let [mut content, mut structure, mut communication] = [Trail::default(); 3];
        let mut judgement = Judgement::default();
        for tally in &tallies {
            let age = today.0.saturating_sub(tally.day.0);
            content.add(age, tally.score, 1.0);
            structure.add(age, tally.structure, 1.0);
            communication.add(age, tally.communication, 1.0);
            judgement = judgement.plus(tally.judgement);
            let Some(header) = catalogue.header(&tally.scenario) else {
                continue;
            };
            let (trail, weeks) = kinds.entry(header.kind).or_default();
            trail.add(age, tally.score, 1.0);
            let week = weeks.entry(tally.day.monday()).or_default();
            *week = week.plus(tally.score);
            for (competency, weight) in weighted(&header.competencies) {
                if let Some(group) = CompetencyGroup::of(competency) {
                    groups
                        .entry(group)
                        .or_default()
                        .add(age, tally.score, weight);
                    competencies.entry((group, competency)).or_default().add(
                        age,
                        tally.score,
                        weight,
                    );
                }
            }
        }
        Self {
            groups: groups
                .into_iter()
                .filter_map(|(group, trail)| Some((group, trail.standing()?)))
                .collect(),
            competencies: competencies
                .into_iter()
                .filter_map(|((group, competency), trail)| {
                    Some(CompetencyStanding {
                        competency: competency.to_owned(),
                        group,
                        standing: trail.standing()?,
                        answers: trail.answers,
                    })
                })
                .collect(),
            kinds: kinds
                .into_iter()
                .filter_map(|(kind, (trail, weeks))| {
                    Some(KindTrend {
                        kind,
                        standing: trail.standing()?,
                        weeks: weeks.into_iter().filter_map(week).collect(),
                    })
                })
                .collect(),
            content: content.standing(),
            structure: structure.standing(),
            communication: communication.standing(),
            judgement,
            effort: effort(&tallies, today),
        }
    }
}

fn week((begins, marks): (LocalDay, Sum)) -> Option<Week> {
    Some(Week {
        begins,
        answers: marks.count,
        score: marks.mean()?,
    })
}

fn effort(tallies: &[&Tally], today: LocalDay) -> Effort {
    let [mut answers, mut before] = [0_u32; 2];
    let [mut hints, mut hints_before, mut templates] = [0_u32; 3];
    let mut active_ms = 0_u64;
    for tally in tallies {
        let age = today.0.saturating_sub(tally.day.0);
        if age < TREND_DAYS {
            answers += tally.answers;
            hints += tally.hints;
            templates += tally.templates;
            active_ms = active_ms.saturating_add(tally.active_ms);
        } else if age < 2 * TREND_DAYS {
            before += tally.answers;
            hints_before += tally.hints;
        }
    }
    let per = |count: u32, of: u32| (of > 0).then(|| f64::from(count) / f64::from(of));
    Effort {
        answers,
        minutes: u32::try_from(active_ms / 60_000).unwrap_or(u32::MAX),
        seconds_per_answer: active_ms
            .checked_div(u64::from(answers) * 1000)
            .map_or(0, |seconds| u32::try_from(seconds).unwrap_or(u32::MAX)),
        hints_per_answer: (
            per(hints, answers).unwrap_or(0.0),
            per(hints_before, before),
        ),
        templates: per(templates, answers).unwrap_or(0.0),
    }
}

#[cfg(test)]
mod tests {
    use super::{Catalogue, CompetencyGroup, Insight, Kind, LocalDay, Standing, Tally};
    use crate::domain::{Difficulty, Header, ScenarioId, Text};

    const TODAY: LocalDay = LocalDay(20_780);

    fn catalogue() -> Catalogue {
        let header = Header {
            id: ScenarioId::new("builtin", "retry"),
            kind: Kind::Review,
            title: Text::english("Blob writer retry"),
            difficulty: Difficulty::Core,
            minutes: Some(10),
            tags: Vec::new(),
            competencies: ["resilience", "observability", "communication", "cost"]
                .map(String::from)
                .to_vec(),
            renamed_from: None,
        };
        Catalogue::new([header], [])
    }

    fn tally(days_ago: i64, scores: &[f64]) -> Tally {
        let mut tally = Tally::new(TODAY.plus(-days_ago), ScenarioId::new("builtin", "retry"));
        for score in scores {
            tally.score.add(*score);
            tally.answers += 1;
            tally.active_ms += 120_000;
        }
        tally
    }

    #[test]
    fn a_scenario_counts_for_its_first_three_competencies() {
        let insight = Insight::new(&[tally(0, &[0.5, 0.7])], &catalogue(), TODAY);
        let expected = Standing {
            percent: 60,
            trend: None,
        };
        let groups = [
            CompetencyGroup::Diagnose,
            CompetencyGroup::Build,
            CompetencyGroup::Communicate,
        ];
        assert_eq!(insight.groups.len(), groups.len());
        for group in groups {
            assert_eq!(insight.groups.get(&group), Some(&expected), "{group:?}");
        }
        assert_eq!(insight.content, Some(expected));
        assert_eq!(insight.structure, None);
    }

    #[test]
    fn a_trend_compares_a_month_with_the_month_before() {
        let tallies = [tally(3, &[0.8, 0.8, 0.8]), tally(33, &[0.5, 0.5, 0.5])];
        let insight = Insight::new(&tallies, &catalogue(), TODAY);
        assert_eq!(insight.content.and_then(|content| content.trend), Some(30));
        let few = [tally(3, &[0.8, 0.8, 0.8]), tally(33, &[0.5, 0.5])];
        let insight = Insight::new(&few, &catalogue(), TODAY);
        assert_eq!(insight.content.and_then(|content| content.trend), None);
    }

    #[test]
    fn recent_answers_count_more() {
        let insight = Insight::new(&[tally(0, &[1.0]), tally(30, &[0.4])], &catalogue(), TODAY);
        assert_eq!(insight.content.map(|content| content.percent), Some(80));
    }

    #[test]
    fn weeks_begin_on_monday() {
        // 2026-11-23 was a Monday, and so is day 20 780.
        let tallies = [tally(0, &[1.0]), tally(1, &[0.2]), tally(7, &[0.4])];
        let insight = Insight::new(&tallies, &catalogue(), TODAY);
        let weeks = insight.kinds[0]
            .weeks
            .iter()
            .map(|week| (week.begins.to_string(), week.answers))
            .collect::<Vec<_>>();
        assert_eq!(
            weeks,
            [("2026-11-16".to_owned(), 2), ("2026-11-23".to_owned(), 1)]
        );
    }

    #[test]
    fn the_order_of_tallies_does_not_matter() {
        let mut tallies = (0..50)
            .map(|days| {
                tally(
                    days,
                    &[0.1 + 0.017 * f64::from(u32::try_from(days).unwrap())],
                )
            })
            .collect::<Vec<_>>();
        let forwards = Insight::new(&tallies, &catalogue(), TODAY);
        tallies.reverse();
        assert_eq!(Insight::new(&tallies, &catalogue(), TODAY), forwards);
    }

    #[test]
    fn nothing_practised_says_nothing() {
        assert_eq!(Insight::new(&[], &catalogue(), TODAY), Insight::default());
    }
}
