//! Reading the configuration file: what can be used is used, and all else is told with its place.

use std::{
    env, fs, io,
    ops::Range,
    path::{Path, PathBuf},
};

use directories::{BaseDirs, ProjectDirs};
use toml::de::{DeTable, DeValue};

use super::{
    fields::FIELDS,
    settings::Settings,
    value::{Origin, Value},
};
use crate::{
    library::{Place, Problem, Severity, Source, nearest},
    storage::error::StoreError,
    tui::{Change, Key, Refusal},
};

/// The table under which keys are changed.
const KEYS: &str = "keys";

/// The configuration file: the one asked for, else the one in the platform's configuration directory.
pub fn configuration_file(asked: Option<PathBuf>) -> Result<PathBuf, StoreError> {
    match asked {
        Some(file) => Ok(file),
        None => ProjectDirs::from("", "", "firedrill")
            .map(|places| places.config_dir().join("config.toml"))
            .ok_or(StoreError::NoPlace),
    }
}

/// The settings in `file`, and over them those of the environment. A file that is not there sets nothing.
pub fn read_settings(file: &Path) -> io::Result<Settings> {
    let mut settings = match fs::read(file) {
        Ok(bytes) => {
            let text = String::from_utf8_lossy(&bytes);
            parse(&Source::new(file.display().to_string(), text))
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Settings::default(),
        Err(error) => return Err(error),
    };
    let folder = file.parent().unwrap_or(Path::new(""));
    for pack in &mut settings.packs.value {
        *pack = reached(pack, folder);
    }
    for field in FIELDS {
        let Some(text) = env::var(field.variable).ok().filter(|it| !it.is_empty()) else {
            continue;
        };
        let origin = Origin::Variable(field.variable);
        if let Err(what) = settings.set(field.name, &Value::of_variable(&text), origin) {
            let place = Place::file(field.variable);
            let problem = Problem::new(Severity::Error, "setting", place, &what, None);
            settings.problems.push(problem);
        }
    }
    Ok(settings)
}

/// `path` as a shell would understand it, and from the folder of the file if it is relative.
fn reached(path: &Path, folder: &Path) -> PathBuf {
    match (path.strip_prefix("~"), BaseDirs::new()) {
        (Ok(rest), Some(places)) => places.home_dir().join(rest),
        _ => folder.join(path),
    }
}

/// The settings in `source`.
fn parse(source: &Source) -> Settings {
    let mut settings = Settings::default();
    let (document, faults) = DeTable::parse_recoverable(&source.text);
    let mut reader = Reader {
        source,
        problems: vec![],
        changes: vec![],
    };
    for fault in faults {
        reader.problem(fault.span().unwrap_or_default(), fault.message(), None);
    }
    for (key, value) in document.get_ref() {
        let name = key.get_ref().as_ref();
        match value.get_ref() {
            DeValue::Table(tables) if name == KEYS => reader.read_keys(tables),
            _ if FIELDS.iter().any(|field| field.name == name) => {
                let origin = Origin::Line(reader.place(value.span()).at.line);
                if let Err(what) = settings.set(name, &plain(value.get_ref()), origin) {
                    reader.problem(value.span(), &what, None);
                }
            }
            _ => {
                let known = FIELDS.iter().map(|field| field.name).chain([KEYS]);
                let what = format!("there is no setting `{name}`");
                reader.problem(key.span(), &what, Some(&meant(name, known)));
            }
        }
    }
    reader.change_keys(&mut settings);
    reader.problems.sort_by_key(|problem| problem.place.at);
    settings.problems = reader.problems;
    settings
}

/// One file under the eye, and what was found in it so far.
struct Reader<'a> {
    source: &'a Source,
    problems: Vec<Problem>,
    changes: Vec<(Change, [Range<usize>; 2])>,
}

impl Reader<'_> {
    fn place(&self, span: Range<usize>) -> Place {
        let mut place = Place::of_offset(self.source, span.start);
        let meant = self.source.text.get(span).unwrap_or_default();
        let meant = meant.lines().next().unwrap_or_default().chars().count();
        place.width = u32::try_from(meant).unwrap_or(1).max(1);
        place
    }

    fn problem(&mut self, span: Range<usize>, what: &str, cure: Option<&str>) {
        let place = self.place(span);
        let problem = Problem::new(Severity::Error, "setting", place, what, cure);
        self.problems.push(problem);
    }

    fn read_keys(&mut self, tables: &DeTable) {
        for (table, rows) in tables {
            let DeValue::Table(rows) = rows.get_ref() else {
                let what = "keys are changed in a table such as `[keys.writing]`";
                self.problem(table.span(), what, None);
                continue;
            };
            for (action, keys) in rows {
                if let Some(keys) = self.read_row(keys.get_ref(), keys.span()) {
                    let change = Change {
                        table: table.get_ref().to_string(),
                        action: action.get_ref().to_string(),
                        keys,
                    };
                    self.changes.push((change, [table.span(), action.span()]));
                }
            }
        }
        // A table comes in the order of its names; the later line is the one to go where two collide.
        self.changes.sort_by_key(|(_, [_, action])| action.start);
    }

    fn read_row(&mut self, value: &DeValue, span: Range<usize>) -> Option<Vec<Key>> {
        let names = match plain(value) {
            Value::Text(name) => vec![name],
            Value::List(names) if !names.is_empty() => names,
            _ => {
                self.problem(
                    span,
                    "a key is a text such as `\"Ctrl-S\"`, or a list of such",
                    None,
                );
                return None;
            }
        };
        let mut keys = vec![];
        for name in names {
            let Some(key) = Key::parse(&name) else {
                let what = format!("`{name}` is not a key");
                let cure = "say it as `Ctrl-S`, `Alt-Enter`, `F5`, `PgUp`, `Space` or `x`";
                self.problem(span, &what, Some(cure));
                return None;
            };
            keys.push(key);
        }
        Some(keys)
    }

    fn change_keys(&mut self, settings: &mut Settings) {
        let changes: Vec<_> = self.changes.iter().map(|(it, _)| it.clone()).collect();
        let (keymap, refused) = std::mem::take(&mut settings.keys).changed(&changes);
        settings.keys = keymap;
        for (index, refusal) in &refused {
            let Some((change, [table, action])) = self.changes.get(*index).cloned() else {
                continue;
            };
            let (span, cure) = match refusal {
                Refusal::Table(known) => (table, Some(meant(&change.table, known.iter().copied()))),
                Refusal::Action(known) => {
                    let known = known.iter().map(String::as_str);
                    (action, Some(meant(&change.action, known)))
                }
                Refusal::Character(_) => (action, None),
                Refusal::Taken { .. } => {
                    let cure = "the keys of this line stay as they were; take another one, or move that one too";
                    (action, Some(cure.to_owned()))
                }
            };
            self.problem(span, &refusal.to_string(), cure.as_deref());
        }
        let kept = std::mem::take(&mut self.changes).into_iter().enumerate();
        let kept = kept.filter(|(index, _)| refused.iter().all(|(other, _)| other != index));
        settings.changes = kept
            .map(|(_, (change, [_, action]))| (change, self.place(action).at.line))
            .collect();
    }
}

