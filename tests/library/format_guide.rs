//! The format guide and the schema say what the reader takes.

use std::{
    fmt::Write,
    fs,
    path::{Path, PathBuf},
};

use firedrill::{
    check::{RULES, check},
    library::{
        FRAME, Library, MOCK, Need, PACK, PRICES, PackSource, SCENARIO, SKILL, SchemaOf, Shape,
        Source, TRACK, Takes, json_schema,
    },
};

fn shipped(name: &str) -> String {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    fs::read_to_string(folder.join(name)).unwrap()
}

/// The table of a shape as the guide prints it; required keys are bold. A finding is a criterion
/// with keys of its own, and only these are listed.
fn table(shape: &Shape) -> String {
    let own = shape
        .fields
        .iter()
        .skip_while(|field| shape.name == "finding" && field.key != "severity");
    let mut text = String::from("| key | takes | default | meaning |\n| --- | --- | --- | --- |\n");
    for field in own {
        let (key, default) = match field.need {
            Need::Required(_) => (format!("**{}**", field.key), "required"),
            Need::Unless(other, _) => (
                format!("**{}**", field.key),
                if other == "sheet" {
                    "required; not beside `sheet`"
                } else {
                    "required"
                },
            ),
            Need::Default(default) => (field.key.to_owned(), default),
            Need::Choice => (field.key.to_owned(), "one of the three"),
        };
        let takes = takes(field.takes);
        let means = field.means.replace('|', "\\|");
        writeln!(text, "| {key} | {takes} | {default} | {means} |").unwrap();
    }
    text
}

fn takes(takes: Takes) -> String {
    match takes {
        Takes::Name => "name".to_owned(),
        Takes::Words => "text".to_owned(),
        Takes::Text => "text, or `{en, zh}`".to_owned(),
        Takes::Foreign => "text, or `{zh, en}`".to_owned(),
        Takes::Count(most) => format!("1 to {most}"),
        Takes::Whole(most) => format!("0 to {most}"),
        Takes::Amount => "number above 0".to_owned(),
        Takes::Flag => "`true` or `false`".to_owned(),
        Takes::OneOf(names) => names.join(", "),
        Takes::List(of, _) => format!("list of {}", self::takes(*of)),
        Takes::Map(shape) => format!("[{}](#{})", shape.name, shape.name.replace(' ', "-")),
        Takes::WordsOr(shape) => format!("text, or [{}](#{})", shape.name, shape.name),
        Takes::Expectation => "`full`, `none`, or `{criterion: state}`".to_owned(),
        Takes::Named(shape) => format!("{} by name", shape.name),
        Takes::Entries(of) => format!("{} by name", self::takes(*of)),
        Takes::Percent => "share such as `10%`".to_owned(),
    }
}

/// `shape` and every shape in it, once.
fn shapes(shape: &'static Shape, all: &mut Vec<&'static Shape>) {
    if all.iter().any(|each| std::ptr::eq(*each, shape)) {
        return;
    }
    all.push(shape);
    for field in shape.fields {
        let mut takes = field.takes;
        while let Takes::List(of, _) | Takes::Entries(of) = takes {
            takes = *of;
        }
        if let Takes::Map(inner) | Takes::WordsOr(inner) | Takes::Named(inner) = takes {
            shapes(inner, all);
        }
    }
}

#[test]
fn the_guide_has_the_table_of_every_shape() {
    let guide = shipped("README.md");
    let mut all = vec![&PACK, &SKILL, &FRAME];
    shapes(&SCENARIO, &mut all);
    shapes(&TRACK, &mut all);
    shapes(&MOCK, &mut all);
    shapes(&PRICES, &mut all);
    let missing: Vec<String> = all
        .into_iter()
        .filter(|shape| !guide.contains(&table(shape)))
        .map(|shape| format!("### {}\n\n{}", shape.name, table(shape)))
        .collect();
    assert!(
        missing.is_empty(),
        "put into scenarios/README.md:\n{}",
        missing.join("\n")
    );
}

#[test]
fn the_guide_names_every_rule_of_check() {
    let guide = shipped("README.md");
    for rule in RULES {
        let row = format!("| `{}` | {} |", rule.name, rule.about);
        assert!(guide.contains(&row), "put into scenarios/README.md:\n{row}");
    }
}

#[test]
fn the_smallest_scenario_of_the_guide_is_in_order() {
    let guide = shipped("README.md");
    let block = guide
        .split("```yaml\n")
        .nth(1)
        .unwrap()
        .split("```")
        .next()
        .unwrap();
    let pack = PackSource::new("local", vec![Source::new("ttl-is-long.yaml", block)]);
    let report = check(&Library::load(vec![pack]), |file| {
        file == "ttl-is-long.yaml"
    });
    let problems: Vec<String> = report.problems.iter().map(ToString::to_string).collect();
    assert_eq!(problems, [""; 0]);
    assert_eq!(report.agreement.agreed, 3);
}

/// Where the schema of a file lies below `scenarios/`.
fn committed(of: SchemaOf) -> String {
    match of {
        SchemaOf::Scenario => "schema.json".to_owned(),
        _ => format!("schemas/{}.json", of.name()),
    }
}

#[test]
fn the_committed_schemas_are_those_that_are_printed() {
    for of in SchemaOf::ALL {
        let path = committed(of);
        let committed: serde_json::Value = serde_json::from_str(&shipped(&path)).unwrap();
        let name = of.name();
        assert_eq!(
            committed,
            json_schema(of),
            "run `firedrill schema {name} > scenarios/{path}`"
        );
    }
}

/// Holds the first line of a shipped file to the schema of `of`.
#[track_caller]
fn leads_to(path: &Path, of: SchemaOf) {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    let text = fs::read_to_string(path).unwrap();
    let line = text.lines().next().unwrap_or_default();
    let to = line.strip_prefix("# yaml-language-server: $schema=");
    let to = to.unwrap_or_else(|| panic!("no schema in {}", path.display()));
    let target = path.parent().unwrap().join(to).canonicalize();
    let expected = folder.join(committed(of)).canonicalize().unwrap();
    assert_eq!(target.unwrap(), expected, "{}", path.display());
}

#[test]
fn the_first_line_of_shipped_files_leads_an_editor_to_the_schema() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    for (kind, of) in [
        ("debug", SchemaOf::Scenario),
        ("review", SchemaOf::Scenario),
        ("phrasing", SchemaOf::Scenario),
        ("design", SchemaOf::Scenario),
        ("tracks", SchemaOf::Track),
        ("mocks", SchemaOf::Mock),
    ] {
        for entry in fs::read_dir(folder.join(kind)).unwrap() {
            leads_to(&entry.unwrap().path(), of);
        }
    }
    for of in SchemaOf::ALL {
        if !matches!(of, SchemaOf::Scenario | SchemaOf::Track | SchemaOf::Mock) {
            leads_to(&folder.join(format!("{}.yaml", of.name())), of);
        }
    }
}
