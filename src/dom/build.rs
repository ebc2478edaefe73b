//! The text door: html5ever parses, a linked arena takes what it builds, [`flatten`] hands it on in document order.

mod arena;
mod flatten;
mod guard;
mod tag_scan;

use html5ever::TokenizerResult;
use html5ever::buffer_queue::BufferQueue;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{Tokenizer, TokenizerOpts};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};

use self::arena::Arena;
use self::guard::Guard;
use self::tag_scan::{MAX_ATTRIBUTES, TagScan};
use super::{Assembler, Document};
use crate::{Error, Limits};

/// Bytes that are fed to the parser at once; between two pieces the limits are checked.
const PIECE: usize = 8 << 10;

/// Parses a page, scripting on as in a live page; the markup in each `noscript` is parsed in a second step.
///
/// Any text is a page: what is broken is mended as browsers do (HTML standard, "Parsing").
///
/// # Errors
/// [`Error::TooLarge`] and [`Error::TooManyNodes`] past the limits; [`Error::BadInput`] for a tag of thousands of attributes.
pub fn parse(html: &str, url: Option<&str>, limits: &Limits) -> Result<Document, Error> {
    if html.len() > limits.bytes {
        return Err(Error::TooLarge { what: "bytes", limit: limits.bytes, value: html.len() });
    }
    let arena = build(html, Scripting::On, limits)?;
    let mut page = Assembler::new(limits);
    page.reserve(html.len() / 2);
    flatten::flatten(&arena, &mut page, limits)?;
    Ok(page.finish(url))
}

/// Whether the page is parsed as in a browser that runs scripts.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Scripting {
    On,
    Off,
}

fn build(html: &str, scripting: Scripting, limits: &Limits) -> Result<Arena, Error> {
    let options = TreeBuilderOpts { scripting_enabled: scripting == Scripting::On, ..TreeBuilderOpts::default() };
    let builder = TreeBuilder::new(Arena::with_room(html.len() / 64), options);
    // The tokenizer would drop a byte order mark from the start of each piece.
    let options = TokenizerOpts { discard_bom: false, ..TokenizerOpts::default() };
    let tokenizer = Tokenizer::new(Guard::new(builder, limits.depth), options);
    let queue = BufferQueue::default();
    let html = html.strip_prefix('\u{feff}').unwrap_or(html);
    let mut scan: Option<TagScan> = None;
    let mut before = "";
    for piece in pieces(html) {
        let tokens = tokenizer.sink.tokens();
        queue.push_back(StrTendril::from_slice(piece));
        while !matches!(tokenizer.feed(&queue), TokenizerResult::Done) {}
        let value = tokenizer.sink.arena().len();
        if value > limits.nodes {
            return Err(Error::TooManyNodes { limit: limits.nodes, value });
        }
        if tokenizer.sink.tokens() > tokens {
            scan = None;
        } else {
            let scan = scan.get_or_insert_with(|| TagScan::over(before));
            scan.feed(piece);
            if scan.is_attack() {
                return Err(Error::BadInput(format!("a tag has more than {MAX_ATTRIBUTES} attributes")));
            }
        }
        before = piece;
    }
    tokenizer.end();
    Ok(tokenizer.sink.into_arena())
}

/// `html` in pieces of about [`PIECE`] bytes, cut between characters.
fn pieces(html: &str) -> impl Iterator<Item = &str> {
    let mut rest = html;
    std::iter::from_fn(move || {
        let (piece, after) = rest.split_at(rest.floor_char_boundary(PIECE));
        rest = after;
        (!piece.is_empty()).then_some(piece)
    })
}

#[cfg(test)]
mod tests;
