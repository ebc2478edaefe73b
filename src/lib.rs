//! Finds the article in a web page and highlights words in it.
//!
//! A page becomes a [`dom::Document`], [`extract`] makes an [`Article`] of it:
//!
//! ```
//! # #[cfg(feature = "html")] {
//! use rubricate::{Limits, Options, dom, extract};
//!
//! let html = "<title>Rain</title><article><h1>Rain</h1><p>It rained all night, and in the morning the river rose.</article>";
//! let page = dom::parse(html, Some("https://news.example/rain"), &Limits::default())?;
//! let article = extract(&page, &Options::default())?;
//! assert_eq!(article.facts.title.as_deref(), Some("Rain"));
//! # }
//! # Ok::<(), rubricate::Error>(())
//! ```
#![deny(missing_docs)]

#[cfg(target_arch = "wasm32")]
mod api;
mod article;
pub mod content;
pub mod dom;
mod error;
pub mod highlight;
pub mod keywords;
pub mod labels;
pub mod metadata;
pub mod text;
pub mod url;

pub use article::{Article, Options, SetAside, extract, is_readable, keywords_of};
pub use error::{Error, Limits};
