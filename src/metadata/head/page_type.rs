//! The kind of page that a page states itself to be.

use crate::labels::PageType;

/// The kind that an `og:type` or a type of schema.org stands for.
pub(super) fn read(stated: &str) -> Option<PageType> {
    let name = stated.rsplit(['/', '#', ':']).next().unwrap_or(stated).trim().to_ascii_lowercase();
    KINDS.iter().find(|(_, names)| names.contains(&name.as_str())).map(|(kind, _)| *kind)
}

/// Types of schema.org (in lower case) and Open Graph by the kind of page they stand for.
const KINDS: &[(PageType, &[&str])] = &[
    (PageType::Article, ARTICLES),
    (PageType::Forum, &["discussionforumposting", "qapage"]),
    (PageType::Documentation, &["techarticle", "apireference"]),
    (
        PageType::Product,
        &["product", "productgroup", "individualproduct", "product.item", "itempage", "softwareapplication", "book"],
    ),
    (PageType::Collection, &["productcollection", "offercatalog", "product.group"]),
    (PageType::Listing, &["collectionpage", "searchresultspage", "blog", "itemlist"]),
    (PageType::Service, &["service", "professionalservice", "financialservice", "localbusiness"]),
];

/// Types whose items are articles.
pub(super) const ARTICLES: &[&str] = &[
    "article",
    "newsarticle",
    "blogposting",
    "reportagenewsarticle",
    "analysisnewsarticle",
    "opinionnewsarticle",
    "backgroundnewsarticle",
    "reviewnewsarticle",
    "report",
    "scholarlyarticle",
    "medicalscholarlyarticle",
    "liveblogposting",
    "advertisercontentarticle",
    "satiricalarticle",
    "socialmediaposting",
    "review",
    "criticreview",
    "recipe",
    "howto",
    "post",
];

/// Whether an item of this type (lower case, without its vocabulary) is a text that a page can be about.
pub(in crate::metadata) fn is_text(name: &str) -> bool {
    ARTICLES.contains(&name) || ["discussionforumposting", "question", "techarticle", "apireference"].contains(&name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_of_both_vocabularies_are_known() {
        assert_eq!(read("https://schema.org/NewsArticle"), Some(PageType::Article));
        assert_eq!(read("article"), Some(PageType::Article));
        assert_eq!(read("schema:QAPage"), Some(PageType::Forum));
        assert_eq!(read("website"), None);
    }
}
