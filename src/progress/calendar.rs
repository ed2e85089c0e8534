//! The calendar of practice: a column per week, a row per weekday.

use super::local_day::LocalDay;

/// One day's practice.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Practice {
    /// Attempts of every part.
    pub attempts: u32,
    /// The mean score of the answers among them, 0..=1.
    pub score: f64,
}

/// One week of the calendar.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CalendarWeek {
    /// Its Monday.
    pub begins: LocalDay,
    /// Monday to Sunday; `None` without practice.
    pub days: [Option<Practice>; 7],
}

impl CalendarWeek {
    /// The month, 1 to 12, that begins in this week; `None` if none does.
    pub fn new_month(&self) -> Option<i8> {
        let first = self.begins.date()?;
        let last = self.begins.plus(6).date()?;
        (first.day() == 1 || first.month() != last.month()).then(|| last.month())
    }
}

/// The last `weeks` weeks up to the one of `today`, from the practice per day (`YYYY-MM-DD`) of an overview.
pub fn calendar(days: &[(String, u32, f64)], today: LocalDay, weeks: usize) -> Vec<CalendarWeek> {
    let count = i64::try_from(weeks).unwrap_or(0);
    let first = today.monday().plus(-7 * (count - 1));
    let mut calendar: Vec<_> = (0..count)
        .map(|week| CalendarWeek {
            begins: first.plus(7 * week),
            days: [None; 7],
        })
        .collect();
    for (name, attempts, score) in days {
        let Some(day) = LocalDay::parse(name) else {
            continue;
        };
        let Ok(since) = usize::try_from(day.0 - first.0) else {
            continue;
        };
        if let Some(week) = calendar.get_mut(since / 7) {
            week.days[since % 7] = Some(Practice {
                attempts: *attempts,
                score: *score,
            });
        }
    }
    calendar
}

#[cfg(test)]
mod tests {
    use super::{LocalDay, calendar};

    fn days(names: &[&str]) -> Vec<(String, u32, f64)> {
        names
            .iter()
            .map(|name| ((*name).to_owned(), 2, 0.5))
            .collect()
    }

    #[test]
    fn a_day_stands_in_its_week_and_weekday() {
        let today = LocalDay::parse("2026-11-25").unwrap();
        let practised = days(&["2026-11-08", "2026-11-16", "2026-11-25", "2025-01-01"]);
        let calendar = calendar(&practised, today, 2);
        let filled: Vec<(usize, usize)> = calendar
            .iter()
            .enumerate()
            .flat_map(|(week, it)| {
                let days = it.days.iter().enumerate();
                days.filter_map(move |(day, practice)| practice.map(|_| (week, day)))
            })
            .collect();
        assert_eq!(
            filled,
            [(0, 0), (1, 2)],
            "before the first Monday nothing is shown"
        );
        assert_eq!(calendar[1].begins.to_string(), "2026-11-23");
    }

    #[test]
    fn a_month_is_named_in_the_week_of_its_first_day() {
        let today = LocalDay::parse("2026-12-06").unwrap();
        let months: Vec<_> = calendar(&[], today, 2)
            .iter()
            .map(super::CalendarWeek::new_month)
            .collect();
        assert_eq!(months, [None, Some(12)]);
    }
}
