//! Where the readers' comments stand: a text is judged without them, and what follows them is none of it.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use foldhash::fast::FixedState;

use super::blocks::Block;
use super::measure::WORD;
use super::place::Mark;
use super::reading::Reading;
use super::score::holder;
use super::vocabulary::says;
use crate::dom::{Document, Name, NodeId};
use crate::labels::Kind;
use crate::text::Starts;

/// The length of text above it from which an element named for comments holds them.
const NAMED: u32 = 25 * WORD;
/// The same for a heading of comments, which is less sure.
const HEADED: u32 = 60 * WORD;
/// From this many times the length of the text above it, what is named for comments is a discussion, and the page's text.
const DISCUSSION: u32 = 8;
/// The stems by which class names and ids call comments, in the languages of those who wrote them.
const STEMS: [&str; 9] =
    ["comment", "kommentar", "commentaire", "comentario", "commento", "reactie", "pinglun", "disqus", "replies"];
static STARTS: LazyLock<Starts> = LazyLock::new(|| Starts::new(STEMS.into_iter()));
/// What may follow such a stem in a name for all of them, after a separator or as a further word.
const PARTS: [&str; 22] = [
    "list",
    "area",
    "section",
    "sec",
    "box",
    "wrap",
    "wrapper",
    "container",
    "block",
    "content",
    "body",
    "thread",
    "threads",
    "main",
    "form",
    "inner",
    "holder",
    "root",
    "panel",
    "module",
    "feed",
    "items",
];

/// Marks the comments of a page about one text, and all that follows their heading. `headline` is the block that shows
/// the title.
pub(super) fn mark(reading: &mut Reading, headline: Option<usize>) {
    let first = headline.map_or(0, |index| index + 1);
    let mut above = vec![0; first.min(reading.len())];
    let mut sum = 0;
    for index in first..reading.len() {
        above.push(sum);
        sum += text(reading.block(index));
    }
    let named = named(reading, &above);
    let length = |range: Range<usize>| range.map(|index| text(reading.block(index))).sum::<u32>();
    if named.first().is_some_and(|first| length(first.clone()) <= above[first.start] * DISCUSSION) {
        named.into_iter().flatten().for_each(|index| reading.mark(index, Mark::Comments));
    }
    if let Some(heading) = (first..reading.len()).find(|index| above[*index] >= HEADED && heads(reading, *index)) {
        let all = reading.len();
        section(reading, heading).for_each(|index| reading.mark(index, Mark::Comments));
        (heading..all).for_each(|index| reading.mark(index, Mark::Behind));
    }
}

/// The length of a block that is running text.
fn text(block: &Block) -> u32 {
    if is_text(block) { block.length() } else { 0 }
}

/// Whether a block is running text of the page itself.
fn is_text(block: &Block) -> bool {
    let silent =
        [Mark::Navigation, Mark::Footer, Mark::Dialog, Mark::Control, Mark::Graphic, Mark::Hidden, Mark::Comments];
    block.is_paragraph() && !block.place.has_any(&silent)
}

/// The blocks of the elements that are named for comments; none where the first to hold running text stands below little,
/// so that the comments are the text.
fn named(reading: &Reading, above: &[u32]) -> Vec<Range<usize>> {
    let page = reading.page;
    let mut names = Names::default();
    let blocks = page.all().filter(|node| page.name(*node).is_block());
    let ranges = blocks.filter(|node| !reading.within(*node).is_empty() && names.say(page, *node));
    let ranges = ranges.map(|node| reading.within(node));
    let long = |range: &Range<usize>| range.clone().any(|index| reading.block(index).is_paragraph());
    let in_code = |range: &Range<usize>| reading.block(range.start).place.has(Mark::Code);
    let mut ranges = ranges.filter(|range| !in_code(range)).skip_while(|range| !long(range)).peekable();
    match ranges.peek() {
        Some(first) if above[first.start] >= NAMED => ranges.collect(),
        _ => Vec::new(),
    }
}

/// What was found of the classes and ids seen so far, which repeat on a page.
#[derive(Default)]
struct Names<'a>(HashMap<&'a str, bool, FixedState>);