/// What was probably meant, or everything there is.
fn meant<'a>(typed: &str, known: impl Iterator<Item = &'a str> + Clone) -> String {
    match nearest(typed, known.clone()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("there are: {}", known.collect::<Vec<_>>().join(", ")),
    }
}

fn plain(value: &DeValue) -> Value {
    match value {
        DeValue::String(text) => Value::Text(text.to_string()),
        DeValue::Boolean(truth) => Value::Truth(*truth),
        DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix())
            .map_or(Value::Other("integer"), Value::Number),
        DeValue::Array(items) => {
            let texts = items.iter().map(|item| match item.get_ref() {
                DeValue::String(text) => Some(text.to_string()),
                _ => None,
            });
            let texts: Option<Vec<_>> = texts.collect();
            texts.map_or(Value::Other("array"), Value::List)
        }
        other => Value::Other(other.type_str()),
    }
}

#[cfg(test)]
mod tests {
    use super::{Origin, Source, parse};
    use crate::{storage::configuration::fields::template, tui::Scheme};

    /// What is said about `text`, one problem a line.
    #[track_caller]
    fn case(text: &str, expected: &str) {
        let settings = parse(&Source::new("config.toml", text));
        let said: Vec<_> = settings.problems.iter().map(ToString::to_string).collect();
        assert_eq!(said.join("\n"), expected);
    }

    #[test]
    fn what_is_set_holds_and_knows_its_line() {
        let text = "theme = 'light'\nmouse = true\ndaily_minutes = 45\npacks = ['a', 'b']\n";
        let settings = parse(&Source::new("config.toml", text));
        assert_eq!(settings.problems, []);
        assert_eq!(settings.theme.value, Some(Scheme::Light));
        assert_eq!(settings.daily_minutes.value, 45);
        assert_eq!(settings.daily_minutes.origin, Origin::Line(3));
        assert_eq!(settings.packs.value.len(), 2);
        assert_eq!(settings.ascii.origin, Origin::Default);
    }

    #[test]
    fn a_slip_in_a_name_is_recognised() {
        case(
            "teme = 'dark'\n",
            "config.toml:1:1: error: there is no setting `teme`\n  help: did you mean `theme`?",
        );
        case(
            "[keys.writing]\nsubmti = 'F9'\n",
            "config.toml:2:1: error: there is nothing of this name to put on a key\n  help: did you mean `submit`?",
        );
    }

    #[test]
    fn a_value_of_the_wrong_kind_is_told_what_the_setting_takes() {
        case(
            "mouse = 'yes'\ndaily_minutes = 0\n",
            "config.toml:1:9: error: `mouse` is `true` or `false`\n\
             config.toml:2:17: error: `daily_minutes` is a number of minutes from 1 to 1440",
        );
    }

    #[test]
    fn two_actions_on_one_key_are_told_and_the_later_one_stays_as_it_was() {
        case(
            "[keys.writing]\nhint = 'F9'\ntemplate = 'F9'\n",
            "config.toml:3:1: error: `F9` is `hint` in `keys.writing` already\n  \
             help: the keys of this line stay as they were; take another one, or move that one too",
        );
    }

    #[test]
    fn what_is_no_key_is_told_how_keys_are_written() {
        case(
            "[keys.home]\nquit = 'Strg-Q'\n",
            "config.toml:2:8: error: `Strg-Q` is not a key\n  \
             help: say it as `Ctrl-S`, `Alt-Enter`, `F5`, `PgUp`, `Space` or `x`",
        );
    }

    #[test]
    fn a_fault_of_form_leaves_the_other_lines_alone() {
        let settings = parse(&Source::new(
            "config.toml",
            "ascii = true\ntheme = \nmouse = true\n",
        ));
        assert!(settings.ascii.value && settings.mouse.value);
        assert_eq!(settings.problems[0].place.at.line, 2);
    }

    #[test]
    fn the_template_with_every_line_in_force_changes_nothing() {
        let text = template();
        let lines = text.lines().map(|line| {
            let line = line.trim_start_matches("# ");
            let is_setting = line.contains(" = ") || line.starts_with('[');
            if is_setting { line } else { "" }
        });
        case(&lines.collect::<Vec<_>>().join("\n"), "");
        case(&text, "");
    }
}
