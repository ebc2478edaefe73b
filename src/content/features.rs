//! What the learned weights see of a block: small numbers about its text, its place and its neighbours.
//!
//! All are integers from 0 to 255: shares are in 1/200, lengths and distances on a scale of eight steps for each doubling.

use super::blocks::Sum;
use super::layout::Layout;
use super::measure::WORD;
use super::place::Mark;
use super::reading::Reading;
use super::score::containers;
use crate::dom::{Name, NodeId};

/// What is known of one block, in the order of [`NAMES`].
pub(super) type Row = [u8; COUNT];

macro_rules! features {
    ($($name:literal),+ $(,)?) => {
        /// The names of the features, in order.
        pub const NAMES: &[&str] = &[$($name),+];
    };
}

features! {
    "length", "linked", "stops", "stops per word", "end", "digits", "capitals", "pieces", "element", "heading",
    "copies before", "copies", "list", "table", "quote or code", "caption or figure", "aside", "header", "form",
    "main", "article", "article footer", "hidden", "noscript", "time or address", "control",
    "best score near", "own score", "under best", "under best's parent", "steps to best", "under densest", "blocks from best",
    "1 paragraphs", "1 linked", "1 length", "1 length per block",
    "2 paragraphs", "2 linked", "2 length", "2 length per block",
    "3 paragraphs", "3 linked", "3 length", "3 length per block",
    "4 paragraphs", "4 linked", "4 length", "4 length per block",
    "section paragraphs", "section linked", "section length", "section blocks", "section of page",
    "siblings alike", "most alike above", "unit paragraphs", "unit linked", "unit length", "units of page",
    "before length", "before linked", "after length", "after linked",
    "around 2 paragraphs", "around 2 linked", "around 5 paragraphs", "around 5 linked", "around 12 length", "around 12 paragraphs",
    "text before", "text after", "blocks since heading", "last heading", "blocks since h1", "text since h1", "blocks since title",
    "role blocks", "role linked", "role length per block", "role of page", "role in best", "role span", "role before",
    "content", "description", "specs", "item", "title", "comment", "review", "related", "nav", "foot", "head", "side", "share", "meta",
    "input", "popup", "offer", "filter", "ad", "tag", "folded", "unseen", "media", "quoted",
    "page length", "page paragraphs", "page linked", "page blocks", "best of page", "best paragraphs", "best linked",
    "densest of page", "main of page", "main linked", "most alike on page", "forms",
}

/// How many there are.
pub(super) const COUNT: usize = NAMES.len();

/// A length or a distance: 0 for none, then eight steps for each doubling.
pub(super) fn scale(value: u32) -> u8 {
    let value = value.saturating_add(1);
    let bits = 31 - value.leading_zeros();
    let fraction = if bits >= 3 { (value >> (bits - 3)) & 7 } else { (value << (3 - bits)) & 7 };
    (bits * 8 + fraction) as u8
}

/// A part of a whole in 1/200, 0 where there is nothing.
fn part(part: u32, whole: u32) -> u8 {
    if whole == 0 { 0 } else { (u64::from(part.min(whole)) * 200 / u64::from(whole)) as u8 }
}

fn count(value: usize) -> u8 {
    value.min(255) as u8
}

/// A distance with its direction: 128 for none.
fn signed(distance: isize) -> u8 {
    let size = scale(distance.unsigned_abs() as u32).min(120);
    if distance < 0 { 128 - size } else { 128 + size }
}

/// Writes the features of one block, one after the other.
struct Writer {
    out: Row,
    next: usize,
}

impl Writer {
    fn put(&mut self, values: &[u8]) {
        self.out[self.next..self.next + values.len()].copy_from_slice(values);
        self.next += values.len();
    }

    fn sum(&mut self, sum: Sum) {
        self.put(&[part(sum.paragraphs, sum.length), part(sum.linked, sum.length)]);
    }
}

