//! The page as an immutable tree: two doors in (text through html5ever, a live document's snapshot), side tables beside it.

mod assemble;
#[cfg(feature = "html")]
mod build;
mod decode;
mod display;
mod name;
mod select;
mod set;
mod snapshot;
mod texts;
mod tree;
pub mod write;

pub use assemble::Assembler;
#[cfg(feature = "html")]
pub use build::parse;
#[cfg(feature = "cli")]
pub use decode::decode;
pub use decode::sniff;
pub use name::{Name, Names};
pub use select::Selector;
pub use set::NodeSet;
pub use snapshot::read_snapshot;
pub use tree::{Document, NodeId, Region};
