//! A step compiled once, and answers graded by it.

use crate::domain::{Criterion, CriterionId, Form, Language, PatternText, Register, Step, StepId};

use super::{
    block::Block,
    closeness::Told,
    compiled::{CompiledPattern, compile},
    compiled_criterion::{CompiledCriterion, credits, spans},
    credit::Counting,
    document::Document,
    glossary::Glossary,
    guard::{Alarm, Profile, Watch},
    judge::Judge,
    lexicon::Lexicon,
    matcher::{Demand, Match, Matcher},
    models::plain_models,
    occurrence::Occurrences,
    pattern::Pattern,
    pattern_error::PatternError,
    reading::{Points, Reading, Revision},
    region::Region,
    remarks::Critic,
    scorecard::{Finding, Flagged, Guard, Scorecard, State},
    search::Search,
    unfilled::Gaps,
};

/// A pattern of a step that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("pattern `{}` of `{criterion}`: {error} (column {})", .pattern.text, .error.column)]
pub struct PatternProblem {
    /// The criterion or red flag it belongs to.
    pub criterion: CriterionId,
    /// The pattern as written, and where.
    pub pattern: PatternText,
    /// What is wrong with it.
    pub error: PatternError,
}

/// A step compiled once: patterns, glossary, guards, register rules.
#[derive(Clone, Debug)]
pub struct Grader {
    lexicon: Lexicon,
    criteria: Vec<CompiledCriterion>,
    /// What the block looks for besides.
    asides: Vec<CompiledCriterion>,
    block: Option<Block>,
    /// Graders of the steps that are asked for on the way.
    asked: Vec<(StepId, Self)>,
    red_flags: Vec<CompiledFlag>,
    ideographs: bool,
    judge: Judge,
    critic: Critic,
    watch: Watch,
    told: Told,
    gaps: Gaps,
}

#[derive(Clone, Debug)]
struct CompiledFlag {
    id: CriterionId,
    patterns: Vec<CompiledPattern>,
    penalty: f64,
    fatal: bool,
}

impl Grader {
    /// Compiles `step` for answers in `register`; every pattern that cannot be read is reported.
    pub fn new(
        step: &Step,
        glossary: &Glossary,
        register: Option<Register>,
    ) -> Result<Self, Vec<PatternProblem>> {
        let mut builder = Builder {
            glossary,
            lexicon: Lexicon::default(),
            problems: Vec::new(),
            words: Vec::new(),
        };
        for group in glossary.groups() {
            for member in group {
                builder.lexicon.know(member);
            }
        }
        let criteria: Vec<_> = step
            .rubric
            .iter()
            .filter(|criterion| criterion.applies_to(register))
            .map(|criterion| builder.criterion(criterion))
            .collect();
        let block = Block::of(step);
        let asides = block.as_ref().map(Block::asides).unwrap_or_default();
        let asides = asides.iter().map(|it| builder.criterion(it)).collect();
        let red_flags = step
            .red_flags
            .iter()
            .map(|flag| CompiledFlag {
                id: flag.id.clone(),
                patterns: builder.patterns(&flag.id, &flag.patterns, true),
                penalty: flag.penalty,
                fatal: flag.fatal,
            })
            .collect();
        if !builder.problems.is_empty() {
            return Err(builder.problems);
        }
        let mut asked = Vec::with_capacity(step.asked.len());
        for step in &step.asked {
            asked.push((step.id.clone(), Self::new(step, glossary, step.register)?));
        }
        let words = builder.words;
        let step = &in_prose(step, block.as_ref());
        let mut lexicon = builder.lexicon;
        let told = told(step, register, &criteria, &mut lexicon);
        Ok(Self {
            lexicon,
            told,
            criteria,
            asides,
            block,
            asked,
            red_flags,
            ideographs: step.language == Language::Any,
            watch: Watch::new(step, register, words.iter().map(String::as_str)),
            judge: Judge::new(step, register),
            critic: Critic::of(step, register),
            gaps: Gaps::of(step.template.as_ref()),
        })
    }

    /// Grades `answer`; never fails, whatever the text.
    pub fn grade(&self, answer: &str) -> Scorecard {
        match &self.block {
            Some(block) => block.grade(answer, self),
            None => self.card(answer, &mut |points| Revision {
                criteria: points.criteria,
                ..Revision::default()
            }),
        }
    }

    /// What the criteria and the asides find, and the red flags that are raised.
    fn found(&self, document: &Document) -> (Points, Vec<(&CompiledFlag, Match)>) {
        let occurrences = Occurrences::new(document, &self.lexicon, self.ideographs);
        let sentences = Region::sentences(document);
        let search = Search {
            document,
            occurrences: &occurrences,
        };
        let matcher = Matcher {
            search,
            regions: &sentences,
        };
        let raised = |flag| Some((flag, CompiledFlag::raised(flag, &matcher)?));
        let flagged: Vec<_> = self.red_flags.iter().filter_map(raised).collect();
        let findings = |criteria: &[CompiledCriterion]| {
            let credits = credits(criteria, search, &sentences);
            let with_credit = criteria.iter().zip(credits);
            with_credit
                .map(|(criterion, credit)| criterion.finding(&credit, document))
                .collect::<Vec<_>>()
        };
        let mut points = Points {
            criteria: findings(&self.criteria),
            asides: findings(&self.asides),
        };
        // who says what must not be said, or speaks of something else, has not come near
        if flagged.is_empty() && self.block.is_none() {
            let missed = |finding: &Finding| finding.state == State::Missed;
            if points.criteria.iter().any(missed) && self.watch.is_about(&Profile::of(document)) {
                for (number, finding) in points.criteria.iter_mut().enumerate() {
                    if missed(finding) {
                        let patterns = &self.criteria[number].patterns;
                        let near = self.told.closeness(search, &sentences, number, patterns);
                        finding.closeness = near.earned;
                        finding.near = spans(&near.pieces, document);
                    }
                }
            }
        }
        (points, flagged)
    }
}

