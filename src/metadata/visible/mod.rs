//! What the page shows of its article beside the text: the lines around the headline, and at the body's two ends.

mod labels;
mod lines;
mod near;
mod starts;
mod vocabulary;

pub(super) use labels::{Labelled, Role, labelled};
pub(super) use lines::{Hint, Line, lines};
pub(super) use near::{Near, Standing, near};
