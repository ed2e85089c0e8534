//! Times in exported progress: UTC with milliseconds.

use jiff::{Timestamp, fmt::temporal::DateTimePrinter};
use serde_json::Value;

const PRINTER: DateTimePrinter = DateTimePrinter::new().precision(Some(3));

/// `2026-11-23T14:40:00.120Z`; the bare number for a time that no calendar reaches.
pub fn write_time(wall_ms: i64) -> Value {
    match Timestamp::from_millisecond(wall_ms) {
        Ok(timestamp) => Value::String(PRINTER.timestamp_to_string(&timestamp)),
        Err(_) => wall_ms.into(),
    }
}

/// Reads what `write_time` writes, and any other RFC 3339 time.
pub fn read_time(value: &Value) -> Option<i64> {
    match value {
        Value::String(text) => text
            .parse::<Timestamp>()
            .ok()
            .map(Timestamp::as_millisecond),
        Value::Number(number) => number.as_i64(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{read_time, write_time};

    #[track_caller]
    fn case(wall_ms: i64, expected: &str) {
        let written = write_time(wall_ms);
        assert_eq!(written.to_string(), expected);
        assert_eq!(read_time(&written), Some(wall_ms));
    }

    #[test]
    fn a_time_reads_back_as_it_is_written() {
        case(1_795_424_400_120, "\"2026-11-23T09:00:00.120Z\"");
        case(0, "\"1970-01-01T00:00:00.000Z\"");
        case(-1, "\"1969-12-31T23:59:59.999Z\"");
        case(i64::MAX, "9223372036854775807");
    }

    #[test]
    fn a_time_in_another_zone_is_read() {
        let value = "2026-11-23T10:00:00.12+01:00".into();
        assert_eq!(read_time(&value), Some(1_795_424_400_120));
    }
}