/// The features of a page's blocks, each written when it is asked for: what is masked is never judged.
#[derive(Debug)]
pub(super) struct Features<'a> {
    reading: &'a Reading<'a>,
    layout: Layout,
    /// Those that all blocks share.
    page: [u8; 12],
}

impl<'a> Features<'a> {
    /// Looks a page over. `headline` is the block that shows the title.
    pub fn new(reading: &'a Reading<'a>, headline: Option<usize>) -> Self {
        let layout = Layout::new(reading, headline);
        Features { reading, page: layout.page_features(reading), layout }
    }

    /// The features of one block.
    pub fn of(&self, index: usize) -> Row {
        let (reading, layout) = (self.reading, &self.layout);
        let mut writer = Writer { out: [0; COUNT], next: 0 };
        own(&mut writer, reading, index);
        score(&mut writer, reading, layout, index);
        above(&mut writer, reading, index);
        repetition(&mut writer, reading, layout, index);
        neighbours(&mut writer, reading, index);
        position(&mut writer, reading, layout, index);
        role(&mut writer, reading, layout, index);
        writer.put(&layout.classes.near(reading.page, reading.block(index).container));
        writer.put(&self.page);
        debug_assert_eq!(writer.next, COUNT);
        writer.out
    }
}

fn own(writer: &mut Writer, reading: &Reading, index: usize) {
    let block = reading.block(index);
    let (text, place) = (&block.text, block.place);
    let name = reading.page.name(block.container);
    let has = |mark| u8::from(place.has(mark));
    let per_word = u32::from(text.stops) * WORD * 100 / text.length.max(1);
    writer.put(&[
        scale(text.length / 10),
        part(block.linked, text.length),
        count(text.stops.into()),
        per_word.min(255) as u8,
        text.end as u8,
        part(u32::from(text.digits) * 21, text.length),
        part(u32::from(text.capitals) * 21, text.length),
        count(block.pieces.into()),
        element(name),
        name.heading_level().unwrap_or(if place.has(Mark::Heading) { 7 } else { 0 }),
        count(reading.copies.earlier(index).into()),
        count(reading.copies.all(index).into()),
        has(Mark::List) + has(Mark::Nested),
        has(Mark::Table),
        has(Mark::Quote) + 2 * has(Mark::Code),
        has(Mark::Caption) + 2 * has(Mark::Figure),
        has(Mark::Aside),
        has(Mark::Header) + 2 * has(Mark::ArticleHeader),
        has(Mark::Form),
        has(Mark::Main),
        has(Mark::Article),
        has(Mark::ArticleFooter),
        has(Mark::Hidden),
        has(Mark::Noscript),
        has(Mark::Fact),
        has(Mark::Control),
    ]);
}

/// The kind of element that holds a block.
fn element(name: Name) -> u8 {
    match name {
        Name::P => 0,
        Name::BLOCKQUOTE | Name::PRE => 1,
        Name::DD | Name::DT => 2,
        Name::TD | Name::TH => 3,
        Name::LI => 4,
        Name::FIGCAPTION | Name::CAPTION => 5,
        Name::SECTION | Name::ARTICLE | Name::MAIN | Name::BODY => 6,
        Name::DIV => 7,
        _ if name.is_heading() => 8,
        _ => 9,
    }
}

fn score(writer: &mut Writer, reading: &Reading, layout: &Layout, index: usize) {
    let container = reading.block(index).container;
    let share = |node: NodeId| (reading.scores.share(node) * 200.0) as u8;
    let near = containers(reading.page, container).take(4).map(share);
    let best = &layout.best;
    let away = if index < best.start {
        index as isize - best.start as isize
    } else {
        (index as isize - best.end as isize + 1).max(0)
    };
    writer.put(&[
        near.max().unwrap_or(0),
        share(container),
        u8::from(best.contains(&index)),
        u8::from(layout.best_above.get(1).is_some_and(|(_, range)| range.contains(&index))),
        count(layout.steps(index)),
        u8::from(layout.densest.contains(&index)),
        signed(away),
    ]);
}

