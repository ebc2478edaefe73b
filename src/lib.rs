//! Finds the article in a web page and highlights words in it.
#![deny(missing_docs)]

pub mod dom;
mod error;
pub mod text;
pub mod url;

pub use error::{Error, Limits};
