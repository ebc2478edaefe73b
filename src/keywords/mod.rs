//! What a text is about: its keywords, from the text alone and from what the page shows of it.

mod candidates;
mod choose;
mod english;
mod features;
mod guess;
mod join;
mod language;
mod lexicon;
mod rank;
mod repeats;
mod segment;
mod source;
mod spaced;
mod stems;
mod tokens;
mod unspaced;
mod words;

pub use features::Features;
use serde::Serialize;

/// What is known of a text beside itself. All of it is evidence; none is copied.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The title; empty is as none.
    pub title: Option<&'a str>,
    /// BCP 47 language tag; where it is absent or the text contradicts it, the language is guessed from stop words.
    pub lang: Option<&'a str>,
    /// Headings inside the text.
    pub headings: &'a [&'a str],
    /// Emphasised passages: `b`, `strong`, `em`, `mark`.
    pub emphasis: &'a [&'a str],
    /// The texts of links inside the text.
    pub links: &'a [&'a str],
    /// Captions of pictures and tables.
    pub captions: &'a [&'a str],
    /// The page's own keywords.
    pub tags: &'a [&'a str],
    /// How many keywords at most.
    pub limit: usize,
    /// Whether to give the features of each keyword.
    pub explain: bool,
}

impl Default for Context<'_> {
    fn default() -> Self {
        Context {
            title: None,
            lang: None,
            headings: &[],
            emphasis: &[],
            links: &[],
            captions: &[],
            tags: &[],
            limit: 20,
            explain: false,
        }
    }
}

/// A term that says what the text is about.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Keyword {
    /// The term in its commonest spelling.
    pub term: String,
    /// The spellings counted together (apart by more than capitals), most frequent first; never empty.
    pub forms: Vec<String>,
    /// How well it says what the text is about: 0 to 1, the best having 1; four places.
    pub score: f64,
    /// How often its forms occur in the text.
    pub count: usize,
    /// What its score is made of, where asked for; four places.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub features: Option<Features>,
}

/// The keywords of `text`, best first. Empty where the text has no words.
pub fn keywords(text: &str, context: &Context) -> Vec<Keyword> {
    choose::keywords(text, context)
}
