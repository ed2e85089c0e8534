//! The one test binary: each file below holds one kind of test.
