//! A team as a table for a terminal, and as rows for spreadsheets.

use std::fmt::Write as _;

use unicode_width::UnicodeWidthStr;

use super::team::{Team, TeamPerson};

impl Team {
    /// The table: a row per person, a sign per item, the days apart; then what is stale and what is weak.
    pub fn to_text(&self) -> String {
        let mut text = format!("{} · {} · {}\n", self.title, self.track, self.day);
        let _ = writeln!(text, "{}\n", people(self.people.len()));
        let room = self.people.iter().map(|it| it.name.width());
        let room = room.max().unwrap_or(0).max("day".len());
        let _ = write!(text, "{}", pad("day", room));
        for (day, count) in self.days() {
            let _ = write!(text, "  {}", pad(&day.to_string(), count));
        }
        text.push('\n');
        for person in &self.people {
            let mut row = pad(&person.name, room);
            let mut from = 0;
            for (day, count) in self.days() {
                let cells = person.cells.iter().skip(from).take(count);
                let signs: String = cells.map(|cell| sign(cell.state)).collect();
                from += count;
                let _ = write!(row, "  {}", pad(&signs, count.max(day.to_string().len())));
            }
            let _ = writeln!(text, "{row}  {}", self.far(person));
        }
        text += "\n+ passed   ! stale   ~ tried   . open\n";
        self.write_stale(&mut text);
        self.write_skills(&mut text);
        if !self.left_out.is_empty() {
            text += "\nLeft out\n";
            for reason in &self.left_out {
                let _ = writeln!(text, "  {reason}");
            }
        }
        text
    }

    fn write_stale(&self, text: &mut String) {
        let stale = self.stale();
        if stale.is_empty() {
            return;
        }
        *text += "\nStale\n";
        for (item, people) in stale {
            let _ = writeln!(
                text,
                "  day {:<2} {}: {}",
                item.day,
                item.id,
                people.join(", ")
            );
        }
    }

    fn write_skills(&self, text: &mut String) {
        if self.skills.is_empty() {
            return;
        }
        *text += "\nWeakest over the team\n";
        for skill in &self.skills {
            let (some, all) = skill.people;
            let _ = writeln!(
                text,
                "  {}: missed {} of {} times, by {some} of {all}",
                skill.label, skill.missed, skill.tries
            );
        }
    }

    /// One row per person and item.
    pub fn to_csv(&self) -> String {
        let mut rows =
            "person,track,day,item,title,state,stale,date,scenario,records,rubrics,signed_by\n"
                .to_owned();
        for person in &self.people {
            for (item, cell) in self.items.iter().zip(&person.cells) {
                let fields = [
                    &person.name,
                    &self.track,
                    &item.day.to_string(),
                    &item.id,
                    &item.title,
                    cell.state,
                    cell.stale.unwrap_or_default(),
                    cell.date.as_deref().unwrap_or_default(),
                    cell.scenario.as_deref().unwrap_or_default(),
                    &cell.records.join(" "),
                    &cell.rubrics.join(" "),
                    cell.signed_by.as_deref().unwrap_or_default(),
                ];
                let fields: Vec<String> = fields.into_iter().map(field).collect();
                rows += &fields.join(",");
                rows.push('\n');
            }
        }
        rows
    }

    /// Each day with the number of its items.
    fn days(&self) -> Vec<(usize, usize)> {
        let mut days: Vec<(usize, usize)> = vec![];
        for item in &self.items {
            match days.last_mut() {
                Some((day, count)) if *day == item.day => *count += 1,
                _ => days.push((item.day, 1)),
            }
        }
        days
    }

    /// How far a person is, in words.
    pub(super) fn far(&self, person: &TeamPerson) -> String {
        let mut far = format!("{} of {} passed", person.passed, self.items.len());
        let stale = person.cells.iter().filter(|cell| cell.stale.is_some());
        let stale = stale.count();
        if stale > 0 {
            let _ = write!(far, ", {stale} of them stale");
        }
        if let Some(last) = &person.last {
            let _ = write!(far, ", last answer {last}");
        }
        far
    }
}

/// How many people there are, in words.
pub fn people(count: usize) -> String {
    match count {
        1 => "1 person, as shared".to_owned(),
        count => format!("{count} people by name, as shared; nothing is ranked"),
    }
}

fn sign(state: &str) -> char {
    match state {
        "passed" => '+',
        "stale" => '!',
        "tried" => '~',
        _ => '.',
    }
}

/// `text` with blanks after it up to `width` cells.
fn pad(text: &str, width: usize) -> String {
    let blanks = width.saturating_sub(text.width());
    format!("{text}{}", " ".repeat(blanks))
}

/// A field of a spreadsheet, on one line; what a spreadsheet would take for a formula is quoted with an apostrophe.
fn field(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = match text.chars().next() {
        Some('=' | '+' | '-' | '@') => format!("'{text}"),
        _ => text,
    };
    if text.contains(['"', ',']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::field;

    #[test]
    fn a_name_cannot_become_a_formula_or_another_column() {
        assert_eq!(field("=HYPERLINK(1)"), "'=HYPERLINK(1)");
        assert_eq!(field("Li, \"Wei\"\nx"), "\"Li, \"\"Wei\"\" x\"");
    }
}
