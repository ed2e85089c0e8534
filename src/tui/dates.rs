//! Days and times as people read them.

use std::time::Duration;

use jiff::{Timestamp, tz::Offset};

use super::language::Language;

/// The local day of a moment, such as `Mon 23 Nov`.
pub fn day(wall_ms: i64, utc_offset_minutes: i32, language: Language) -> String {
    let Some(local) = local(wall_ms, utc_offset_minutes) else {
        return String::new();
    };
    if language.is_chinese() {
        let weekday = ["一", "二", "三", "四", "五", "六", "日"];
        let index = usize::from(local.weekday().to_monday_zero_offset().unsigned_abs());
        let weekday = weekday.get(index).copied().unwrap_or_default();
        format!("{}月{}日 周{weekday}", local.month(), local.day())
    } else {
        local.strftime("%a %-d %b").to_string()
    }
}

/// A day of the week, 0 for Monday.
pub fn weekday(number: usize, language: Language) -> String {
    let english = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    let chinese = ["一", "二", "三", "四", "五", "六", "日"];
    let names = if language.is_chinese() {
        chinese
    } else {
        english
    };
    names.get(number).copied().unwrap_or_default().to_owned()
}

/// A month, 1 to 12.
pub fn month(number: i8, language: Language) -> String {
    if language.is_chinese() {
        return format!("{number}月");
    }
    let date = jiff::civil::Date::new(2000, number, 1);
    date.map_or_else(|_| String::new(), |date| date.strftime("%b").to_string())
}

/// The local day and minute, such as `2026-11-23 14:42`.
pub fn minute(wall_ms: i64, utc_offset_minutes: i32) -> String {
    local(wall_ms, utc_offset_minutes)
        .map(|local| local.strftime("%Y-%m-%d %H:%M").to_string())
        .unwrap_or_default()
}

/// Minutes and seconds, such as `1:30`.
pub fn clock(time: Duration) -> String {
    let seconds = time.as_secs();
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

fn local(wall_ms: i64, utc_offset_minutes: i32) -> Option<jiff::civil::DateTime> {
    let offset = Offset::from_seconds(utc_offset_minutes.checked_mul(60)?).ok()?;
    let timestamp = Timestamp::from_millisecond(wall_ms).ok()?;
    Some(offset.to_datetime(timestamp))
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{Language, clock, day, minute};

    #[test]
    fn a_day_is_the_learners_own() {
        let late = 1_795_474_800_000; // 2026-11-23 23:00 UTC
        assert_eq!(day(late, 0, Language::English), "Mon 23 Nov");
        assert_eq!(day(late, 480, Language::Chinese), "11月24日 周二");
        assert_eq!(minute(late, 60), "2026-11-24 00:00");
    }

    #[test]
    fn a_clock_shows_minutes_and_seconds() {
        assert_eq!(clock(Duration::from_secs(90)), "1:30");
    }

    #[test]
    fn a_time_out_of_reach_is_no_panic() {
        assert_eq!(day(i64::MAX, i32::MAX, Language::English), "");
    }
}
