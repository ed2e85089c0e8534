//! Figures of a bill as people read them.

/// `3478.2` as `3,478`, `0.0234` as `0.0234`, `151200000` as `151.2M`.
pub fn figure(number: f64) -> String {
    let size = number.abs();
    if !number.is_finite() {
        return "?".to_owned();
    }
    if size >= 1e12 {
        return format!("{number:.3e}");
    }
    for (step, name) in [(1e9, "bn"), (1e6, "M")] {
        if size >= step {
            return format!("{}{name}", trimmed(number / step, 2));
        }
    }
    if size >= 1000.0 {
        return grouped(&format!("{number:.0}"));
    }
    let decimals = match size {
        size if size >= 100.0 => 0,
        size if size >= 1.0 => 2,
        _ => 4,
    };
    trimmed(number, decimals)
}

fn trimmed(number: f64, decimals: usize) -> String {
    let text = format!("{number:.decimals$}");
    if text.contains('.') {
        return text.trim_end_matches('0').trim_end_matches('.').to_owned();
    }
    text
}

/// Commas between thousands.
fn grouped(digits: &str) -> String {
    let (sign, digits) = digits
        .strip_prefix('-')
        .map_or(("", digits), |rest| ("-", rest));
    let mut text = String::from(sign);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::figure;

    #[track_caller]
    fn case(number: f64, expected: &str) {
        assert_eq!(figure(number), expected);
    }

    #[test]
    fn figures_are_short_and_grouped() {
        case(0.0, "0");
        case(0.0234, "0.0234");
        case(3.5, "3.5");
        case(386.1, "386");
        case(3477.6, "3,478");
        case(151_200.0, "151,200");
        case(77_220_000.0, "77.22M");
        case(2.16e9, "2.16bn");
        case(f64::INFINITY, "?");
    }
}