impl<'a> Names<'a> {
    /// Whether the class or the id of an element says that it holds comments.
    fn say(&mut self, page: &'a Document, node: NodeId) -> bool {
        if matches!(page.name(node), Name::BODY | Name::HTML | Name::MAIN) {
            return false;
        }
        let names = [Name::CLASS, Name::ID].into_iter().filter_map(|name| page.attr(node, name));
        let are_for_comments = |names: &str| names.len() < 400 && names.split_ascii_whitespace().any(is_name);
        names.into_iter().any(|names| *self.0.entry(names).or_insert_with(|| are_for_comments(names)))
    }
}

/// Whether a class name or an id is one for comments: `comments`, `comment-list`, `post_comments`, `CommentsWrapper`.
fn is_name(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    if lower.len() != name.len() || lower == "respond" {
        return lower == "respond";
    }
    (0..name.len()).any(|at| {
        let stems = STARTS.of(&lower.as_bytes()[at..]).iter().map(|number| STEMS[usize::from(*number)]);
        let stem = stems.into_iter().find(|stem| lower.as_bytes()[at..].starts_with(stem.as_bytes()));
        stem.is_some_and(|stem| {
            let end = at + stem.len();
            let end = end + usize::from(lower[end..].starts_with('s'));
            begins_word(name, at) && is_part(&lower[end..], name[end..].starts_with(|c: char| c.is_ascii_uppercase()))
        })
    })
}

/// Whether a word of a name begins at `at`, after two others at most: longer names are sentences.
fn begins_word(name: &str, at: usize) -> bool {
    if name[..at].matches(['-', '_']).count() > 2 {
        return false;
    }
    let before = name[..at].chars().next_back();
    before.is_none_or(|c| !c.is_ascii_alphanumeric() || name[at..].starts_with(|c: char| c.is_ascii_uppercase()))
}

/// Whether the rest of a name leaves it one for all comments.
fn is_part(rest: &str, capital: bool) -> bool {
    let word = rest.trim_start_matches(['-', '_']);
    let parted = capital || word.len() < rest.len() || rest.is_empty();
    let word = word.trim_end_matches(|c: char| c.is_ascii_digit() || c == '-' || c == '_');
    word.is_empty() || (PARTS.contains(&word) && (parted || word == "list" || word == "area" || word == "box"))
}

/// Whether a block is a heading of comments.
fn heads(reading: &Reading, index: usize) -> bool {
    let block = reading.block(index);
    let silent = [Mark::Hidden, Mark::Control, Mark::Navigation];
    let heads = block.linked == 0 && block.length() < 30 * WORD && !block.place.has_any(&silent);
    heads && parts_texts(reading, index) && says(&reading.text(index).to_lowercase()) == Some(Kind::Comments)
}

/// Whether the running text above a block and the one below it stand in different elements.
fn parts_texts(reading: &Reading, index: usize) -> bool {
    let of = |index: usize| is_text(reading.block(index)).then(|| holder(reading.page, reading.block(index)));
    let above = (0..index).rev().find_map(of);
    above.is_none() || above != (index + 1..reading.len()).find_map(of)
}

/// The blocks of the comments below a heading: of the largest element that begins with it, and of a list right behind that
/// where it holds the heading alone.
fn section(reading: &Reading, index: usize) -> Range<usize> {
    let page = reading.page;
    let Some(around) = reading.beginning_with(index) else { return index..index + 1 };
    let own = reading.within(around);
    let next = std::iter::successors(page.next_sibling(around), |node| page.next_sibling(*node))
        .find(|node| !reading.within(*node).is_empty())
        .filter(|node| own.len() == 1 && matches!(page.name(*node), Name::OL | Name::UL | Name::DL));
    own.start..next.map_or(own.end, |list| reading.within(list).end)
}

#[cfg(test)]
mod tests {
    use super::is_name;

    #[test]
    fn names_of_all_comments_are_told_from_others() {
        for name in [
            "comments",
            "comment-list",
            "commentlist",
            "post_comments",
            "CommentsWrapper",
            "disqus_thread",
            "gc-comment",
            "respond",
            "comment",
        ] {
            assert!(is_name(name), "{name}");
        }
        for name in [
            "commentary",
            "comments-open",
            "comment-count",
            "commented",
            "comments-link",
            "uncommented",
            "content",
            "respond-to-review-comments",
        ] {
            assert!(!is_name(name), "{name}");
        }
    }
}
