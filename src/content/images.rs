//! The pictures of the body: lazy ones resolved, trackers and icons left out.

use std::ops::Range;

use super::measure::WORD;
use super::reading::Reading;
use super::verdict::{Verdict, kept_before};
use crate::dom::write::Picture;
use crate::dom::{Document, Name, NodeId};

/// Below this width or height, in CSS pixels, a picture is an icon or a tracker.
const ICON: u32 = 48;
/// The longest text that may be the caption of a picture.
const CAPTION: u32 = 60 * WORD;
/// Attributes in which pages keep the address of a picture that is loaded when it comes into view.
const LAZY: [&str; 12] = [
    "data-src",
    "data-original",
    "data-lazy-src",
    "data-actualsrc",
    "data-hi-res-src",
    "data-echo",
    "data-url",
    "data-lazy",
    "data-original-src",
    "data-image-src",
    "_src",
    "original",
];

/// Names of files that hold room, not pictures.
const BLANKS: [&str; 8] = ["spacer", "blank", "pixel", "1x1", "transparent", "placeholder", "grey.gif", "clear.gif"];

/// The pictures between the blocks that were kept, in document order.
pub(super) fn pictures(reading: &Reading, verdicts: &[Verdict], top: NodeId) -> Vec<Picture> {
    let page = reading.page;
    let kept = kept_before(verdicts);
    let images = page.subtree(top).filter(|node| page.name(*node) == Name::IMG);
    images.filter(|node| belongs(reading, verdicts, &kept, *node)).filter_map(|node| picture(page, node)).collect()
}

/// Whether the smallest element with text around a picture is of the body; a caption that was left out counts for nothing.
fn belongs(reading: &Reading, verdicts: &[Verdict], kept: &[u32], node: NodeId) -> bool {
    if !reading.page.is_displayed(node) {
        return false;
    }
    let is_caption = |range: &Range<usize>| {
        let doubted = |index: usize| verdicts[index] == Verdict::unnamed("unlikely");
        reading.blocks.sum(range.clone()).length <= CAPTION && range.clone().all(doubted)
    };
    let mut around = reading.page.ancestors(node).map(|above| reading.within(above));
    let around = around.find(|range| !range.is_empty() && !is_caption(range));
    around.is_some_and(|range| (kept[range.end] - kept[range.start]) as usize * 2 >= range.len())
}

fn picture(page: &Document, node: NodeId) -> Option<Picture> {
    let size = size(page, node);
    if size.is_some_and(|(width, height)| width < ICON || height < ICON) {
        return None;
    }
    let url = page.resolve(&address(page, node)?).filter(|url| url.starts_with("http") && !is_blank(url))?;
    let alt = page.attr(node, Name::ALT).unwrap_or_default().to_owned();
    Some(Picture { node, url, alt, caption: caption(page, node), size })
}

/// Whether an address ends in the name of a file that holds room alone.
fn is_blank(url: &str) -> bool {
    let path = url.split(['?', '#']).next().unwrap_or(url);
    let name = path.rsplit('/').next().unwrap_or(path).to_ascii_lowercase();
    name.len() <= 24 && BLANKS.iter().any(|blank| name.starts_with(blank))
}

fn size(page: &Document, node: NodeId) -> Option<(u32, u32)> {
    let number = |name| page.attr(node, name)?.trim().trim_end_matches("px").parse().ok();
    Some((number(Name::WIDTH)?, number(Name::HEIGHT)?))
}

/// The address of the best version that a picture names.
fn address(page: &Document, node: NodeId) -> Option<String> {
    let lazy = LAZY.iter().find_map(|name| page.attr(node, page.name_of(name)?).filter(|value| is_address(value)));
    let sources = [Some(node), page.parent(node).filter(|above| page.name(*above) == Name::PICTURE)];
    let sets = || ["data-srcset", "srcset"].into_iter().filter_map(|name| page.name_of(name));
    let in_picture = || {
        sources[1].into_iter().flat_map(|above| page.children(above)).filter(|child| page.name(*child) == Name::SOURCE)
    };
    let best_of = |node: NodeId| sets().find_map(|name| page.attr(node, name).and_then(best));
    lazy.map(str::to_owned)
        .or_else(|| best_of(node))
        .or_else(|| page.attr(node, Name::SRC).filter(|value| is_address(value)).map(str::to_owned))
        .or_else(|| in_picture().find_map(best_of))
}

/// Whether a value is an address, not the placeholder of a lazy picture.
fn is_address(value: &str) -> bool {
    let value = value.trim();
    !value.is_empty() && !value.starts_with("data:") && !value.starts_with("about:") && !value.starts_with('{')
}

/// The widest candidate of a `srcset` (HTML standard, "srcset attribute").
fn best(set: &str) -> Option<String> {
    let mut widest: Option<(u64, &str)> = None;
    for candidate in set.split(", ").flat_map(|part| part.split(",\n")) {
        let mut words = candidate.split_whitespace();
        let Some(url) = words.next().map(|url| url.trim_end_matches(',')).filter(|url| is_address(url)) else {
            continue;
        };
        let width = words.next().and_then(|size| thousandths(size.trim_end_matches([',', 'w', 'x']))).unwrap_or(1000);
        if widest.is_none_or(|(other, _)| width > other) {
            widest = Some((width, url));
        }
    }
    widest.map(|(_, url)| url.to_owned())
}

/// A width or density times a thousand: the library's own reader of such numbers is 13 KB of the module.
fn thousandths(number: &str) -> Option<u64> {
    let (whole, part) = number.split_once('.').unwrap_or((number, ""));
    let digits = part.bytes().chain(std::iter::repeat(b'0')).take(3);
    whole.bytes().chain(digits).try_fold(0u64, |sum, digit| {
        let digit = digit.is_ascii_digit().then(|| u64::from(digit - b'0'))?;
        sum.checked_mul(10)?.checked_add(digit)
    })
}

/// The caption of the figure that a picture stands in.
fn caption(page: &Document, node: NodeId) -> Option<NodeId> {
    let figure = page.ancestors(node).take(5).find(|above| page.name(*above) == Name::FIGURE)?;
    page.find(figure, Name::FIGCAPTION)
}

#[cfg(test)]
mod tests {
    use super::best;

    #[test]
    fn the_widest_or_densest_candidate_is_taken() {
        let url = |set: &str| best(set).unwrap_or_default();
        assert_eq!(url("a.jpg 400w, b.jpg 1600w, c.jpg 800w"), "b.jpg");
        assert_eq!(url("a.jpg, b.jpg 1.25x, c.jpg 1.5x,\nd.jpg .5x"), "c.jpg");
        assert_eq!(url("a.jpg wide, b.jpg .5x"), "a.jpg");
    }
}
