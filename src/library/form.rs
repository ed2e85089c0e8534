//! Holds a tree against a shape and says everything that does not fit.

use super::{
    fault::Fault,
    printable::is_unsafe,
    problem::{MOST_PROBLEMS, Place, Problem},
    rubric_shape::STATES,
    scenario_shape::SCENARIO,
    shape::{Need, Shape, Takes},
    sheet::percent,
    source::Source,
    tree::{Node, Value},
    wording::nearest,
};
use crate::domain::Position;

/// Every way in which `node` is not what `takes` describes.
pub fn faults(source: &Source, node: &Node, takes: Takes, what: &str) -> Vec<Problem> {
    let mut form = Form {
        source,
        problems: Vec::new(),
    };
    form.value(node, &format!("the {what}"), takes, false);
    form.problems
}

/// The same for a scenario that was read only as far as `steps`, which is not missed then.
pub fn faults_of_head(source: &Source, node: &Node) -> Vec<Problem> {
    faults(source, node, Takes::Map(&SCENARIO), "scenario")
        .into_iter()
        .filter(|problem| problem.rule != "missing-key" || !problem.what.ends_with("`steps:`"))
        .collect()
}

struct Form<'s> {
    source: &'s Source,
    problems: Vec<Problem>,
}

impl Form<'_> {
    fn error(&mut self, at: Position, width: u32, fault: &Fault) {
        if self.problems.len() >= MOST_PROBLEMS {
            return;
        }
        let place = Place::new(self.source, at, width);
        self.problems.push(Problem::error(place, fault));
    }

    fn value(&mut self, node: &Node, key: &str, takes: Takes, optional: bool) {
        if node.is_null() {
            let key = key.to_owned();
            return self.error(node.at, node.width, &Fault::NoValue { key, optional });
        }
        match takes {
            Takes::Words => self.words(node, key, "a text"),
            Takes::Name => self.name(node, key),
            Takes::Text | Takes::Foreign => self.text(node, key, takes),
            Takes::Count(most) => {
                let fits = |text: &str| text.parse().is_ok_and(|n: u32| (1..=most).contains(&n));
                self.scalar(node, key, &format!("a whole number from 1 to {most}"), fits);
            }
            Takes::Whole(most) => {
                let fits = |text: &str| text.parse().is_ok_and(|n: u32| n <= most);
                self.scalar(node, key, &format!("a whole number from 0 to {most}"), fits);
            }
            Takes::Amount => {
                let fits = |text: &str| text.parse().is_ok_and(|n: f64| n > 0.0 && n <= 1000.0);
                self.scalar(node, key, "a number above 0, at most 1000", fits);
            }
            Takes::Flag => {
                let fits = |text: &str| matches!(text, "true" | "false");
                self.scalar(node, key, "`true` or `false`", fits);
            }
            Takes::OneOf(names) => self.one_of(node, key, names),
            Takes::List(of, least) => self.list(node, key, *of, least),
            Takes::Map(shape) => self.mapping(node, key, shape),
            Takes::WordsOr(shape) => match &node.value {
                Value::Scalar { .. } => self.words(node, key, "a text"),
                _ => self.mapping(node, key, shape),
            },
            Takes::Expectation => self.expectation(node, key),
            Takes::Named(shape) => match &node.value {
                Value::Mapping(entries) => {
                    for entry in entries {
                        self.mapping(&entry.value, &label(&entry.key), shape);
                    }
                }
                _ => self.wrong(node, key, "a mapping"),
            },
            Takes::Entries(takes) => match &node.value {
                Value::Mapping(entries) => {
                    for entry in entries {
                        self.value(&entry.value, &label(&entry.key), *takes, false);
                    }
                }
                _ => self.wrong(node, key, "a mapping of names"),
            },
            Takes::Percent => self.scalar(node, key, "a share such as `10%`", |text| {
                percent(text).is_some()
            }),
        }
    }

    fn wrong(&mut self, node: &Node, key: &str, wanted: &str) {
        let fault = Fault::WrongType {
            key: key.to_owned(),
            wanted: wanted.to_owned(),
            found: node.described(),
        };
        self.error(node.at, node.width, &fault);
    }

    fn scalar(&mut self, node: &Node, key: &str, wanted: &str, fits: impl Fn(&str) -> bool) {
        if !node.text().is_some_and(fits) {
            self.wrong(node, key, wanted);
        }
    }

    fn words(&mut self, node: &Node, key: &str, wanted: &str) {
        let Some(text) = node.text() else {
            return self.wrong(node, key, wanted);
        };
        if let Some(first) = text.chars().find(|&c| is_unsafe(c)) {
            let code = format!("U+{:04X}", u32::from(first));
            let place = Place::new(self.source, node.at, node.width);
            self.problems
                .push(Problem::warning(place, &Fault::UnsafeCharacters { code }));
        }
        if text.trim().is_empty() {
            let (key, optional) = (key.to_owned(), false);
            self.error(node.at, node.width, &Fault::NoValue { key, optional });
        }
    }

    fn name(&mut self, node: &Node, key: &str) {
        let Some(name) = node.text() else {
            return self.wrong(node, key, "a name");
        };
        if !is_name(name) {
            let (key, name) = (key.to_owned(), name.to_owned());
            self.error(node.at, node.width, &Fault::BadName { key, name });
        }
    }

    fn text(&mut self, node: &Node, key: &str, takes: Takes) {
        let Value::Mapping(entries) = &node.value else {
            return self.words(node, key, "a text, or a mapping with `en:` and `zh:`");
        };
        for entry in entries {
            if matches!(entry.key.as_str(), "en" | "zh") {
                self.value(&entry.value, &label(&entry.key), Takes::Words, true);
            } else {
                let fault = Fault::UnknownKey {
                    key: entry.key.clone(),
                    shape: "text",
                    near: None,
                    known: vec!["en", "zh"],
                };
                self.error(entry.at, entry.width, &fault);
            }
        }
        let missing = match takes {
            Takes::Foreign => entries.is_empty(),
            _ => node.entry("en").is_none(),
        };
        if missing {
            let (shape, example) = ("text", "en: …");
            let key = "en";
            self.error(
                node.at,
                node.width,
                &Fault::MissingKey {
                    key,
                    shape,
                    example,
                },
            );
        }
    }

    fn one_of(&mut self, node: &Node, key: &str, names: &[&'static str]) {
        let Some(name) = node.text() else {
            return self.wrong(node, key, "one word");
        };
        if !names.contains(&name) {
            let fault = Fault::UnknownName {
                key: key.to_owned(),
                name: name.to_owned(),
                near: nearest(name, names.iter().copied()).map(str::to_owned),
                known: names.iter().map(|&name| name.to_owned()).collect(),
            };
            self.error(node.at, node.width, &fault);
        }
    }

    fn list(&mut self, node: &Node, key: &str, of: Takes, least: usize) {
        let Value::Sequence(items) = &node.value else {
            return self.wrong(node, key, "a list");
        };
        if items.len() < least {
            let key = key.to_owned();
            self.error(node.at, node.width, &Fault::TooFew { key, least });
        }
        for item in items {
            self.value(item, &format!("an entry of {key}"), of, false);
        }
    }

    fn mapping(&mut self, node: &Node, key: &str, shape: &'static Shape) {
        if !matches!(node.value, Value::Mapping(_)) {
            return self.wrong(node, key, "a mapping");
        }
        self.entries(node, shape);
        for field in shape.fields {
            let example = match field.need {
                Need::Required(example) => Some(example),
                Need::Unless(other, example) => node.entry(other).is_none().then_some(example),
                Need::Default(_) | Need::Choice => None,
            };
            if let Some(example) = example
                && node.entry(field.key).is_none()
            {
                let (key, shape) = (field.key, shape.name);
                self.error(
                    node.at,
                    1,
                    &Fault::MissingKey {
                        key,
                        shape,
                        example,
                    },
                );
            }
        }
    }

    fn entries(&mut self, node: &Node, shape: &'static Shape) {
        for entry in node.entries() {
            let field = shape.fields.iter().find(|field| field.key == entry.key);
            if let Some(field) = field {
                let optional = matches!(field.need, Need::Default(_));
                self.value(&entry.value, &label(field.key), field.takes, optional);
            } else {
                let known: Vec<&str> = shape.fields.iter().map(|field| field.key).collect();
                let fault = Fault::UnknownKey {
                    key: entry.key.clone(),
                    shape: shape.name,
                    near: nearest(&entry.key, known.iter().copied()),
                    known,
                };
                self.error(entry.at, entry.width, &fault);
            }
        }
    }

    fn expectation(&mut self, node: &Node, key: &str) {
        match &node.value {
            Value::Mapping(entries) => {
                for entry in entries {
                    self.one_of(&entry.value, &label(&entry.key), STATES);
                }
            }
            Value::Scalar { .. } => self.one_of(node, key, &["full", "none"]),
            Value::Sequence(_) => self.wrong(node, key, "`full`, `none` or states by criterion"),
        }
    }
}

/// A key as messages show it.
fn label(key: &str) -> String {
    format!("`{key}:`")
}

/// Whether `name` is small letters, digits and single hyphens between them, at most 64.
pub fn is_name(name: &str) -> bool {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    name.len() <= 64 && name.chars().all(fits) && name.starts_with(|c: char| c != '-')
}
