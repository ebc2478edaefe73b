//! Finding terms in text, the way a person means them.
//!
//! [`Finder`] folds a text once (see [`fold`](crate::text::fold)), finds all terms in the folded text, and keeps the
//! matches that begin and end where a reader sees a character, or a word, begin and end.
//!
//! Deliberately absent: the page. Collecting text from it and painting matches on it is JavaScript's.

mod find;
mod options;
mod pattern;
mod sorted;

pub use crate::text::Segmenter;
pub use crate::text::fold::{Diacritics, Variants};
pub use find::{Finder, Match};
pub use options::{FindOptions, Overlap, WholeWord};
