//! The languages of the interface.

/// The language of the interface; scenarios bring their own texts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// Simplified Chinese.
    Chinese,
}

impl Language {
    /// Reads `en`, `zh`, or the name of a locale such as `zh_CN.UTF-8`.
    pub fn parse(name: &str) -> Option<Self> {
        let name = name.to_ascii_lowercase();
        if name.starts_with("zh") {
            Some(Self::Chinese)
        } else if name.starts_with("en") || name == "c" || name == "posix" {
            Some(Self::English)
        } else {
            None
        }
    }

    /// The name in the configuration.
    pub const fn name(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Chinese => "zh",
        }
    }

    /// Whether texts in Chinese are wanted where there are any.
    pub const fn is_chinese(self) -> bool {
        matches!(self, Self::Chinese)
    }

    /// The other language.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::English => Self::Chinese,
            Self::Chinese => Self::English,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Language;

    #[test]
    fn a_locale_names_a_language() {
        assert_eq!(Language::parse("zh_CN.UTF-8"), Some(Language::Chinese));
        assert_eq!(Language::parse("en_GB"), Some(Language::English));
        assert_eq!(Language::parse("de_DE"), None);
    }
}
