//! Stands before the tree builder and drops start tags past the depth limit: html5ever's time grows with the square of
//! the number of open elements.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;

use foldhash::fast::FixedState;
use html5ever::LocalName;
use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult};
use html5ever::tree_builder::{TreeBuilder, TreeSink};

use super::arena::Arena;

pub(super) struct Guard {
    builder: TreeBuilder<u32, Arena>,
    limit: u32,
    /// About how deep the builder stands: where it put the last element, less the end tags since.
    depth: Cell<u32>,
    /// Start tags dropped whose end tags are still to come, by name.
    dropped: RefCell<HashMap<LocalName, usize, FixedState>>,
    tokens: Cell<usize>,
}

impl Guard {
    pub fn new(builder: TreeBuilder<u32, Arena>, limit: usize) -> Self {
        let limit = u32::try_from(limit).unwrap_or(u32::MAX);
        Guard { builder, limit, depth: Cell::new(0), dropped: RefCell::default(), tokens: Cell::new(0) }
    }

    pub fn arena(&self) -> &Arena {
        &self.builder.sink
    }

    /// How many tokens came through so far.
    pub fn tokens(&self) -> usize {
        self.tokens.get()
    }

    pub fn into_arena(self) -> Arena {
        self.builder.sink.finish()
    }

    /// Whether a tag goes no further.
    fn drops(&self, tag: &Tag) -> bool {
        match tag.kind {
            TagKind::StartTag if self.depth.get() >= self.limit => {
                if !is_void(&tag.name) {
                    *self.dropped.borrow_mut().entry(tag.name.clone()).or_default() += 1;
                }
                true
            }
            TagKind::StartTag => false,
            TagKind::EndTag => {
                let mut dropped = self.dropped.borrow_mut();
                let open = dropped.get_mut(&tag.name).filter(|open| **open > 0);
                let Some(open) = open else { return false };
                *open -= 1;
                true
            }
        }
    }
}

fn is_void(name: &str) -> bool {
    let void = "area base br col embed hr img input link meta source track wbr param keygen frame";
    void.split(' ').any(|one| one == name)
}

impl TokenSink for Guard {
    type Handle = u32;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<u32> {
        self.tokens.set(self.tokens.get() + 1);
        let Token::TagToken(tag) = token else { return self.builder.process_token(token, line) };
        if self.drops(&tag) {
            return TokenSinkResult::Continue;
        }
        let ends = tag.kind == TagKind::EndTag;
        self.arena().depth.set(self.depth.get());
        let result = self.builder.process_token(Token::TagToken(tag), line);
        let depth = self.arena().depth.get();
        self.depth.set(if ends { depth.saturating_sub(1) } else { depth });
        result
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder.adjusted_current_node_present_but_not_in_html_namespace()
    }
}
