//! The loop: keys, signals and time become messages, effects become writes.
