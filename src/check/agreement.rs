//! How graded samples came out, counted.

/// How graded samples agreed with the grader.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Agreement {
    /// Samples that came out as expected.
    pub agreed: usize,
    /// Samples that earned what they should not.
    pub wrongly_passed: usize,
    /// Samples that did not earn what they should.
    pub wrongly_failed: usize,
    /// Samples that are known to come out otherwise.
    pub known_gaps: usize,
}

impl Agreement {
    /// Counts the samples of another scenario too.
    pub fn add(&mut self, other: Self) {
        self.agreed += other.agreed;
        self.wrongly_passed += other.wrongly_passed;
        self.wrongly_failed += other.wrongly_failed;
        self.known_gaps += other.known_gaps;
    }
}