impl Reading for Grader {
    fn points(&self, text: &str) -> Points {
        self.found(&Document::new(&self.gaps.blanked(text))).0
    }

    fn card(&self, answer: &str, revise: &mut dyn FnMut(Points) -> Revision) -> Scorecard {
        let answer = &*self.gaps.blanked(answer);
        let document = Document::new(answer);
        let (points, flagged) = self.found(&document);
        let Revision {
            criteria,
            penalty,
            is_beside,
        } = revise(points);
        let red_flags = flagged
            .iter()
            .map(|(flag, found)| Flagged {
                id: flag.id.to_string(),
                spans: spans(&found.pieces, &document),
                fatal: flag.fatal,
            })
            .collect();
        let penalty = penalty + flagged.iter().map(|(flag, _)| flag.penalty).sum::<f64>();
        let profile = Profile::of(&document);
        let mut alarms = self.watch.alarms(answer, &document, &profile);
        let mut likeness = self.watch.likeness(&profile);
        if is_beside {
            alarms.retain(|alarm| alarm.guard == Guard::Flooded);
            likeness = None;
        }
        let mut scorecard = self
            .judge
            .judge(&document, criteria, red_flags, penalty, &alarms, likeness);
        // nobody reads advice on the wording of a flood
        if !scorecard.guards.contains(&Guard::Flooded) {
            let advice = self.critic.advise(answer);
            scorecard.remarks = advice.remarks;
            let is_none = alarms.iter().any(Alarm::is_no_answer);
            let communication = advice.communication;
            scorecard.marks.communication =
                communication.map(|mark| if is_none { 0.0 } else { mark });
        }
        scorecard
    }

    fn asked(&self, step: &StepId, text: &str) -> Option<Scorecard> {
        let mut asked = self.asked.iter();
        asked
            .find(|(id, _)| id == step)
            .map(|(_, grader)| grader.grade(text))
    }
}

/// `step` with its models as prose, by which guards and remarks measure an answer.
fn in_prose(step: &Step, block: Option<&Block>) -> Step {
    let mut step = step.clone();
    if let Some(block) = block {
        for model in &mut step.models {
            model.text = block.prose(&model.text);
        }
        if matches!(block, Block::Incident(_)) {
            step.form = Form::Notes;
        }
    }
    step
}

struct Builder<'a> {
    glossary: &'a Glossary,
    lexicon: Lexicon,
    problems: Vec<PatternProblem>,
    /// The words that criteria ask for.
    words: Vec<String>,
}

impl Builder<'_> {
    fn criterion(&mut self, criterion: &Criterion) -> CompiledCriterion {
        CompiledCriterion {
            counting: Counting::of(&criterion.requirement),
            patterns: self.patterns(&criterion.id, criterion.requirement.patterns(), false),
            vetoes: self.patterns(&criterion.id, &criterion.vetoes, true),
            criterion: criterion.clone(),
        }
    }

    fn patterns(
        &mut self,
        criterion: &CriterionId,
        texts: &[PatternText],
        strict: bool,
    ) -> Vec<CompiledPattern> {
        let mut compiled = Vec::with_capacity(texts.len());
        for text in texts {
            match Pattern::parse(&text.text) {
                Ok(pattern) => {
                    self.words
                        .extend(pattern.words().into_iter().map(str::to_owned));
                    compiled.push(compile(&pattern, self.glossary, &mut self.lexicon, strict));
                }
                Err(error) => self.problems.push(PatternProblem {
                    criterion: criterion.clone(),
                    pattern: text.clone(),
                    error,
                }),
            }
        }
        compiled
    }
}

impl CompiledFlag {
    fn raised(&self, matcher: &Matcher<'_>) -> Option<Match> {
        let demand = Demand {
            is_guarded: false,
            vetoes: &[],
        };
        let found = |pattern| matcher.find(pattern, demand).filter(|found| !found.weak);
        self.patterns.iter().find_map(found)
    }
}

/// Finds the sentences of the models that make each criterion.
fn told(
    step: &Step,
    register: Option<Register>,
    criteria: &[CompiledCriterion],
    lexicon: &mut Lexicon,
) -> Told {
    let mut told = Told::new(&step.ask.en, criteria.len(), lexicon);
    for model in plain_models(step, register) {
        let document = Document::new(&model);
        let occurrences = Occurrences::new(&document, lexicon, step.language == Language::Any);
        let search = Search {
            document: &document,
            occurrences: &occurrences,
        };
        let sentences = Region::sentences(&document);
        for (number, credit) in credits(criteria, search, &sentences).iter().enumerate() {
            if credit.earned <= 0.0 {
                continue;
            }
            for region in &sentences {
                let (first, end) = region.body;
                let mut pieces = credit.matches.iter().flat_map(|found| &found.pieces);
                if pieces.any(|piece| (first..end).contains(&piece.first)) {
                    told.add(number, &document, (first, end), lexicon);
                }
            }
        }
    }
    told
}
