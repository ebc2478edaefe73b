//! Which elements hold the text: each block speaks for the elements above it.

use super::blocks::{Block, Blocks};
use super::measure::WORD;
use super::place::Mark;
use crate::dom::{Document, Name, NodeId};

/// The length from which a block speaks for what is above it.
const SPEAKS: u32 = 5 * WORD;
/// How many elements above its own a block speaks for.
const LEVELS: usize = 5;

/// What the blocks say for each element, and who got most.
#[derive(Debug, Default)]
pub(super) struct Scores {
    /// By node.
    points: Vec<f32>,
    /// The element with the highest score; none on a page without text.
    pub best: Option<NodeId>,
    /// Its score.
    pub highest: f32,
}

impl Scores {
    /// Scores the elements of a page after Readability's formula (Mozilla, `_grabArticle`): a block gives a point, one for
    /// each stop and up to three for its length to the element that holds it and its neighbours, half of them to the next,
    /// a third of that by the level to the others; what an element got counts by the share of its text outside links.
    pub fn new(page: &Document, blocks: &Blocks) -> Self {
        let mut points = vec![0.0; page.len()];
        for block in blocks.list.iter().filter(|block| speaks(block)) {
            let worth = 1.0 + f32::from(block.text.stops) + (block.length() as f32 / (18 * WORD) as f32).min(3.0);
            for (level, node) in holders(page, block).take(LEVELS).enumerate() {
                let part = match level {
                    0 => 1.0,
                    1 => 0.5,
                    _ => 1.0 / (3 * level) as f32,
                };
                points[node.index()] += worth * part;
            }
        }
        let (mut best, mut highest) = (None, 0.0);
        for (node, value) in page.all().zip(&mut points).filter(|(_, value)| **value > 0.0) {
            *value *= 1.0 - blocks.sum_of(page, node).link_density();
            if *value > highest {
                (best, highest) = (Some(node), *value);
            }
        }
        Scores { points, best, highest }
    }

    /// The score of an element as a share of the highest, 0 to 1.
    pub fn share(&self, node: NodeId) -> f32 {
        if self.highest > 0.0 { self.points[node.index()] / self.highest } else { 0.0 }
    }
}

/// Whether a block has a say: long enough, and in no place that is no part of any text.
fn speaks(block: &Block) -> bool {
    const SILENT: [Mark; 8] = [
        Mark::Navigation,
        Mark::Footer,
        Mark::Dialog,
        Mark::Control,
        Mark::Graphic,
        Mark::Hidden,
        Mark::Comments,
        Mark::Behind,
    ];
    block.length() >= SPEAKS && !block.place.has_any(&SILENT)
}

/// The element that a block speaks for first.
pub(super) fn holder(page: &Document, block: &Block) -> Option<NodeId> {
    holders(page, block).next()
}

/// The elements a block speaks for, nearest first: the one that holds it beside others, then those above.
fn holders<'a>(page: &'a Document, block: &Block) -> impl Iterator<Item = NodeId> + 'a {
    let own = !is_bare(page.name(block.container));
    containers(page, block.container).skip(usize::from(own)).filter(|node| *node != NodeId::ROOT)
}

/// `node` and the elements above it that are laid out as boxes or are not known to HTML.
pub(super) fn containers(page: &Document, node: NodeId) -> impl Iterator<Item = NodeId> + '_ {
    page.ancestors_or_self(node).filter(|node| {
        let name = page.name(*node);
        name.is_block() || name > Name::XML_LANG
    })
}

/// Whether an element holds texts side by side without paragraphs of their own.
fn is_bare(name: Name) -> bool {
    matches!(name, Name::DIV | Name::SECTION | Name::ARTICLE | Name::MAIN | Name::BODY | Name::TD | Name::CENTER)
}
