//! The price list of a pack.

use std::collections::BTreeMap;

use super::{
    tree::{Node, Value},
    value::{formula, text_of, words_of},
};
use crate::domain::Price;

/// Prices by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prices(BTreeMap<String, Price>);

impl Prices {
    /// Adds the prices of a `prices.yaml` that fits its shape; one of the same name is replaced.
    pub fn add(&mut self, root: &Node) {
        let said = |node: &Node, key: &str| {
            words_of(node, key)
                .or_else(|| words_of(root, key))
                .unwrap_or_default()
        };
        for entry in root.value_of("prices").map_or(&[][..], Node::entries) {
            let node = &entry.value;
            let is = match &node.value {
                Value::Mapping(_) => node.value_of("is").map(formula).unwrap_or_default(),
                _ => formula(node),
            };
            let price = Price {
                name: entry.key.clone(),
                label: text_of(node, "label"),
                is,
                region: said(node, "region"),
                date: said(node, "date"),
                source: said(node, "source"),
            };
            self.0.insert(entry.key.to_lowercase(), price);
        }
    }

    /// Adds those of `other`; one of the same name is replaced.
    pub fn extend(&mut self, other: &Self) {
        self.0.extend(
            other
                .0
                .iter()
                .map(|(name, price)| (name.clone(), price.clone())),
        );
    }

    /// Every price, by name.
    pub fn iter(&self) -> impl Iterator<Item = &Price> {
        self.0.values()
    }
}
