//! Taking an object of JSON apart, field by field, so that what is left over can be kept.

use serde_json::{Map, Value};

use super::time::read_time;

/// The fields of an object that have not been taken yet.
#[derive(Clone, Debug)]
pub struct Fields(pub Map<String, Value>);

/// A field that is missing or of another form than asked for, as a sentence.
type Taken<T> = Result<T, String>;

impl Fields {
    fn required(&mut self, name: &str) -> Taken<Value> {
        self.0
            .remove(name)
            .ok_or_else(|| format!("`{name}` is missing"))
    }

    /// Any value.
    pub fn value(&mut self, name: &str) -> Taken<Value> {
        self.required(name)
    }

    /// A text.
    pub fn text(&mut self, name: &str) -> Taken<String> {
        match self.required(name)? {
            Value::String(text) => Ok(text),
            _ => Err(format!("`{name}` is not a text")),
        }
    }

    /// A text, or nothing.
    pub fn optional_text(&mut self, name: &str) -> Taken<Option<String>> {
        match self.0.remove(name) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::String(text)) => Ok(Some(text)),
            Some(_) => Err(format!("`{name}` is not a text")),
        }
    }

    /// A whole number from 0.
    pub fn count(&mut self, name: &str) -> Taken<u64> {
        self.required(name)?
            .as_u64()
            .filter(|count| i64::try_from(*count).is_ok())
            .ok_or_else(|| format!("`{name}` is not a whole number from 0"))
    }

    /// Minutes east of UTC.
    pub fn offset(&mut self, name: &str) -> Taken<i32> {
        self.required(name)?
            .as_i64()
            .and_then(|minutes| i32::try_from(minutes).ok())
            .ok_or_else(|| format!("`{name}` is not a number of minutes"))
    }

    /// Yes or no; `otherwise` where it is not said.
    pub fn flag(&mut self, name: &str, otherwise: bool) -> Taken<bool> {
        match self.0.remove(name) {
            None => Ok(otherwise),
            Some(Value::Bool(flag)) => Ok(flag),
            Some(_) => Err(format!("`{name}` is neither true nor false")),
        }
    }

    /// A time, as milliseconds since 1970, UTC.
    pub fn time(&mut self, name: &str) -> Taken<i64> {
        read_time(&self.required(name)?)
            .ok_or_else(|| format!("`{name}` is not a time such as `2026-11-23T14:40:00.120Z`"))
    }
}
