//! What keys mean while an answer is written.

use super::drill::{DrillScreen, Face};
use crate::{
    session::Input,
    tui::{
        action::Action,
        desk::Desk,
        message::Effect,
        phrases::Phrase,
        route::{Reply, Route},
        template::template,
    },
};

impl DrillScreen {
    pub(super) fn act_in_writing(&mut self, action: Action, desk: &Desk) -> Reply {
        match action {
            Action::Submit => return self.submit(false, desk),
            Action::SubmitToJudge => return self.submit(true, desk),
            Action::Back => return Reply::go(Route::Back),
            Action::Hint if self.drill.hints_left() == 0 => {
                return Reply::notice(desk.say(Phrase::NoMoreHints));
            }
            Action::Hint => return Reply::effects(self.apply(Input::Hint, None, desk.now)),
            Action::Template => {
                match (template(desk, &self.drill), &mut self.face) {
                    (Err(why), _) => return Reply::notice(desk.say(why)),
                    (Ok(template), Face::Writing(writing)) => writing.insert_template(&template),
                    _ => {}
                }
                return Reply::effects(self.apply(Input::Template, None, desk.now));
            }
            Action::Export => {
                if let Face::Writing(writing) = &self.face {
                    return Reply::effects(writing.export(&self.drill).into_iter().collect());
                }
            }
            Action::Editor => {
                if let Face::Writing(writing) = &self.face {
                    return Reply::effects(vec![Effect::Edit(writing.text().0)]);
                }
            }
            action => {
                let was_reading = self.is_reading();
                if let Face::Writing(writing) = &mut self.face {
                    writing.act(action, desk);
                }
                self.typed(was_reading, desk);
            }
        }
        Reply::stay()
    }
}
