//! Ground words about text: white space, lengths, scripts.

mod count;
mod script;
mod space;

pub use count::{Counts, counts, units, utf16_len};
pub use script::{is_cjk, is_unspaced};
pub use space::{collapse, is_indent, is_space};
