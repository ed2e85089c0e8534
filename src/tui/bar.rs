//! A bar that shows a share.

use super::glyphs::Glyphs;

/// `share` (0..=1) as a bar of `width` cells.
pub fn bar(share: f64, width: u16, glyphs: &Glyphs) -> String {
    let share = if share.is_finite() {
        share.clamp(0.0, 1.0)
    } else {
        0.0
    };
    let full = (0..width)
        .filter(|cell| (f64::from(*cell) + 0.5) / f64::from(width) <= share)
        .count();
    glyphs.full.repeat(full) + &glyphs.empty.repeat(usize::from(width) - full)
}

/// `share` (0..=1) as whole points of a hundred.
pub fn percent(share: f64) -> String {
    format!("{:.0}", share.clamp(0.0, 1.0) * 100.0)
}

#[cfg(test)]
mod tests {
    use super::{Glyphs, bar, percent};

    #[track_caller]
    fn case(share: f64, expected: &str) {
        assert_eq!(bar(share, 4, &Glyphs::ASCII), expected);
    }

    #[test]
    fn a_bar_fills_with_the_share() {
        case(0.0, "....");
        case(0.5, "##..");
        case(1.0, "####");
        case(f64::NAN, "....");
        case(7.0, "####");
    }

    #[test]
    fn a_share_is_told_in_points() {
        assert_eq!(percent(0.726), "73");
    }
}
