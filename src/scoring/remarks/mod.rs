//! Advice on an English answer: its register, and errors of form that speakers of Chinese make.

mod agreement;
mod articles;
mod better;
mod clause_length;
mod closing;
mod critic;
mod doubled;
mod doubt;
mod finder;
mod form;
mod hosts;
mod inflection;
mod lexicon;
mod linking;
mod manner;
mod nouns;
mod phrase;
mod promise;
mod reading;
mod requests;
mod rule;
mod shield;
mod timeline;
mod token;
mod tone;
mod verbs;
mod word_order;
mod wording;

pub use critic::{Advice, Critic};
