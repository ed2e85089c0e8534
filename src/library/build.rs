//! A tree that fits its shape, as a scenario; what only a whole step can know is said here.

use super::{
    fault::Fault,
    printable::neutralised,
    problem::{Place, Problem},
    source::Source,
    step,
    tree::{Node, Value},
};
use crate::domain::{Difficulty, Feedback, Header, Kind, Position, Scenario, ScenarioId, Text};

/// Turns nodes into values and remembers what is wrong with them.
pub struct Build<'s> {
    source: &'s Source,
    /// What was found on the way.
    pub problems: Vec<Problem>,
}

impl<'s> Build<'s> {
    /// Begins with no problem.
    pub fn new(source: &'s Source) -> Self {
        Self {
            source,
            problems: Vec::new(),
        }
    }

    /// Remembers an error at `node`.
    pub fn error(&mut self, node: &Node, fault: &Fault) {
        self.error_at(node.at, node.width, fault);
    }

    /// Remembers an error at a place.
    pub fn error_at(&mut self, at: Position, width: u32, fault: &Fault) {
        let place = Place::new(self.source, at, width);
        self.problems.push(Problem::error(place, fault));
    }

    /// Says of `named` things with the same id that they are not told apart.
    pub fn unique<'n>(&mut self, nodes: &'n [Node], shape: &'static str) {
        let mut seen: Vec<(&'n str, u32)> = Vec::new();
        for id in nodes.iter().filter_map(|node| node.value_of("id")) {
            let Some(name) = id.text() else { continue };
            match seen.iter().find(|(seen, _)| *seen == name) {
                Some(&(_, first)) => {
                    let id_text = name.to_owned();
                    self.error(
                        id,
                        &Fault::DuplicateId {
                            id: id_text,
                            shape,
                            first,
                        },
                    );
                }
                None => seen.push((name, id.at.line)),
            }
        }
    }
}

/// What a listing shows; needs `id`, `kind` and `title`.
pub fn header(node: &Node, pack: &str) -> Option<Header> {
    let id = words_of(node, "id")?;
    Some(Header {
        id: ScenarioId::new(pack, id),
        kind: Kind::parse(&words_of(node, "kind")?)?,
        title: text(node.value_of("title")?),
        difficulty: words_of(node, "difficulty")
            .and_then(|name| Difficulty::parse(&name))
            .unwrap_or_default(),
        minutes: number_of(node, "minutes"),
        tags: list_of(node, "tags"),
        competencies: list_of(node, "competencies"),
        renamed_from: words_of(node, "renamed_from"),
    })
}

/// A whole scenario; `None` without a header.
pub fn scenario(build: &mut Build, node: &Node, pack: &str) -> Option<Scenario> {
    if let Some(index) = node.entries().iter().position(|entry| entry.key == "steps") {
        for entry in node.entries().iter().skip(index + 1) {
            let key = entry.key.clone();
            build.error_at(entry.at, entry.width, &Fault::KeyAfterSteps { key });
        }
    }
    let steps = node.value_of("steps").map_or(&[][..], Node::items);
    build.unique(steps, "step");
    let steps: Vec<_> = steps
        .iter()
        .filter_map(|node| step::step(build, node))
        .collect();
    Some(Scenario {
        header: header(node, pack)?,
        brief: node.value_of("brief").map(text).unwrap_or_default(),
        sources: list_of(node, "sources"),
        feedback: match words_of(node, "feedback").as_deref() {
            Some("end") => Feedback::End,
            _ => Feedback::Each,
        },
        steps,
    })
}

/// A scalar made safe to show.
pub fn words(node: &Node) -> String {
    neutralised(node.text().unwrap_or_default()).into_owned()
}

/// The scalar under `key`.
pub fn words_of(node: &Node, key: &str) -> Option<String> {
    let value = node.value_of(key)?;
    value.text().map(|_| words(value))
}

/// The whole number under `key`.
pub fn number_of(node: &Node, key: &str) -> Option<u32> {
    node.value_of(key)?.text()?.parse().ok()
}

/// The list of scalars under `key`.
pub fn list_of(node: &Node, key: &str) -> Vec<String> {
    node.value_of(key)
        .map(|list| list.items().iter().map(words).collect())
        .unwrap_or_default()
}

/// A text in one language or two.
pub fn text(node: &Node) -> Text {
    match &node.value {
        Value::Mapping(_) => Text {
            en: words_of(node, "en").unwrap_or_default(),
            zh: words_of(node, "zh"),
        },
        _ => Text::english(words(node)),
    }
}

/// The text under `key`.
pub fn text_of(node: &Node, key: &str) -> Option<Text> {
    node.value_of(key).map(text)
}
