//! A text that people read, in English and, where the author gave it, in Chinese.

/// English always, Simplified Chinese where given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// The English text.
    pub en: String,
    /// The Simplified Chinese text.
    pub zh: Option<String>,
}

impl Text {
    /// A text in English only.
    pub fn english(text: impl Into<String>) -> Self {
        Self {
            en: text.into(),
            zh: None,
        }
    }

    /// The Chinese text if `chinese` is wanted and there is one, the English one otherwise.
    pub fn in_language(&self, chinese: bool) -> &str {
        match &self.zh {
            Some(zh) if chinese => zh,
            _ => &self.en,
        }
    }
}
