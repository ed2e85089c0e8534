//! Bars as inline SVG, which need no script and print sharp.

use std::fmt::Write as _;

use super::page::escaped;

/// One bar of a chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// What stands at its left.
    pub name: String,
    /// How much of it is filled, 0..=1; an empty track where absent.
    pub share: Option<f64>,
    /// What stands at its right.
    pub text: String,
}

/// A chart of `bars`, one below the other; `label` says what it shows to those who cannot see it.
pub fn bars(label: &str, bars: &[Bar]) -> String {
    const ROW: usize = 26;
    let height = bars.len() * ROW;
    let mut chart = format!(
        "<svg viewBox=\"0 0 640 {height}\" role=\"img\" aria-label=\"{}\">\n",
        escaped(label)
    );
    for (index, bar) in bars.iter().enumerate() {
        let top = index * ROW;
        let filled = bar.share.unwrap_or(0.0).clamp(0.0, 1.0) * 300.0;
        let name = match bar.name.char_indices().nth(28) {
            Some((end, _)) => format!("{}…", bar.name[..end].trim_end()),
            None => bar.name.clone(),
        };
        let _ = writeln!(
            chart,
            "<text x=\"0\" y=\"{}\">{}</text><rect class=\"track\" x=\"210\" y=\"{}\" width=\"300\" height=\"14\" rx=\"3\"/><rect class=\"fill\" x=\"210\" y=\"{}\" width=\"{filled:.1}\" height=\"14\" rx=\"3\"/><text x=\"522\" y=\"{}\">{}</text>",
            top + 17,
            escaped(&name),
            top + 6,
            top + 6,
            top + 17,
            escaped(&bar.text)
        );
    }
    chart += "</svg>\n";
    chart
}
