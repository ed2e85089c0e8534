//! A team as one self-contained page: a heat map of people and items, what is stale, what is weak over all.

use std::fmt::Write as _;

use super::{
    chart::{Bar, bars},
    page::{escaped, page},
    team::{Team, TeamCell, TeamItem},
    team_forms::people,
};

/// The colours of the map, light and dark; a sign in each cell says the same without colour.
const STYLE: &str = "<style>
:root{--passed:#bfe5c5;--stale:#f3d28c;--tried:#cfe0f5;--open:transparent}
@media (prefers-color-scheme:dark){:root{--passed:#1f5a2c;--stale:#6b4e10;--tried:#24466b}}
@media print{:root{--passed:#bfe5c5;--stale:#f3d28c;--tried:#cfe0f5}}
body{max-width:72rem}.map{overflow-x:auto}.map table{width:auto;border-collapse:separate;border-spacing:2px}
.map th,.map td{padding:.15rem .35rem;border:0;text-align:center;font-weight:400;white-space:nowrap}
.map th.person,.map td.far{text-align:left}.map th.person{font-weight:600;position:sticky;left:0;background:var(--page)}
.map td.cell{min-width:1.35rem;border:1px solid var(--line);border-radius:3px;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.map .first{border-left:6px solid var(--page)}.map th.day{border-bottom:1px solid var(--line);color:var(--muted)}
.passed{background:var(--passed)}.stale{background:var(--stale)}.tried{background:var(--tried)}.open{background:var(--open)}
.legend span{display:inline-block;padding:0 .5rem;margin-right:.6rem;border:1px solid var(--line);border-radius:3px}
</style>
";

impl Team {
    /// The page; everything that anybody wrote is escaped.
    pub fn to_html(&self) -> String {
        let mut body = format!(
            "{STYLE}<header>\n<h1>{}</h1>\n<p class=\"muted\">{} · {} · {}</p>\n<p class=\"notice\">This page shows what people exported and handed over: which items they passed, when, and which skills the answers missed. It ranks nobody, and is no measure of anybody's work.</p>\n</header>\n<main>\n",
            escaped(&self.title),
            escaped(&self.track),
            self.day,
            people(self.people.len())
        );
        self.map(&mut body);
        self.stale_items(&mut body);
        self.weak_skills(&mut body);
        self.all_items(&mut body);
        if !self.left_out.is_empty() {
            body += "<h2>Left out</h2>\n<ul>\n";
            for reason in &self.left_out {
                let _ = writeln!(body, "<li>{}</li>", escaped(reason));
            }
            body += "</ul>\n";
        }
        body += "</main>\n";
        page(&format!("{}: the team", self.title), &body)
    }

    fn map(&self, body: &mut String) {
        *body += "<h2>People and items</h2>\n<p class=\"legend\"><span class=\"passed\">+ passed</span><span class=\"stale\">! stale</span><span class=\"tried\">~ tried</span><span class=\"open\">open</span></p>\n<div class=\"map\"><table>\n<thead><tr><th class=\"person\">Day</th>";
        let mut index = 0;
        while let Some(item) = self.items.get(index) {
            let of_day = |it: &&TeamItem| it.day == item.day;
            let count = self.items.iter().skip(index).take_while(of_day).count();
            let _ = write!(
                body,
                "<th class=\"day first\" colspan=\"{count}\">{}</th>",
                item.day
            );
            index += count;
        }
        *body += "<th></th></tr></thead>\n<tbody>\n";
        for person in &self.people {
            let _ = write!(
                body,
                "<tr><th class=\"person\" scope=\"row\">{}</th>",
                escaped(&person.name)
            );
            let mut day = 0;
            for (item, cell) in self.items.iter().zip(&person.cells) {
                let first = if item.day == day { "" } else { " first" };
                day = item.day;
                let _ = write!(
                    body,
                    "<td class=\"cell {}{first}\" title=\"{}\">{}</td>",
                    cell.state,
                    escaped(&told(item, cell)),
                    sign(cell.state)
                );
            }
            let _ = writeln!(
                body,
                "<td class=\"far muted\">{}</td></tr>",
                escaped(&self.far(person))
            );
        }
        *body += "</tbody></table></div>\n";
    }

    fn stale_items(&self, body: &mut String) {
        let stale = self.stale();
        *body += "<h2>Stale</h2>\n";
        if stale.is_empty() {
            *body += "<p>Every pass still holds.</p>\n";
            return;
        }
        *body += "<table><thead><tr><th>Day</th><th>Item</th><th>Whose pass no longer holds</th></tr></thead><tbody>\n";
        for (item, people) in stale {
            let _ = writeln!(
                body,
                "<tr><td>{}</td><td>{}</td><td>{}</td></tr>",
                item.day,
                escaped(&item.title),
                escaped(&people.join(", "))
            );
        }
        *body += "</tbody></table>\n";
    }

    fn weak_skills(&self, body: &mut String) {
        *body += "<h2>Weakest over the team</h2>\n";
        if self.skills.is_empty() {
            *body += "<p>No skill was asked for often enough to say.</p>\n";
            return;
        }
        let rows: Vec<Bar> = self
            .skills
            .iter()
            .map(|skill| Bar {
                name: skill.label.clone(),
                share: Some(f64::from(skill.missed) / f64::from(skill.tries.max(1))),
                text: format!("{} of {}", skill.missed, skill.tries),
            })
            .collect();
        *body += &bars(
            "How often each skill was missed, over the whole team",
            &rows,
        );
        *body += "<p class=\"muted\">How often each was missed, of the times it was asked for, over everybody.</p>\n";
    }

    fn all_items(&self, body: &mut String) {
        *body += "<h2>Items</h2>\n<table><thead><tr><th>Day</th><th>Item</th><th>Passed by</th></tr></thead><tbody>\n";
        for (index, item) in self.items.iter().enumerate() {
            let cells = self.people.iter().filter_map(|it| it.cells.get(index));
            let passed = cells.filter(|cell| cell.state == "passed").count();
            let _ = writeln!(
                body,
                "<tr><td>{}</td><td>{}{}</td><td>{passed} of {}</td></tr>",
                item.day,
                escaped(&item.title),
                if item.is_signed {
                    " <span class=\"muted\">(signed by a person)</span>"
                } else {
                    ""
                },
                self.people.len()
            );
        }
        *body += "</tbody></table>\n";
    }
}

/// What a cell says when it is pointed at.
fn told(item: &TeamItem, cell: &TeamCell) -> String {
    let mut told = format!("{}: {}", item.title, cell.state);
    if let Some(why) = cell.stale {
        let _ = write!(told, ", {why}");
    }
    if let Some(date) = &cell.date {
        let _ = write!(told, " · {date}");
    }
    if let Some(by) = &cell.signed_by {
        let _ = write!(told, " · signed by {by}");
    }
    told
}

fn sign(state: &str) -> &'static str {
    match state {
        "passed" => "+",
        "stale" => "!",
        "tried" => "~",
        _ => "",
    }
}