fn above(writer: &mut Writer, reading: &Reading, index: usize) {
    let mut nodes = containers(reading.page, reading.block(index).container);
    let mut last = NodeId::ROOT;
    for _ in 0..4 {
        last = nodes.next().unwrap_or(last);
        let sum = reading.blocks.sum_of(reading.page, last);
        writer.sum(sum);
        writer.put(&[scale(sum.length / 10), scale(sum.length / sum.count.max(1) / 10)]);
    }
}

fn repetition(writer: &mut Writer, reading: &Reading, layout: &Layout, index: usize) {
    let blocks = &reading.blocks;
    let section = layout.section(reading, index);
    let sum = blocks.sum(section);
    writer.sum(sum);
    writer.put(&[scale(sum.length / 10), scale(sum.count), part(sum.length, blocks.total().length)]);
    let container = reading.block(index).container;
    let unit = layout.most_alike(container);
    let sum = blocks.sum_of(reading.page, unit);
    let all = reading.page.parent(unit).map_or(sum, |above| blocks.sum_of(reading.page, above));
    writer.put(&[count(layout.alike(container)), count(layout.alike(unit))]);
    writer.sum(sum);
    writer.put(&[scale(sum.length / 10), part(all.length, blocks.total().length)]);
}

fn neighbours(writer: &mut Writer, reading: &Reading, index: usize) {
    let near = |other: Option<usize>| {
        let block = other.filter(|other| *other < reading.len()).map(|other| reading.block(other));
        block.map_or([0, 0], |block| [scale(block.length() / 10), part(block.linked, block.length())])
    };
    writer.put(&near(index.checked_sub(1)));
    writer.put(&near(Some(index + 1)));
    let around = |size: usize| reading.blocks.sum(index.saturating_sub(size)..(index + size + 1).min(reading.len()));
    writer.sum(around(2));
    writer.sum(around(5));
    let wide = around(12);
    writer.put(&[scale(wide.length / 10), part(wide.paragraphs, wide.length)]);
}

fn position(writer: &mut Writer, reading: &Reading, layout: &Layout, index: usize) {
    let total = reading.blocks.total().length;
    let before = reading.blocks.sum(0..index).length;
    let since = |other: Option<usize>| other.map_or(255, |other| scale((index - other) as u32).min(250));
    let heading = layout.headings[index];
    let level = heading.and_then(|other| reading.page.name(reading.block(other).container).heading_level());
    let h1 = layout.h1[index];
    writer.put(&[
        part(before, total),
        scale((total - before) / 10),
        since(heading),
        level.unwrap_or(0),
        since(h1),
        h1.map_or(255, |other| scale(reading.blocks.sum(other..index).length / 10)),
        layout.title.map_or(0, |title| signed(index as isize - title as isize)),
    ]);
}

/// What the blocks that play the same part have in common.
fn role(writer: &mut Writer, reading: &Reading, layout: &Layout, index: usize) {
    let role = layout.roles.of(index);
    let sum = role.sum;
    writer.put(&[
        scale(sum.count),
        part(sum.linked, sum.length),
        scale(sum.length / sum.count.max(1) / 10),
        part(sum.length, reading.blocks.total().length),
        part(role.in_best, sum.count),
        part(role.span() as u32, reading.len() as u32),
        scale(layout.roles.before(index)),
    ]);
}

impl Layout {
    /// What is the same for all blocks of a page.
    fn page_features(&self, reading: &Reading) -> [u8; 12] {
        let sum = |range: &std::ops::Range<usize>| reading.blocks.sum(range.clone());
        let (total, best, densest, main) =
            (reading.blocks.total(), sum(&self.best), sum(&self.densest), sum(&self.main));
        [
            scale(total.length / 10),
            part(total.paragraphs, total.length),
            part(total.linked, total.length),
            scale(total.count),
            part(best.length, total.length),
            part(best.paragraphs, best.length),
            part(best.linked, best.length),
            part(densest.length, total.length),
            part(main.length, total.length),
            part(main.linked, main.length),
            count(self.most_alike_on_page),
            count(self.forms),
        ]
    }
}
