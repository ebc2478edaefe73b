//! The keywords of an article: what the page shows of it goes in as evidence, and the finder counts what comes out.

use super::Options;
use crate::dom::{Document, Name, NodeId, NodeSet};
use crate::highlight::{FindOptions, Finder, Overlap, WholeWord};
use crate::keywords::{Context, Keyword, keywords};
use crate::metadata::Facts;
use crate::{Error, Limits};

/// The keywords of any text, best first, each with how often the finder meets its forms, as whole words in scripts with
/// spaces. Empty where the text has no words.
///
/// # Errors
/// [`Error::TooLarge`] for a text past the `bytes` limit.
pub fn keywords_of(text: &str, context: &Context, limits: &Limits) -> Result<Vec<Keyword>, Error> {
    if text.len() > limits.bytes {
        return Err(Error::TooLarge { what: "bytes", limit: limits.bytes, value: text.len() });
    }
    let mut found = keywords(text, context);
    count(text, &mut found, limits)?;
    Ok(found)
}

/// Counts the matches of each keyword's forms, of those that overlap the leftmost and longest; a match lies in one block.
fn count(text: &str, keywords: &mut [Keyword], limits: &Limits) -> Result<(), Error> {
    let room = keywords.iter().map(|keyword| keyword.forms.len()).sum();
    let (mut owners, mut forms) = (Vec::with_capacity(room), Vec::with_capacity(room));
    for (at, keyword) in keywords.iter().enumerate() {
        owners.extend(keyword.forms.iter().map(|_| at));
        forms.extend(&keyword.forms);
    }
    let options = FindOptions { whole_word: WholeWord::Whole, overlap: Overlap::All, ..FindOptions::default() };
    let matches = Finder::new(&forms, &options, limits)?.find(&text.replace('\n', "\0"))?;
    let mut ends = vec![(0, 0); keywords.len()];
    for found in matches {
        let (end, count) = &mut ends[owners[found.term]];
        if found.start >= *end {
            (*end, *count) = (found.end, *count + 1);
        }
    }
    for (keyword, (_, count)) in keywords.iter_mut().zip(ends) {
        keyword.count = count;
    }
    Ok(())
}

/// What the page shows of a text, for the ranking of its terms.
#[derive(Default)]
pub(super) struct Shown {
    headings: Vec<String>,
    emphasis: Vec<String>,
    links: Vec<String>,
    captions: Vec<String>,
}

impl Shown {
    /// Reads what is marked up in the body.
    pub fn new(page: &Document, body: &NodeSet) -> Self {
        let mut shown = Shown::default();
        for node in body.iter().filter(|node| page.is_element(*node)) {
            if let Some(list) = shown.list(page.name(node)) {
                list.push(text_in(page, node, body));
            }
        }
        shown
    }

    fn list(&mut self, name: Name) -> Option<&mut Vec<String>> {
        match name {
            Name::A => Some(&mut self.links),
            Name::FIGCAPTION | Name::CAPTION => Some(&mut self.captions),
            Name::B | Name::STRONG | Name::EM | Name::MARK => Some(&mut self.emphasis),
            _ => name.is_heading().then_some(&mut self.headings),
        }
    }

    /// The keywords of the article. What its title alone has is none: it could be painted nowhere.
    pub fn keywords(&self, text: &str, facts: &Facts, options: &Options) -> Result<Vec<Keyword>, Error> {
        let [headings, emphasis, links, captions, tags] =
            [&self.headings, &self.emphasis, &self.links, &self.captions, &facts.tags].map(|list| views(list));
        let context = Context {
            title: facts.title.as_deref(),
            lang: facts.lang.as_deref(),
            headings: &headings,
            emphasis: &emphasis,
            links: &links,
            captions: &captions,
            tags: &tags,
            limit: options.keywords,
            explain: options.explain,
        };
        let mut found = keywords_of(text, &context, &options.limits)?;
        found.retain(|keyword| keyword.count > 0);
        Ok(found)
    }
}

fn views(list: &[String]) -> Vec<&str> {
    list.iter().map(String::as_str).collect()
}

/// The text of the body below `node`. A passage longer than a heading is no emphasis and no link text, but is cut there.
fn text_in(page: &Document, node: NodeId, body: &NodeSet) -> String {
    const LONGEST: usize = 400;
    let mut out = String::new();
    for text in page.subtree(node).filter(|node| body.contains(*node)).filter_map(|node| page.text(node)) {
        out.push_str(text);
        if out.len() > LONGEST {
            break;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keyword(forms: &[&str]) -> Keyword {
        Keyword {
            term: forms[0].into(),
            forms: forms.iter().map(|form| (*form).to_owned()).collect(),
            score: 1.0,
            count: 0,
            features: None,
        }
    }

    fn counted(text: &str, forms: &[&str]) -> usize {
        let mut keywords = [keyword(forms)];
        count(text, &mut keywords, &Limits::default()).unwrap();
        keywords[0].count
    }

    #[test]
    fn forms_are_counted_together_as_whole_words() {
        assert_eq!(counted("Rivers rise. The RIVER: river, riverside", &["river", "rivers"]), 3);
        assert_eq!(counted("疫情防控,防控疫情", &["防控"]), 2);
    }

    #[test]
    fn matches_that_overlap_count_once_and_none_crosses_blocks() {
        assert_eq!(counted("flood warning level", &["flood warning", "warning level"]), 1);
        assert_eq!(counted("flood\nwarning", &["flood warning"]), 0);
    }
}
