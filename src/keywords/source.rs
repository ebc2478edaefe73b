//! The texts of a page as one source: its title, its text, and what it shows of it.

use memchr::memchr3_iter;

use super::Context;
use super::candidates::{Candidate, Shown, Tokens};
use super::guess::language;
use super::tokens::{Reader, Token};

/// Texts laid end to end; an offset in the whole tells text and place.
pub(super) struct Source<'t> {
    /// Where each text begins in the whole, UTF-8 bytes, and the text.
    texts: Vec<(usize, &'t str)>,
}

impl<'t> Source<'t> {
    fn push(&mut self, text: &'t str) -> usize {
        let base = self.texts.last().map_or(0, |(base, text)| base + text.len());
        self.texts.push((base, text));
        base
    }

    /// The text from `start` to `end`, which lie in one of the texts.
    pub fn slice(&self, start: u32, end: u32) -> &'t str {
        let (start, end) = (start as usize, end as usize);
        let at = self.texts.partition_point(|(base, _)| *base <= start) - 1;
        let (base, text) = self.texts[at];
        &text[start - base..end - base]
    }

    /// A candidate as it is written where it occurs first.
    pub fn term(&self, tokens: &Tokens, candidate: &Candidate) -> &'t str {
        let parts = candidate.parts(&tokens.all);
        self.slice(parts[0].start, parts[parts.len() - 1].end)
    }
}

/// Reads a text and its context.
pub(super) fn read<'t>(text: &'t str, context: &Context<'t>) -> (Source<'t>, Tokens) {
    let language = language(text, context.lang);
    let mut reader = Reader::new(language, text);
    let mut source = Source { texts: Vec::new() };
    let mut all = Vec::with_capacity(text.len() / 6);
    let mut starts = Vec::new();
    let shown = [
        (context.headings, Shown::Heading),
        (context.emphasis, Shown::Emphasis),
        (context.links, Shown::Link),
        (context.captions, Shown::Caption),
        (context.tags, Shown::Tag),
    ];
    let shown = shown.into_iter().flat_map(|(texts, shown)| texts.iter().map(move |text| (*text, Some(shown))));
    for (text, shown) in [(context.title.unwrap_or_default(), None), (text, None)].into_iter().chain(shown) {
        let base = source.push(text);
        starts.push((base, shown));
        reader.read(text, base, &mut all);
    }
    let own = end_of_text(&all, &starts);
    reader.join_unknown(&mut all, own, |start, end| source.slice(start, end));
    let at = |base: usize| all.partition_point(|token| (token.start as usize) < base);
    let end = end_of_text(&all, &starts);
    let quotes = quotes(text);
    let text = at(starts[1].0)..end;
    let shown = starts.iter().filter_map(|&(base, shown)| Some((at(base), shown?))).collect();
    let tokens = Tokens { text, quotes, shown, senses: reader.senses(), once: language.longest_once(), all };
    (source, tokens)
}

/// How many quotation marks a text has.
fn quotes(text: &str) -> usize {
    // The first bytes of “ and its like, and of « and ».
    let firsts = memchr3_iter(b'"', 0xE2, 0xC2, text.as_bytes());
    firsts.filter(|at| text[*at..].starts_with(['"', '“', '”', '„', '«', '»'])).count()
}

/// How many of the tokens are the title's and the text's, which `starts` has first.
fn end_of_text(all: &[Token], starts: &[(usize, Option<Shown>)]) -> usize {
    starts.get(2).map_or(all.len(), |&(base, _)| all.partition_point(|token| (token.start as usize) < base))
}
