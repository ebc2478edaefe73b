//! The whole pipeline: a page in, its article out.

mod aside;
mod readable;
mod stand_in;
mod terms;

pub use aside::SetAside;
pub use readable::is_readable;
pub use terms::keywords_of;

use serde::Serialize;

use self::terms::Shown;

use crate::content::{self, Corrections, Explanation};
use crate::dom::Document;
use crate::dom::write::{Body, Clean};
use crate::keywords::Keyword;
use crate::labels::PageType;
use crate::metadata::{self, Facts};
use crate::text::{counts, utf16_len};
use crate::{Error, Limits};

/// How an article is extracted.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Options {
    /// A person's corrections.
    pub corrections: Corrections,
    /// The time of reading, ISO 8601: relative dates are read against it, and without it they are absent.
    pub now: Option<String>,
    /// Bounds on the work.
    pub limits: Limits,
    /// How many keywords to give; 20 by default, 0 for none.
    pub keywords: usize,
    /// Whether to give the body as Markdown as well.
    pub markdown: bool,
    /// Whether to give what was left out of the body.
    pub set_aside: bool,
    /// Whether to say why the body is what it is, and what the scores of its keywords are made of.
    pub explain: bool,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            corrections: Corrections::default(),
            now: None,
            limits: Limits::default(),
            keywords: 20,
            markdown: false,
            set_aside: false,
            explain: false,
        }
    }
}

/// An article and all that is known about it. A page without one has `content: null` and `length: 0`.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Article {
    /// What is known about it apart from its text.
    #[serde(flatten)]
    pub facts: Facts,
    /// The kind of page.
    pub page_type: PageType,
    /// The body as safe HTML; absent where the page has no article.
    pub content: Option<String>,
    /// The body's text, one line feed between blocks.
    pub text_content: String,
    /// The body as CommonMark with GFM tables, where asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub markdown: Option<String>,
    /// The length of the text, UTF-16 code units.
    pub length: usize,
    /// Its words, a CJK character counting as one.
    pub word_count: usize,
    /// How long it takes to read, in minutes, at least 1 where there is something to read: 228 words or 255 Chinese
    /// characters a minute (IReST, Trauzettel-Klosinski 2012).
    pub reading_minutes: usize,
    /// What it is about: terms, best first.
    pub keywords: Vec<Keyword>,
    /// Each block left out of the body, where asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub set_aside: Option<Vec<SetAside>>,
    /// Why the body is what it is, where asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub explanation: Option<Explanation>,
}

/// Extracts the article of a page.
///
/// # Errors
/// [`Error::BadOption`] for a correction that points at nothing, [`Error::TooLarge`] past the `output` limit.
pub fn extract(page: &Document, options: &Options) -> Result<Article, Error> {
    let head = metadata::head(page);
    let hints = head.hints();
    let found = content::extract(page, &hints, &options.corrections)?;
    let mut facts = metadata::facts(page, &head, &found, options.now.as_deref());
    let body = match &found.stand_in {
        Some(given) => stand_in::clean(given, &mut facts, options.limits.output),
        None => {
            let body = Body { nodes: &found.body, pictures: &found.pictures, title: facts.title.as_deref() };
            Clean::new(page, &body, options.limits.output)
        }
    }?;
    let text_content = body.text()?;
    let counts = counts(&text_content);
    let keywords = match options.keywords {
        0 => Vec::new(),
        _ => Shown::new(page, &found.body).keywords(&text_content, &facts, options)?,
    };
    Ok(Article {
        facts,
        page_type: found.page_type,
        content: (!body.is_empty()).then(|| body.html()).transpose()?,
        markdown: options.markdown.then(|| body.markdown()).transpose()?,
        length: utf16_len(&text_content),
        word_count: counts.total(),
        reading_minutes: minutes(counts.words, counts.cjk),
        keywords,
        set_aside: options.set_aside.then(|| found.leftovers.iter().map(|one| aside::entry(page, one)).collect()),
        explanation: options.explain.then(|| content::explain(page, &hints, &options.corrections)),
        text_content,
    })
}

fn minutes(words: usize, cjk: usize) -> usize {
    (words as f64 / 228.0 + cjk as f64 / 255.0).ceil() as usize
}
