//! Ground words about text: white space, lengths, scripts.

mod count;
mod edges;
pub mod fold;
mod script;
mod space;
mod utf16;
mod words;

pub use count::{Counts, counts, units, utf16_len};
pub use edges::Graphemes;
pub use script::{is_cjk, is_unspaced};
pub use space::{collapse, is_indent, is_space};
pub use utf16::Utf16;
pub use words::{Segmenter, Words};
