//! What is on the screen and what a key does.
