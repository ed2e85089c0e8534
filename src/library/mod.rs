//! How YAML becomes scenarios, and what is said when it cannot.
