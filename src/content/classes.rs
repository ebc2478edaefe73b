//! What pages call their parts: words in `class` and `id`, in groups of one meaning, which the learned weights weigh.

use std::collections::HashMap;
use std::sync::LazyLock;

use foldhash::fast::FixedState;

use super::reading::Reading;
use crate::dom::{Document, Name, NodeId};

/// Words that templates of all sorts call their parts by, most of them counted on WCXB (`notes-content.md`, section 5).
#[rustfmt::skip]
const GROUPS: [&[&str]; COUNT] = [
    &["content", "maincontent", "entry", "hentry", "article", "articlebody", "post", "prose", "body", "text", "rte", "wysiwyg", "markdown", "richtext", "rich", "story", "blog"],
    &["description", "desc", "details", "detail", "overview", "about", "summary", "excerpt", "intro", "info", "information"],
    &["spec", "specs", "specification", "specifications", "features", "feature", "attributes", "benefits"],
    &["item", "items", "card", "cards", "tile", "grid", "list", "listing", "product", "products", "result", "results"],
    &["title", "headline", "name", "heading"],
    &["comment", "comments", "reply", "replies", "discussion", "message", "messages", "answer", "question"],
    &["review", "reviews", "rating", "ratings", "testimonial", "testimonials", "stars"],
    &["related", "recommended", "recommend", "recommendations", "similar", "popular", "trending", "more", "upsell", "crosssell", "also", "latest", "recent"],
    &["nav", "navbar", "navigation", "menu", "submenu", "megamenu", "breadcrumb", "breadcrumbs", "pagination", "pager", "toc"],
    &["footer", "colophon", "copyright", "foot", "legal", "bottom"],
    &["header", "masthead", "topbar", "top", "hero", "logo"],
    &["sidebar", "side", "aside", "secondary", "widget", "widgets", "complementary", "rail"],
    &["share", "sharing", "social", "follow", "sharedaddy", "socials"],
    &["meta", "author", "byline", "date", "time", "posted", "vcard", "bio", "published", "user", "username", "avatar"],
    &["form", "input", "button", "btn", "buttons", "cta", "search", "login", "signup", "subscribe", "newsletter", "field", "submit"],
    &["popup", "modal", "dialog", "cookie", "consent", "onetrust", "overlay", "popover", "dropdown", "flyout", "drawer", "toast", "alert", "notice", "announcement"],
    &["price", "prices", "pricing", "cost", "sale", "stock", "cart", "shipping", "delivery", "qty", "quantity", "variant", "variants", "option", "options", "swatch"],
    &["filter", "filters", "facet", "facets", "sort", "toolbar", "refine"],
    &["ad", "ads", "advert", "advertisement", "sponsored", "promo", "promotion", "promoted", "banner"],
    &["tag", "tags", "category", "categories", "label", "badge", "taxonomy"],
    &["faq", "faqs", "accordion", "collapse", "panel", "tab", "tabs"],
    &["hidden", "sr", "reader", "visually"],
    &["image", "img", "gallery", "video", "caption", "figure", "slider", "carousel", "slide", "thumbnail", "swiper"],
    &["quote", "blockquote", "signature", "quoted"],
];

/// How many groups there are.
pub(super) const COUNT: usize = 24;

/// An element that holds more of the page's text than this, in hundredths, says nothing of its parts.
const WHOLE: u64 = 90;

static WORDS: LazyLock<HashMap<&'static str, u32, FixedState>> = LazyLock::new(|| {
    let groups = GROUPS.iter().enumerate();
    groups.flat_map(|(group, words)| words.iter().map(move |word| (*word, 1 << group))).collect()
});

/// By element: the groups that its class and id name, a bit each; and those of it and all above it.
#[derive(Debug)]
pub(super) struct Classes {
    own: Vec<u32>,
    all: Vec<u32>,
}

impl Classes {
    /// Reads the classes of the elements that hold text.
    pub fn read(reading: &Reading) -> Self {
        let page = reading.page;
        let (mut own, mut all) = (vec![0; page.len()], vec![0; page.len()]);
        let total = u64::from(reading.blocks.total().length);
        let mut known: HashMap<&str, u32, FixedState> = HashMap::default();
        for node in page.all().filter(|node| page.is_element(*node)) {
            let range = reading.within(node);
            if range.is_empty() {
                continue;
            }
            let at = node.index();
            if u64::from(reading.blocks.sum(range).length) * 100 <= total * WHOLE {
                let texts = [Name::CLASS, Name::ID].into_iter().filter_map(|name| page.attr(node, name));
                own[at] = texts.map(|text| *known.entry(text).or_insert_with(|| groups(text))).fold(0, |a, b| a | b);
            }
            all[at] = own[at] | page.parent(node).map_or(0, |above| all[above.index()]);
        }
        Classes { own, all }
    }

    /// By group: how near to `node` it is named: 4 by itself, 3 by its parent, 2 by one of the two above, 1 further up,
    /// 0 nowhere.
    pub fn near(&self, page: &Document, node: NodeId) -> [u8; COUNT] {
        let mut above = page.ancestors(node).map(|node| self.own[node.index()]);
        let mut next = || above.next().unwrap_or(0);
        let parent = next();
        let levels = [self.own[node.index()], parent, next() | next(), self.all[node.index()]];
        std::array::from_fn(|group| {
            let level = levels.iter().position(|bits| bits >> group & 1 == 1);
            level.map_or(0, |level| 4 - level as u8)
        })
    }
}

/// The groups that the words of a class attribute name; a capital after a small letter begins a word.
fn groups(text: &str) -> u32 {
    let bytes = text.as_bytes();
    let mut word = String::new();
    let mut bits = 0;
    for (at, byte) in bytes.iter().enumerate() {
        let begins = byte.is_ascii_uppercase() && at > 0 && bytes[at - 1].is_ascii_lowercase();
        if begins || !byte.is_ascii_alphabetic() {
            bits |= group(&word);
            word.clear();
        }
        if byte.is_ascii_alphabetic() {
            word.push(byte.to_ascii_lowercase().into());
        }
    }
    bits | group(&word)
}

fn group(word: &str) -> u32 {
    WORDS.get(word).copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_however_they_are_joined() {
        let comment = groups("comment");
        assert_ne!(comment, 0);
        for text in ["wp-comment x", "postless_comment", "CommentBox", "userComment2", "COMMENT"] {
            assert_eq!(groups(text) & comment, comment, "{text}");
        }
        assert_eq!(groups("commentary"), 0);
        assert_eq!(groups(""), 0);
    }

    #[test]
    fn no_word_stands_in_two_groups() {
        assert_eq!(WORDS.len(), GROUPS.iter().map(|words| words.len()).sum::<usize>());
    }
}
