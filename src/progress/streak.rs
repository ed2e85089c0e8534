//! Local days in a row with practice.

use std::collections::BTreeSet;

use super::local_day::LocalDay;

/// How many days in a row were practised, up to `today`, or up to yesterday while today is still open.
pub fn streak_days(practised: impl IntoIterator<Item = LocalDay>, today: LocalDay) -> u32 {
    let practised = practised.into_iter().collect::<BTreeSet<_>>();
    let last = if practised.contains(&today) {
        today
    } else {
        today.plus(-1)
    };
    let mut streak = 0;
    let mut day = last;
    while practised.contains(&day) {
        streak += 1;
        day = day.plus(-1);
    }
    streak
}

#[cfg(test)]
mod tests {
    use super::{LocalDay, streak_days};

    #[track_caller]
    fn case(practised: &[i64], expected: u32) {
        let days = practised.iter().copied().map(LocalDay);
        assert_eq!(streak_days(days, LocalDay(100)), expected, "{practised:?}");
    }

    #[test]
    fn a_streak_ends_today_or_yesterday_and_has_no_gap() {
        case(&[], 0);
        case(&[100], 1);
        case(&[99], 1);
        case(&[98], 0);
        case(&[98, 99, 100], 3);
        case(&[97, 99, 100], 2);
        case(&[98, 99], 2);
    }

    #[test]
    fn days_ahead_of_a_clock_that_was_set_back_do_not_count() {
        case(&[100, 101, 102], 1);
    }
}
