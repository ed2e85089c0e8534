//! The table of shapes as JSON Schemas, by which editors complete and check scenario files and those beside them.

use serde_json::{Map, Value, json};

use super::{
    mock_shape::MOCK,
    pack_shape::{FRAMES, GLOSSARY, PACK, SKILLS},
    rubric_shape::STATES,
    scenario_shape::SCENARIO,
    shape::{Field, Need, Shape, Takes},
    sheet_shape::PRICES,
    track_shape::TRACK,
};

/// A file of a pack that has a schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SchemaOf {
    /// A scenario.
    Scenario,
    /// `pack.yaml`.
    Pack,
    /// `glossary.yaml`.
    Glossary,
    /// `skills.yaml`.
    Skills,
    /// `frames.yaml`.
    Frames,
    /// `prices.yaml`.
    Prices,
    /// A file of `tracks/`.
    Track,
    /// A file of `mocks/`.
    Mock,
}

impl SchemaOf {
    /// Every file with a schema.
    pub const ALL: [Self; 8] = [
        Self::Scenario,
        Self::Pack,
        Self::Glossary,
        Self::Skills,
        Self::Frames,
        Self::Prices,
        Self::Track,
        Self::Mock,
    ];

    /// Its name on the command line and in the title.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Scenario => "scenario",
            Self::Pack => "pack",
            Self::Glossary => "glossary",
            Self::Skills => "skills",
            Self::Frames => "frames",
            Self::Prices => "prices",
            Self::Track => "track",
            Self::Mock => "mock",
        }
    }

    /// Reads the name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|of| of.name() == name)
    }

    const fn takes(self) -> Takes {
        match self {
            Self::Scenario => Takes::Map(&SCENARIO),
            Self::Pack => Takes::Map(&PACK),
            Self::Glossary => GLOSSARY,
            Self::Skills => SKILLS,
            Self::Frames => FRAMES,
            Self::Prices => Takes::Map(&PRICES),
            Self::Track => Takes::Map(&TRACK),
            Self::Mock => Takes::Map(&MOCK),
        }
    }
}

/// The schema (draft 2020-12) of a file.
pub fn json_schema(of: SchemaOf) -> Value {
    let mut definitions = Map::new();
    let root = schema_of(of.takes(), &mut definitions);
    let mut schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": format!("Firedrill {}, format 1", of.name()),
    });
    if let (Value::Object(schema), Value::Object(root)) = (&mut schema, root) {
        schema.extend(root);
        if !definitions.is_empty() {
            schema.insert("$defs".to_owned(), Value::Object(definitions));
        }
    }
    schema
}

/// A reference to `shape`, which is defined if it was not yet.
fn reference(shape: &'static Shape, definitions: &mut Map<String, Value>) -> Value {
    let name = shape.name.replace(' ', "-");
    if !definitions.contains_key(&name) {
        definitions.insert(name.clone(), Value::Null);
        let definition = object(shape, definitions);
        definitions.insert(name.clone(), definition);
    }
    json!({ "$ref": format!("#/$defs/{name}") })
}

fn object(shape: &'static Shape, definitions: &mut Map<String, Value>) -> Value {
    let mut properties = Map::new();
    let mut required = Vec::new();
    let mut choices = Vec::new();
    for field in shape.fields {
        properties.insert(field.key.to_owned(), property(field, definitions));
        match field.need {
            Need::Required(_) => required.push(field.key),
            Need::Choice => choices.push(json!({ "required": [field.key] })),
            Need::Default(_) | Need::Unless(..) => {}
        }
    }
    let mut object = json!({
        "type": "object",
        "additionalProperties": false,
        "properties": properties,
        "required": required,
    });
    if !choices.is_empty() {
        object["oneOf"] = Value::Array(choices);
    }
    object
}

fn property(field: &Field, definitions: &mut Map<String, Value>) -> Value {
    let mut value = schema_of(field.takes, definitions);
    let means = match field.need {
        Need::Default(default) => format!("{} (default: {default})", field.means),
        Need::Required(_) | Need::Unless(..) | Need::Choice => field.means.to_owned(),
    };
    value["description"] = Value::String(means);
    value
}

fn schema_of(takes: Takes, definitions: &mut Map<String, Value>) -> Value {
    // YAML reads 429 and 5.10 as numbers; here they are words.
    let word = json!({ "type": ["string", "number", "boolean"] });
    let both = |required: &[&str]| {
        json!({
            "type": "object",
            "additionalProperties": false,
            "properties": { "en": { "type": "string" }, "zh": { "type": "string" } },
            "required": required,
            "minProperties": 1,
        })
    };
    match takes {
        Takes::Name => json!({ "type": "string", "pattern": "^[a-z0-9][a-z0-9-]{0,63}$" }),
        Takes::Words => word,
        Takes::Text => json!({ "anyOf": [word, both(&["en"])] }),
        Takes::Foreign => json!({ "anyOf": [word, both(&[])] }),
        Takes::Count(most) => json!({ "type": "integer", "minimum": 1, "maximum": most }),
        Takes::Whole(most) => json!({ "type": "integer", "minimum": 0, "maximum": most }),
        Takes::Amount => json!({ "type": "number", "exclusiveMinimum": 0, "maximum": 1000 }),
        Takes::Flag => json!({ "type": "boolean" }),
        Takes::OneOf(names) => json!({ "enum": names }),
        Takes::List(of, least) => {
            json!({ "type": "array", "items": schema_of(*of, definitions), "minItems": least })
        }
        Takes::Map(shape) => reference(shape, definitions),
        Takes::WordsOr(shape) => json!({ "anyOf": [word, reference(shape, definitions)] }),
        Takes::Expectation => json!({
            "anyOf": [
                { "enum": ["full", "none"] },
                { "type": "object", "additionalProperties": { "enum": STATES } },
            ]
        }),
        Takes::Named(shape) => {
            json!({ "type": "object", "additionalProperties": reference(shape, definitions) })
        }
        Takes::Entries(takes) => {
            json!({ "type": "object", "additionalProperties": schema_of(*takes, definitions) })
        }
        Takes::Percent => json!({ "type": "string", "pattern": "^ *[0-9.]+ *% *$" }),
    }
}
