//! Finds the article in a web page and highlights words in it.
#![deny(missing_docs)]

mod error;
pub mod text;

pub use error::{Error, Limits};
