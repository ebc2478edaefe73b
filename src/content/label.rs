//! A name for each block that is not of the body.

use std::ops::Range;

use super::measure::WORD;
use super::place::Mark;
use super::reading::Reading;
use super::verdict::{Verdict, kept_before};
use super::vocabulary::says;
use crate::dom::NodeId;
use crate::labels::Kind;

/// The longest text, in UTF-8 bytes, that is looked up in the vocabulary.
const LOOKED_UP: usize = 700;

/// By block: what it is and by which rule; none for the body's.
pub(super) type Labels = Vec<Option<(Kind, &'static str)>>;

/// Names all blocks that were not kept. `headline` is the block that shows the title.
pub(super) fn label(reading: &Reading, verdicts: &[Verdict], headline: Option<usize>) -> Labels {
    let mut labeller = Labeller::new(reading, verdicts);
    if let Some(index) = headline.filter(|index| !verdicts[*index].is_kept()) {
        labeller.labels[index] = Some((Kind::Headline, "title"));
    }
    labeller.by_words();
    labeller.by_headings();
    labeller.by_company();
    labeller.by_place(headline);
    labeller.hidden();
    labeller.labels
}

struct Labeller<'a> {
    reading: &'a Reading<'a>,
    verdicts: &'a [Verdict],
    labels: Labels,
    /// By block: how many kept blocks stand before it; one more at the end.
    kept: Vec<u32>,
    /// The first and one past the last block of the body.
    body: Range<usize>,
}

impl<'a> Labeller<'a> {
    fn new(reading: &'a Reading, verdicts: &'a [Verdict]) -> Self {
        let labels = verdicts.iter().map(|verdict| match verdict {
            Verdict::Dropped { rule, kind: Some(kind) } => Some((*kind, *rule)),
            _ => None,
        });
        let kept = kept_before(verdicts);
        let first = verdicts.iter().position(|verdict| verdict.is_kept()).unwrap_or(0);
        let last = verdicts.iter().rposition(|verdict| verdict.is_kept()).map_or(0, |index| index + 1);
        Labeller { reading, verdicts, labels: labels.collect(), kept, body: first..last }
    }

    fn holds_body(&self, range: &Range<usize>) -> bool {
        self.kept[range.end] > self.kept[range.start]
    }

    fn is_open(&self, index: usize) -> bool {
        self.labels[index].is_none() && !self.verdicts[index].is_kept()
    }

    /// Blocks that say what they are.
    fn by_words(&mut self) {
        for index in 0..self.labels.len() {
            if self.is_open(index)
                && let Some(kind) = spoken(self.reading, index)
            {
                self.labels[index] = Some((kind, "words"));
            }
        }
    }

    /// What stands under a heading that says what it is.
    fn by_headings(&mut self) {
        for index in 0..self.labels.len() {
            let Some((kind @ (Kind::Related | Kind::Comments | Kind::Tags | Kind::Promotion), "words")) =
                self.labels[index]
            else {
                continue;
            };
            let section = self.section(index);
            for other in section.filter(|other| *other > index) {
                let weak = matches!(
                    self.labels[other],
                    None | Some((Kind::Actions | Kind::Footer | Kind::Promotion, "words"))
                );
                if weak && !self.verdicts[other].is_kept() {
                    self.labels[other] = Some((kind, "heading"));
                }
            }
        }
    }

    /// The blocks of the largest element that begins with a block and holds nothing of the body.
    fn section(&self, index: usize) -> Range<usize> {
        let page = self.reading.page;
        let mut section = index..index + 1;
        for node in page.ancestors(self.reading.block(index).first) {
            let range = self.reading.within(node);
            if range.start < index || self.holds_body(&range) {
                break;
            }
            section = range;
        }
        section
    }

    /// Elements of which a third says what it is, nearly all of that the same.
    fn by_company(&mut self) {
        let page = self.reading.page;
        let said = Said::count(&self.labels);
        let mut next = 0;
        while let Some(node) = page.nodes_in(next..page.len()).next() {
            next += 1;
            let range = self.reading.within(node);
            if !page.is_element(node) || range.len() < 2 || self.holds_body(&range) {
                continue;
            }
            if let Some(kind) = said.common(&range) {
                next = page.range(node).end;
                range.for_each(|index| self.join(index, kind));
            }
        }
    }

    fn join(&mut self, index: usize, kind: Kind) {
        let weak = matches!(self.labels[index], Some((other, "words")) if goes_along(other, kind));
        if weak || self.is_open(index) {
            self.labels[index] = Some((kind, "company"));
        }
    }

