//! What the page shows of its article beside the text: the lines around the headline, and at the body's two ends.

mod labels;
mod lines;
mod near;
mod starts;
mod teasers;
mod vocabulary;

pub(super) use labels::{Labelled, Role, labelled};
pub(super) use lines::{Hint, Line, Piece, leads_to_author, lines, stated_time};
pub(super) use near::{Near, Standing, near};
pub(super) use teasers::Teasers;
