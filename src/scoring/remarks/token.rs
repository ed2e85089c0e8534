//! A word of the answer as the remark rules see it, or the break between two clauses.

/// What kind of thing a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// A plain word, or one half of a contraction.
    Word,
    /// A number, a time, a percentage, an amount of money.
    Number,
    /// Code, a path, a quotation, Chinese: stands in a sentence, is never remarked on.
    Opaque,
    /// A comma.
    Comma,
    /// Another mark that ends a clause: `;`, `:`, a dash, a bracket.
    Clause,
    /// The end of a sentence, or of a line that stands for itself.
    Sentence,
}

/// One token, with its place in the answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub kind: TokenKind,
    /// Folded: lower case, full-width forms narrow, contractions written out (`n't` is `not`).
    pub text: String,
    /// First byte in the answer.
    pub start: usize,
    /// One past the last byte in the answer.
    pub end: usize,
}

impl Token {
    /// Whether it is a plain word.
    pub fn is_word(&self) -> bool {
        self.kind == TokenKind::Word
    }

    /// Whether it parts two clauses.
    pub fn is_break(&self) -> bool {
        matches!(
            self.kind,
            TokenKind::Comma | TokenKind::Clause | TokenKind::Sentence
        )
    }

    /// Whether it parts two sentences.
    pub fn ends_sentence(&self) -> bool {
        self.kind == TokenKind::Sentence
    }

    /// Whether it is this word.
    pub fn is(&self, word: &str) -> bool {
        self.is_word() && self.text == word
    }
}
