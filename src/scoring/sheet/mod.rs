//! A cost sheet worked by a learner: numbers in every spelling, judged row by row, with the reason.

mod amount;
mod answer;
mod compiled;
mod diagnosis;
mod driver;
mod estimate;
mod expression;
mod fault;
mod formulas;
mod lexicon;
mod measured;
mod named;
mod parser;
mod reading;
mod row_names;
mod token;

pub use compiled::Bill;
pub use estimate::Estimate;
pub use fault::{SheetFault, SheetFaultKind};
pub use formulas::FormulaProblem;
