//! Blocks that play one role: a template put them into elements of the same names and classes, wherever they stand.

use std::collections::HashMap;
use std::ops::Range;

use foldhash::fast::FixedState;

use super::blocks::{Block, Sum};
use super::reading::Reading;
use crate::dom::{Document, Name, NodeId};

/// What tells a role: the element that holds a block and the one above it with their classes, the name of the third,
/// and whether most of the text is a link.
type Key<'a> = ([(Name, &'a str); 2], Name, bool);

/// What the blocks of one role add up to.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Role {
    /// Their sum.
    pub sum: Sum,
    /// How many of them stand in the best element.
    pub in_best: u32,
    first: usize,
    last: usize,
}

impl Role {
    /// How many blocks lie from the first to the last.
    pub fn span(&self) -> usize {
        self.last - self.first
    }
}

/// The roles of the blocks of a page.
#[derive(Debug, Default)]
pub(super) struct Roles {
    all: Vec<Role>,
    /// By block: its role, and how many blocks of it came before.
    of: Vec<(usize, u32)>,
}

impl Roles {
    /// Sorts the blocks of a page by role; `best` are those of the best element.
    pub fn new(reading: &Reading, best: &Range<usize>) -> Self {
        let mut roles = Roles::default();
        let mut known: HashMap<Key, usize, FixedState> = HashMap::default();
        for (index, block) in reading.blocks.list.iter().enumerate() {
            let next = known.len();
            let place = *known.entry(key(reading.page, block)).or_insert(next);
            if place == next {
                roles.all.push(Role { first: index, ..Role::default() });
            }
            let role = &mut roles.all[place];
            roles.of.push((place, role.sum.count));
            role.sum = role.sum + reading.blocks.sum(index..index + 1);
            role.in_best += u32::from(best.contains(&index));
            role.last = index;
        }
        roles
    }

    /// The role of a block.
    pub fn of(&self, index: usize) -> &Role {
        &self.all[self.of[index].0]
    }

    /// How many blocks of its role stand before a block.
    pub fn before(&self, index: usize) -> u32 {
        self.of[index].1
    }
}

fn key<'a>(page: &'a Document, block: &Block) -> Key<'a> {
    let mut above = page.ancestors_or_self(block.container);
    let mut next = || above.next().unwrap_or(NodeId::ROOT);
    let classed = |node: NodeId| (page.name(node), page.attr(node, Name::CLASS).unwrap_or_default());
    let pair = [next(), next()].map(classed);
    (pair, page.name(next()), block.linked * 2 > block.length())
}
