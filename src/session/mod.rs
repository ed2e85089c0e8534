//! One drill being played, as a state machine.
