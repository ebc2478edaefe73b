//! What the address of a page says of its kind: words that sites of all sorts use for their sections.

use crate::labels::PageType;

/// Path segments and first labels of hosts, by what pages under them are. Counted on the open part of WCXB (development
/// split): of its 64 + 39 + 41 + 35 pages so named as forum, collection, documentation and product, nine in ten are.
#[rustfmt::skip]
const WORDS: &[(PageType, &[&str])] = &[
    (PageType::Article, &["article", "articles", "news", "blog", "blogs", "story", "stories", "post", "posts", "opinion", "magazine", "press", "insights", "journal", "a", "artikel", "noticias", "actualites", "nachrichten"]),
    (PageType::Forum, &["forum", "forums", "thread", "threads", "topic", "topics", "viewtopic", "showthread", "discussion", "discussions", "discuss", "community", "questions", "question", "answers", "boards", "board", "t", "r", "comments", "bbs", "foren"]),
    (PageType::Documentation, &["docs", "doc", "documentation", "developer", "developers", "reference", "api", "manual", "handbook", "wiki", "man", "tutorial", "tutorials", "guide", "guides", "help", "learn"]),
    (PageType::Product, &["product", "products", "dp", "item", "items", "p", "pd", "sku", "produkt", "producto", "produit"]),
    (PageType::Collection, &["collections", "collection", "category", "categories", "cat", "c", "browse", "shop", "store", "shopping", "departments", "department", "catalog", "catalogue", "s"]),
    (PageType::Service, &["services", "service", "solutions", "solution", "pricing", "features", "platform", "industries", "treatments", "locations", "careers"]),
];

/// What an address says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Says {
    /// Nothing.
    Nothing,
    /// The front page of a site, or of a language of it.
    Front,
    /// A page of this kind.
    Kind(PageType),
    /// A page with a long number, as stories have, and things for sale.
    Numbered,
}

/// Reads the address of a page.
pub(super) fn says(url: Option<&str>) -> Says {
    let Some((_, rest)) = url.and_then(|url| url.split_once("://")) else { return Says::Nothing };
    let rest = rest.to_ascii_lowercase();
    let rest = rest.split('#').next().unwrap_or_default();
    let (place, query) = rest.split_once('?').unwrap_or((rest, ""));
    let (host, path) = place.split_once('/').unwrap_or((place, ""));
    let segments: Vec<&str> = path.split('/').filter(|segment| !segment.is_empty()).collect();
    if is_front(&segments) && query.is_empty() {
        return Says::Front;
    }
    if has_day(path) {
        return Says::Kind(PageType::Article);
    }
    let first = host.split('.').next().into_iter().filter(|label| label.len() > 1);
    let parts = segments[..segments.len().saturating_sub(1)].iter().chain(segments.first()).copied();
    let asked = query
        .split('&')
        .filter_map(|pair| pair.split('=').next())
        .filter(|name| matches!(*name, "topic" | "showtopic" | "t"));
    if asked.count() > 0 {
        return Says::Kind(PageType::Forum);
    }
    let kind = first.chain(parts).find_map(|word| kind_of(word.split('.').next().unwrap_or(word)));
    let digits = segments.last().map_or(0, |segment| segment.bytes().filter(u8::is_ascii_digit).count());
    kind.map_or(if digits >= 6 { Says::Numbered } else { Says::Nothing }, Says::Kind)
}

fn kind_of(word: &str) -> Option<PageType> {
    WORDS.iter().find(|(_, words)| words.contains(&word)).map(|(kind, _)| *kind)
}

/// Whether a path names nothing but a language or an index.
fn is_front(segments: &[&str]) -> bool {
    match segments {
        [] => true,
        [one] => one.starts_with("index.") || (one.len() == 2 || (one.len() == 5 && one.as_bytes()[2] == b'-')),
        _ => false,
    }
}

/// Whether a path holds a year and a month: `/2024/05/`, `/2024-05-03`, `/20240503`, `/2024_05_03`.
fn has_day(path: &str) -> bool {
    let bytes = path.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    (0..bytes.len().saturating_sub(5)).any(|at| {
        let year = matches!(&bytes[at..at + 2], b"19" | b"20")
            && digit(at + 2)
            && digit(at + 3)
            && (at == 0 || !digit(at - 1));
        let month = at + 4 + usize::from(matches!(bytes[at + 4], b'/' | b'-' | b'_'));
        year && matches!(bytes.get(month), Some(b'0' | b'1')) && digit(month + 1)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_say_what_pages_are() {
        for (url, expected) in [
            ("https://news.example/2020/01/26/x.html", Says::Kind(PageType::Article)),
            ("https://forum.example/t/slow-disk/12", Says::Kind(PageType::Forum)),
            ("https://example.com/index.php?topic=12.0", Says::Kind(PageType::Forum)),
            ("https://shop.example/products/blue-chair", Says::Kind(PageType::Collection)),
            ("https://www.example.com/products/blue-chair", Says::Kind(PageType::Product)),
            ("https://docs.example/en/install", Says::Kind(PageType::Documentation)),
            ("https://www.example.com/services/roofs", Says::Kind(PageType::Service)),
            ("https://www.example.com/en-gb/", Says::Front),
            ("https://www.example.com/rain-floods-the-valley", Says::Nothing),
            ("https://www.example.cn/x/t12345678.htm", Says::Numbered),
        ] {
            assert_eq!(says(Some(url)), expected, "{url}");
        }
        assert_eq!(says(None), Says::Nothing);
    }
}