    /// What nothing said: by where it stands.
    fn by_place(&mut self, headline: Option<usize>) {
        let title = headline.unwrap_or(self.body.start);
        for index in 0..self.labels.len() {
            if !self.is_open(index) {
                continue;
            }
            let kind = self.placed(index, title);
            self.labels[index] = Some((kind, "place"));
        }
    }

    fn placed(&self, index: usize, title: usize) -> Kind {
        let block = self.reading.block(index);
        let above = block.container;
        let linked = self.link_density_around(above);
        if block.place.has(Mark::Form) {
            Kind::Form
        } else if index > title && index < self.body.start && block.length() < 40 * WORD {
            Kind::Byline
        } else if index < title {
            if linked > 0.5 || block.length() < 8 * WORD { Kind::Navigation } else { Kind::Other }
        } else if linked > 0.5 && block.place.has_any(&[Mark::Aside, Mark::List, Mark::Heading, Mark::Article]) {
            Kind::Related
        } else if linked > 0.5 {
            Kind::Navigation
        } else {
            Kind::Other
        }
    }

    fn link_density_around(&self, node: NodeId) -> f32 {
        let page = self.reading.page;
        let above = page.parent(node).unwrap_or(node);
        self.reading.blocks.sum_of(page, above).link_density()
    }

    /// Hidden texts between two of one kind are of that kind: a press shows more of it.
    fn hidden(&mut self) {
        let is_hidden = |label: &Option<(Kind, &'static str)>| matches!(label, Some((Kind::Hidden, _)));
        let mut before = None;
        let mut index = 0;
        while index < self.labels.len() {
            let start = index;
            while index < self.labels.len() && is_hidden(&self.labels[index]) {
                index += 1;
            }
            let after = self.labels.get(index).copied().flatten();
            if let (Some((kind, rule)), Some((other, _))) = (before, after)
                && kind == other
            {
                self.labels[start..index].fill(Some((kind, rule)));
            }
            before = after;
            index += 1;
        }
    }
}

/// By block: how many of those before it are of each kind; one more at the end.
struct Said(Vec<[u32; KINDS]>);

/// The number of kinds.
const KINDS: usize = Kind::Other as usize + 1;

impl Said {
    fn count(labels: &Labels) -> Self {
        let mut sums = [0; KINDS];
        let mut all = vec![sums];
        for label in labels {
            if let Some((kind, _)) = label {
                sums[*kind as usize] += 1;
            }
            all.push(sums);
        }
        Said(all)
    }

    /// The kind of a run of blocks; none where too little is said, or different things are.
    #[rustfmt::skip]
    fn common(&self, range: &Range<usize>) -> Option<Kind> {
        const NAMES: [Kind; 9] = [
            Kind::Tags, Kind::Actions, Kind::Navigation, Kind::Advertisement, Kind::Related, Kind::Comments, Kind::Notice,
            Kind::Promotion, Kind::Footer,
        ];
        let count = |kind: Kind| (self.0[range.end][kind as usize] - self.0[range.start][kind as usize]) as usize;
        let first = NAMES.into_iter().max_by_key(|kind| count(*kind))?;
        let strange: usize = NAMES.into_iter().filter(|kind| *kind != first && !goes_along(*kind, first)).map(count).sum();
        let title = count(Kind::Headline) + count(Kind::Byline);
        (count(first) > 0 && count(first) * 3 >= range.len() && strange + title == 0).then_some(first)
    }
}

/// Whether blocks of a kind stand in larger ones of another as a matter of course: rights and offers in the site's foot.
fn goes_along(kind: Kind, in_kind: Kind) -> bool {
    in_kind == Kind::Footer && matches!(kind, Kind::Notice | Kind::Promotion | Kind::Actions)
}

/// What a block says it is, in its own words: as a whole, or each of its pieces (a row of links without blanks).
fn spoken(reading: &Reading, index: usize) -> Option<Kind> {
    let block = reading.block(index);
    if block.last.index() - block.first.index() > 200 || block.length() > 100 * WORD {
        return None;
    }
    let text = reading.text(index).to_lowercase();
    if text.len() > LOOKED_UP {
        return None;
    }
    if let Some(kind) = says(&text) {
        return Some(kind);
    }
    let pieces: Vec<&str> = reading.pieces(index).map(str::trim).filter(|piece| !piece.is_empty()).collect();
    let acting = || pieces.iter().filter(|piece| says(&piece.to_lowercase()) == Some(Kind::Actions)).count();
    (pieces.len() > 1 && acting() * 2 > pieces.len()).then_some(Kind::Actions)
}
