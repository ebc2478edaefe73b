//! Ground words about text: white space, lengths, scripts.

mod compose;
mod count;
mod edges;
pub mod eight;
pub mod fold;
#[cfg(feature = "segment")]
mod icu;
mod lists;
mod normal;
mod script;
mod space;
mod starts;
mod utf16;
mod words;

pub use compose::composed;
pub use count::{Counts, ascii_word, counts, is_small, units, utf16_len};
pub use edges::Graphemes;
#[cfg(feature = "segment")]
pub use icu::Icu;
pub use lists::Lists;
pub use normal::is_combining_mark;
pub use script::{is_cjk, is_unspaced};
pub use space::{collapse, is_blank, is_indent, is_space, letters};
pub use starts::Starts;
pub use utf16::Utf16;
pub use words::{Segmenter, Words};
