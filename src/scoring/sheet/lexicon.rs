//! The words people put around numbers: multipliers, units, operators, and those that say nothing.

use super::{
    super::quantity::number_word,
    amount::{Conventions, Measure},
};

/// What a multiplier such as `k` or `万` stands for.
pub(super) fn multiplier(word: &str) -> Option<f64> {
    const EXACT: &[(&str, f64)] = &[
        ("k", 1e3),
        ("K", 1e3),
        ("M", 1e6),
        ("m", 1e6),
        ("mm", 1e6),
        ("MM", 1e6),
        ("b", 1e9),
        ("bn", 1e9),
        ("tn", 1e12),
    ];
    const FOLDED: &[(&str, f64)] = &[
        ("hundred", 1e2),
        ("hundreds", 1e2),
        ("thousand", 1e3),
        ("thousands", 1e3),
        ("grand", 1e3),
        ("million", 1e6),
        ("millions", 1e6),
        ("mio", 1e6),
        ("mil", 1e6),
        ("mln", 1e6),
        ("billion", 1e9),
        ("billions", 1e9),
        ("bn", 1e9),
        ("bln", 1e9),
        ("mrd", 1e9),
        ("trillion", 1e12),
        ("dozen", 12.0),
    ];
    let folded = word.to_lowercase();
    EXACT
        .iter()
        .find(|(name, _)| *name == word)
        .or_else(|| FOLDED.iter().find(|(name, _)| *name == folded))
        .map(|&(_, times)| times)
}

/// The multiplier that a Chinese word begins with, and how many bytes it has.
pub(super) fn chinese_multiplier(word: &str) -> Option<(f64, usize)> {
    const TIMES: &[(char, f64)] = &[
        ('十', 1e1),
        ('百', 1e2),
        ('千', 1e3),
        ('万', 1e4),
        ('萬', 1e4),
        ('亿', 1e8),
        ('億', 1e8),
    ];
    let mut all = 1.0;
    let mut length = 0;
    for character in word.chars() {
        let Some((_, times)) = TIMES.iter().find(|(name, _)| *name == character) else {
            break;
        };
        all *= times;
        length += character.len_utf8();
    }
    (length > 0).then_some((all, length))
}

/// The unit a Chinese word begins with, and how many bytes it has.
pub(super) fn chinese_unit(word: &str) -> Option<(&'static str, usize)> {
    const UNITS: &[(&str, &str)] = &[
        ("个月", "month"),
        ("個月", "month"),
        ("月", "month"),
        ("小时", "hour"),
        ("小時", "hour"),
        ("分钟", "minute"),
        ("分", "minute"),
        ("秒钟", "second"),
        ("秒", "second"),
        ("天", "day"),
        ("日", "day"),
        ("周", "week"),
        ("年", "year"),
        ("美元", "usd"),
        ("美金", "usd"),
        ("刀", "usd"),
        ("欧元", "euro"),
        ("人民币", "yuan"),
        ("元", "yuan"),
        ("字节", "byte"),
        ("次", "times"),
        ("个", "times"),
    ];
    UNITS
        .iter()
        .find(|(name, _)| word.starts_with(name))
        .map(|(name, unit)| (*unit, name.len()))
}

/// The unit called `word`, or a product of units joined by hyphens, such as `GB-month`.
pub(super) fn unit(word: &str, conventions: Conventions) -> Option<Measure> {
    if let Some((above, below)) = word.split_once('-') {
        return Some(single(above, conventions)?.times(unit(below, conventions)?));
    }
    single(word, conventions)
}

fn single(word: &str, conventions: Conventions) -> Option<Measure> {
    let byte = |name: &str| Measure::of(name, conventions);
    // capitals tell bits from bytes
    match word {
        "B" | "Byte" | "Bytes" => return byte("byte"),
        "Kb" => return byte("kbit"),
        "Mb" => return byte("mbit"),
        "Gb" => return byte("gbit"),
        "Tbit" | "tbit" | "Tb" => return Some(byte("gbit")?.times(thousand())),
        "Tbps" | "tbps" => return Some(byte("gbps")?.times(thousand())),
        "m" | "M" | "t" | "w" | "W" => return None,
        _ => {}
    }
    if let Some(bytes) = word
        .strip_suffix("Bps")
        .or_else(|| word.strip_suffix("B/s"))
    {
        return Some(byte(&format!("{}b", bytes.to_lowercase()))?.over(byte("s")?));
    }
    let folded = word.to_lowercase();
    let name = match folded.as_str() {
        "hourly" => "hour",
        "daily" => "day",
        "weekly" | "wk" | "wks" => "week",
        "monthly" | "mths" | "mth" | "mos" => "month",
        "annual" | "annually" | "yearly" | "annum" => "year",
        "hs" => "hours",
        "kbyte" => "kb",
        "mbyte" => "mb",
        "gbyte" | "gbytes" => "gb",
        "tbyte" | "tbytes" => "tb",
        "gibibyte" | "gibibytes" => "gib",
        "tebibyte" | "tebibytes" => "tib",
        "usdollars" => "usd",
        other => other,
    };
    byte(name)
}

fn thousand() -> Measure {
    Measure::scaled(1e3)
}

/// Whether a word says how often, such as `monthly`.
pub(super) fn is_adverb_of_time(word: &str) -> bool {
    ["hourly", "daily", "weekly", "monthly", "annually", "yearly"]
        .contains(&word.to_lowercase().as_str())
}

/// Whether a word only says that what follows is not exact, or that it follows.
pub(super) fn is_filler(word: &str) -> bool {
    const FILLERS: &[&str] = &[
        "about",
        "approx",
        "approximately",
        "roughly",
        "around",
        "circa",
        "ca",
        "nearly",
        "almost",
        "some",
        "say",
        "just",
        "only",
        "under",
        "over",
        "the",
        "that",
        "is",
        "are",
        "it",
        "comes",
        "come",
        "to",
        "equals",
        "makes",
        "costs",
        "cost",
        "would",
        "be",
        "we",
        "pay",
        "so",
        "then",
        "total",
        "totals",
        "in",
        "our",
        "at",
        "up",
        "estimated",
        "estimate",
        "per se",
        "约",
        "大约",
        "大概",
        "差不多",
        "约为",
        "大约是",
        "是",
        "共",
        "总共",
        "将近",
        "接近",
    ];
    FILLERS.contains(&word.to_lowercase().as_str())
}

/// What an operator in words stands for.
pub(super) fn operator(word: &str) -> Option<char> {
    match word.to_lowercase().as_str() {
        "x" | "times" | "of" | "multiplied" | "乘" | "乘以" => Some('*'),
        "per" | "each" | "every" | "over" | "divided" | "a" | "an" | "除以" | "每" => Some('/'),
        "plus" | "and" | "加" | "加上" => Some('+'),
        "minus" | "less" | "减" | "减去" => Some('-'),
        _ => None,
    }
}

/// The number a word stands for: `three`, `half`.
pub(super) fn number(word: &str) -> Option<f64> {
    let folded = word.to_lowercase();
    match folded.as_str() {
        "half" => Some(0.5),
        "double" | "twice" => Some(2.0),
        _ => number_word(&folded),
    }
}
