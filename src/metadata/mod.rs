//! Facts about the article: what the head states, what the page shows, and which of the two counts.
//!
//! [`head`] reads what the page says to machines, before anything is looked for in its body; [`facts`] reads what it
//! shows around the body that `content` found, and decides. Each place gives statements with their origin; the table
//! below alone says which place counts more for which fact.

mod comments;
mod credits;
mod date;
mod decide;
mod entities;
mod facts;
mod head;
mod lang;
mod notices;
mod pager;
mod people;
mod pictures;
mod related;
mod scene;
mod section;
mod site;
mod site_name;
mod source;
mod statement;
mod tags;
mod times;
mod title;
mod visible;

pub use decide::facts;
pub use facts::{
    CommentItem, Comments, CommentsState, Evidence, Facts, Feed, Image, Notice, NoticeKind, Origin, Related, Source,
};
pub use head::{Head, head};

use Place::{Address, HtmlLang, Item, Ld, Link, Meta, TitleElement, Visible};
use statement::{Field, Found, Place};

/// For each fact the places that state it, best first. Where two places contradict each other, a value that a second
/// place confirms wins over one that stands alone (titles and days); else the better place does.
#[rustfmt::skip]
const SOURCES: &[(Field, &[Place])] = &[
    (Field::Title, &[
        Visible, Meta("og:title"), Ld("headline"), Meta("twitter:title"), Item("headline"), Meta("citation_title"),
        Meta("parsely-title"), Meta("sailthru.title"), Meta("dc.title"), Meta("dcterms.title"), Meta("title"),
        TitleElement, Ld("name"), Meta("weibo:article:title"),
    ]),
    (Field::SiteName, &[
        Meta("og:site_name"), Ld("publisher"), Ld("site"), Meta("application-name"), Meta("apple-mobile-web-app-title"),
        Item("publisher"), Meta("twitter:app:name:iphone"), Meta("dc.publisher"), Meta("citation_journal_title"), Visible,
    ]),
    (Field::Author, &[
        Ld("author"), Visible, Meta("citation_author"), Item("author"), Meta("parsely-author"), Meta("sailthru.author"),
        Meta("article:author_name"), Meta("byl"), Meta("author"), Meta("dc.creator"), Meta("dcterms.creator"),
        Meta("dc.contributor"), Meta("article:author"), Meta("og:article:author"), Meta("book:author"), Ld("creator"), Meta("cxenseparse:author"),
        Meta("twitter:data1"), Meta("weibo:article:author"),
    ]),
    (Field::Byline, &[
        Ld("author"), Meta("citation_author"), Item("author"), Meta("parsely-author"), Meta("sailthru.author"),
        Meta("article:author_name"), Meta("byl"), Meta("author"), Meta("dc.creator"), Meta("dcterms.creator"),
        Meta("dc.contributor"), Meta("article:author"), Meta("og:article:author"), Meta("book:author"), Ld("creator"), Meta("cxenseparse:author"),
        Meta("twitter:data1"), Meta("weibo:article:author"),
    ]),
    (Field::Editor, &[Visible, Ld("editor"), Item("editor"), Meta("editor"), Meta("contenteditor")]),
    (Field::Source, &[Visible, Meta("source"), Meta("mediaid"), Meta("article:source"), Meta("original-source"), Item("sourceorganization"), Ld("sourceorganization")]),
    (Field::Published, &[
        Visible, Ld("datepublished"), Meta("article:published_time"), Item("datepublished"), Meta("og:article:published_time"),
        Meta("parsely-pub-date"), Meta("sailthru.date"), Meta("citation_publication_date"), Meta("citation_online_date"),
        Meta("article:published"), Meta("datepublished"), Meta("date-pub"), Meta("publishdate"), Meta("pubdate"), Meta("publish_date"), Meta("publish-date"),
        Meta("og:published_time"), Meta("og:pubdate"), Meta("og:publish_date"), Meta("cxenseparse:publishtime"), Meta("cxenseparse:recs:publishtime"),
        Meta("originalpublicationdate"), Meta("ptime"), Meta("article_date_original"), Meta("weibo:article:create_at"), Meta("release_date"), Meta("published_time"),
        Meta("dcterms.issued"), Meta("dcterms.created"), Meta("dc.date.issued"), Meta("dc.date.created"), Meta("dc.date"), Meta("dcterms.date"),
        Ld("pubdate"), Ld("datecreated"), Item("datecreated"), Ld("uploaddate"), Meta("citation_date"), Meta("date"), Meta("datecreated"), Ld("webpage.datepublished"), Address,
    ]),
    (Field::Modified, &[
        Ld("datemodified"), Meta("article:modified_time"), Item("datemodified"), Meta("og:updated_time"), Meta("og:article:modified_time"), Meta("dcterms.modified"),
        Meta("dc.date.modified"), Meta("datemodified"), Visible, Meta("lastmod"), Meta("last-modified"), Meta("revised"), Meta("updated_time"), Ld("update"), Item("dateupdate"),
        Meta("weibo:article:update_at"), Ld("webpage.datemodified"),
    ]),
    (Field::Excerpt, &[
        Meta("og:description"), Meta("description"), Meta("twitter:description"), Ld("description"), Meta("dc.description"),
        Meta("dcterms.description"), Meta("weibo:article:description"), Meta("sailthru.description"), Item("description"),
    ]),
    (Field::Image, &[
        Visible, Meta("og:image:secure_url"), Meta("og:image"), Meta("og:image:url"), Meta("twitter:image"), Meta("twitter:image:src"), Ld("image"),
        Meta("parsely-image-url"), Meta("sailthru.image.full"), Ld("thumbnailurl"), Item("image"), Link("image_src"), Meta("thumbnail"),
    ]),
    (Field::Section, &[
        Visible, Ld("articlesection"), Meta("article:section"), Meta("parsely-section"), Ld("breadcrumb"), Item("articlesection"), Meta("og:article:section"), Meta("section"),
        Meta("dc.subject.section"),
    ]),
    (Field::Tags, &[
        Visible, Meta("article:tag"), Ld("keywords"), Meta("parsely-tags"), Meta("news_keywords"), Meta("sailthru.tags"),
        Meta("og:article:tag"), Item("keywords"), Meta("keywords"), Meta("citation_keywords"), Meta("dc.subject"), Meta("dcterms.subject"),
    ]),
    (Field::Canonical, &[Link("canonical"), Meta("og:url"), Meta("parsely-link"), Meta("twitter:url")]),
    (Field::Lang, &[HtmlLang, Ld("inlanguage"), Meta("content-language"), Meta("og:locale"), Meta("dc.language"), Meta("dcterms.language"), Meta("language"), Item("inlanguage")]),
    (Field::PageType, &[Ld("@type"), Meta("og:type"), Item("itemtype")]),
    (Field::Body, &[Ld("articlebody"), Ld("text")]),
    (Field::CommentCount, &[Ld("commentcount"), Item("commentcount")]),
];
