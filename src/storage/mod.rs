//! Where progress and scenarios lie on the disk.
