//! The shapes of a cost sheet, and of the price list it draws on.

use super::shape::{
    Need::{Default, Required},
    Shape,
    Takes::{Entries, List, Map, Name, OneOf, Percent, Text, Words, WordsOr},
    field,
};

/// Why a row may be off, as a sample says it.
pub const CAUSES: &[&str] = &[
    "convention",
    "carried",
    "thousand",
    "digit",
    "bits",
    "per-second",
    "per-hour",
    "per-day",
    "per-month",
    "percent",
    "replication",
    "left-out",
    "in-out",
    "price-class",
    "slip",
];

/// How a gigabyte is meant.
pub const GIGABYTES: &[&str] = &["decimal", "binary"];

/// How long a month is.
pub const MONTHS: &[&str] = &["730 h", "30 d"];

/// A cost sheet to be filled.
pub static SHEET: Shape = Shape {
    name: "sheet",
    fields: &[
        field(
            "rows",
            List(&Map(&ROW), 1),
            Required(
                "rows: [{id: put, label: Uploads, is: uploads * price(s3-put), unit: USD/month}]",
            ),
            "the lines, each worked from givens, prices and earlier rows; the total last",
        ),
        field(
            "givens",
            Entries(&WordsOr(&GIVEN)),
            Default("none"),
            "what is given, by name: `uploads: 100M /month`",
        ),
        field(
            "prices",
            OneOf(&["prices.yaml"]),
            Default("prices.yaml"),
            "the pack's price list; `price(name)` takes a price from it",
        ),
        field(
            "levers",
            List(&Map(&LEVER), 1),
            Default("none"),
            "what lowers the bill, and by how much",
        ),
        field(
            "date",
            Words,
            Default("not said"),
            "when the working was last held against the prices, as `2026-10-31`",
        ),
        field(
            "gigabyte",
            OneOf(GIGABYTES),
            Default("decimal"),
            "10^9 bytes, or 2^30 bytes and 1,024 of them in a terabyte",
        ),
        field(
            "month",
            OneOf(MONTHS),
            Default("730 h"),
            "how long a month is",
        ),
    ],
};

/// A line of a sheet.
pub static ROW: Shape = Shape {
    name: "row",
    fields: &[
        field(
            "id",
            Name,
            Required("id: put"),
            "its name in formulas and answers",
        ),
        field(
            "label",
            Text,
            Required("label: Upload requests"),
            "what it is, for people",
        ),
        field(
            "is",
            Words,
            Required("is: uploads * price(s3-put)"),
            "how it is worked",
        ),
        field(
            "unit",
            Words,
            Required("unit: USD/month"),
            "the unit it is asked in",
        ),
        field(
            "tolerance",
            Percent,
            Default("10%"),
            "how far a right answer may be off",
        ),
    ],
};

/// A given with a text for people.
pub static GIVEN: Shape = Shape {
    name: "given",
    fields: &[
        field("is", Words, Required("is: 100M /month"), "how much it is"),
        field("label", Text, Default("its name"), "what it is, for people"),
    ],
};

/// Something that lowers the bill.
pub static LEVER: Shape = Shape {
    name: "lever",
    fields: &[
        field(
            "id",
            Name,
            Required("id: bucket-keys"),
            "its name in the sheet",
        ),
        field(
            "label",
            Text,
            Required("label: S3 Bucket Keys"),
            "what is done, for people",
        ),
        field(
            "saves",
            Words,
            Required("saves: 95% * kms"),
            "what it saves, in the unit of the last row",
        ),
    ],
};

/// `prices.yaml`: what things cost, where and when.
pub static PRICES: Shape = Shape {
    name: "price list",
    fields: &[
        field(
            "region",
            Words,
            Required("region: us-east-1"),
            "where the prices hold, unless a price says otherwise",
        ),
        field(
            "date",
            Words,
            Required("date: 2026-10-31"),
            "when they were looked up, unless a price says otherwise",
        ),
        field(
            "source",
            Words,
            Required("source: https://aws.amazon.com/pricing/"),
            "where they were looked up, unless a price says otherwise",
        ),
        field(
            "prices",
            Entries(&WordsOr(&PRICE)),
            Required("prices: {s3-put: $0.005 /1000}"),
            "the prices, by the name that `price(name)` takes",
        ),
    ],
};

/// One price with what is said of it.
pub static PRICE: Shape = Shape {
    name: "price",
    fields: &[
        field(
            "is",
            Words,
            Required("is: $0.023 /GB-month"),
            "how much it is, per what",
        ),
        field(
            "label",
            Text,
            Default("its name"),
            "what is sold, for people",
        ),
        field("region", Words, Default("the list's"), "where it holds"),
        field(
            "date",
            Words,
            Default("the list's"),
            "when it was looked up",
        ),
        field(
            "source",
            Words,
            Default("the list's"),
            "where it was looked up",
        ),
    ],
};
