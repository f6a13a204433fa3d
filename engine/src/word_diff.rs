//! The word diff of two texts. (Being written.)
