//! A review and a model of it on the diff, for the debrief.

use ratatui::text::Line;

use super::{
    desk::Desk,
    diff_list::diff_rows,
    diff_paint::{Look, Painter, digits},
    own_review::OwnReview,
    phrases::Phrase,
};
use crate::domain::{Diff, Step, Task};

/// The diff with the comments of `answer` and those of the first model, as rows of the screen.
pub fn review_beside(
    answer: &str,
    step: &Step,
    width: usize,
    desk: &Desk,
) -> Option<Vec<Line<'static>>> {
    let Task::Review(review) = &step.task else {
        return None;
    };
    let own = with_model(answer, step, &review.diff, desk);
    let look = Look {
        wraps: true,
        ..Look::default()
    };
    let painter = Painter {
        diff: &review.diff,
        own: &own,
        look: &look,
        width,
        digits: digits(&review.diff),
        desk,
    };
    let rows = diff_rows(&review.diff, &own, &look.folded);
    Some(
        rows.into_iter()
            .flat_map(|row| painter.paint(row, false))
            .collect(),
    )
}

fn with_model(answer: &str, step: &Step, diff: &Diff, desk: &Desk) -> OwnReview {
    let mut own = OwnReview::read(answer, diff);
    if let Some(model) = step.models.first() {
        let model = OwnReview::read(&model.text, diff);
        let of_model = model.comments.into_iter().map(|mut comment| {
            comment.text = format!("({}) {}", desk.say(Phrase::ModelAnswer), comment.text);
            comment
        });
        own.comments.extend(of_model);
    }
    own
}
