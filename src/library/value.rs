//! Nodes as plain values; what does not fit was said before, so the default holds.

use super::{
    printable::neutralised,
    tree::{Node, Style, Value},
};
use crate::domain::{Formula, Position, Text};

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

/// The entries of a list in the review of a step.
pub fn in_review<'n>(step: &'n Node, key: &str) -> &'n [Node] {
    let list = step
        .value_of("review")
        .and_then(|review| review.value_of(key));
    list.map_or(&[][..], Node::items)
}

/// A formula, and where its first character stands.
pub fn formula(node: &Node) -> Formula {
    let text = words(node);
    let (quote, inline) = match &node.value {
        Value::Scalar {
            style: Style::Plain,
            ..
        } => (0, !text.contains('\n')),
        Value::Scalar {
            style: Style::Quoted,
            ..
        } => (1, !text.contains(['\n', '\\', '"', '\''])),
        _ => (0, false),
    };
    Formula {
        text,
        at: Position {
            line: node.at.line,
            column: node.at.column + quote,
        },
        is_inline: inline,
    }
}
