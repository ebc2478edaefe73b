//! Selectors enough to correct an extraction: compounds of a tag, an id, classes and attributes, joined by blanks or `>`.

use super::{Document, Name, NodeId};
use crate::Error;

/// What a person points at: a path (`/1/0/3:14-15`) or a list of simple selectors (`article > p.lead, #main [role=note]`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Selector {
    /// A place, as [`Document::path`] writes it.
    Path(String),
    /// Alternatives, each a chain of steps from the outermost to the element itself.
    Chains(Vec<Vec<Step>>),
}

/// One compound of a chain.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Step {
    tag: Option<String>,
    id: Option<String>,
    classes: Vec<String>,
    attrs: Vec<(String, Option<String>)>,
    /// Whether the step before this one is the parent itself, not any ancestor.
    child: bool,
}

impl Selector {
    /// Reads a selector.
    ///
    /// # Errors
    /// [`Error::BadOption`], naming `option`, for what is no selector of this kind.
    pub fn parse(text: &str, option: &str) -> Result<Self, Error> {
        if text.starts_with('/') {
            return Ok(Selector::Path(text.to_owned()));
        }
        let chains: Option<Vec<_>> = text.split(',').map(chain).collect();
        chains.map(Selector::Chains).ok_or_else(|| {
            let known = "a path nor a selector of tags, #ids, .classes, [attributes] and >";
            Error::bad_option(option, format!("\"{text}\" is neither {known}"))
        })
    }

    /// The outermost nodes that the selector names, in document order; what lies under one of them is not named again.
    pub fn select(&self, page: &Document) -> Vec<NodeId> {
        match self {
            Selector::Path(path) => {
                let Some(region) = page.at_path(path) else { return Vec::new() };
                std::iter::successors(Some(region.first), |node| page.next_sibling(*node))
                    .take_while(|node| *node <= region.last)
                    .collect()
            }
            Selector::Chains(chains) => {
                let mut found: Vec<NodeId> = Vec::new();
                for node in page.all().filter(|node| page.is_element(*node)) {
                    let inside = found.last().is_some_and(|last| page.contains(*last, node));
                    if !inside && chains.iter().any(|chain| matches(page, node, chain)) {
                        found.push(node);
                    }
                }
                found
            }
        }
    }
}

fn chain(text: &str) -> Option<Vec<Step>> {
    let spaced = text.replace('>', " > ");
    let mut steps = Vec::new();
    let mut child = false;
    for word in spaced.split_whitespace() {
        if word == ">" {
            if child || steps.is_empty() {
                return None;
            }
            child = true;
            continue;
        }
        steps.push(Step { child, ..step(word)? });
        child = false;
    }
    (!steps.is_empty() && !child && steps.len() <= 16).then_some(steps)
}

fn step(word: &str) -> Option<Step> {
    let mut step = Step::default();
    let head = word.find(['#', '.', '[']).unwrap_or(word.len());
    if head > 0 && &word[..head] != "*" {
        step.tag = Some(ident(&word[..head])?.to_ascii_lowercase());
    }
    let mut rest = &word[head..];
    while let Some(mark) = rest.chars().next() {
        rest = &rest[1..];
        if mark == '[' {
            let (inside, after) = rest.split_once(']')?;
            step.attrs.push(attribute(inside)?);
            rest = after;
            continue;
        }
        let end = rest.find(['#', '.', '[']).unwrap_or(rest.len());
        let name = ident(&rest[..end])?.to_owned();
        if mark == '#' {
            step.id = Some(name)
        } else {
            step.classes.push(name)
        }
        rest = &rest[end..];
    }
    Some(step)
}

fn attribute(inside: &str) -> Option<(String, Option<String>)> {
    let (name, value) = inside.split_once('=').map_or((inside, None), |(name, value)| (name, Some(value)));
    let value = value.map(|value| value.trim_matches(['"', '\'']).to_owned());
    Some((ident(name)?.to_ascii_lowercase(), value))
}

fn ident(text: &str) -> Option<&str> {
    let fits = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_') || !c.is_ascii();
    (!text.is_empty() && text.chars().all(fits)).then_some(text)
}

/// Whether `node` fits the last step of a chain and what is above it the steps before.
fn matches(page: &Document, node: NodeId, chain: &[Step]) -> bool {
    let Some((last, before)) = chain.split_last() else { return true };
    if !fits(page, node, last) {
        return false;
    }
    if before.is_empty() {
        return true;
    }
    if last.child {
        return page.parent(node).is_some_and(|parent| matches(page, parent, before));
    }
    page.ancestors(node).any(|above| matches(page, above, before))
}

fn fits(page: &Document, node: NodeId, step: &Step) -> bool {
    let has_class = |class: &String| {
        page.attr(node, Name::CLASS).is_some_and(|classes| classes.split_ascii_whitespace().any(|one| one == class))
    };
    let has_attr = |(name, value): &(String, Option<String>)| {
        let found = page.name_of(name).and_then(|name| page.attr(node, name));
        found.is_some_and(|found| value.as_deref().is_none_or(|value| value == found))
    };
    page.is_element(node)
        && step.tag.as_deref().is_none_or(|tag| page.spelling(page.name(node)) == tag)
        && step.id.as_deref().is_none_or(|id| page.attr(node, Name::ID) == Some(id))
        && step.classes.iter().all(has_class)
        && step.attrs.iter().all(has_attr)
}

#[cfg(all(test, feature = "html"))]
mod tests {
    use super::*;
    use crate::Limits;
    use crate::dom::parse;

    fn texts(selector: &str) -> Vec<String> {
        let html = "<div id=m class='a b'><p>1</p><div><p class=x title=t>2</p></div></div><p class=x>3</p>";
        let page = parse(html, None, &Limits::default()).unwrap();
        let selector = Selector::parse(selector, "include").unwrap();
        selector.select(&page).into_iter().map(|node| page.text_content(node)).collect()
    }

    #[test]
    fn compounds_and_chains_select() {
        assert_eq!(texts("p.x"), ["2", "3"]);
        assert_eq!(texts("#m > p, div div .x[title=t]"), ["1", "2"]);
        assert_eq!(texts("div"), ["12"]);
        assert_eq!(texts("body > p"), ["3"]);
        assert_eq!(texts("/0/1:0-1"), ["12", "3"]);
        assert!(texts("nav, table").is_empty());
        assert!(texts("/7").is_empty());
    }

    #[test]
    fn what_is_no_selector_is_refused() {
        for bad in ["", "p,", "> p", "p >", "a:hover", "p..x", "[", "p#", "a + b"] {
            assert_eq!(Selector::parse(bad, "root").unwrap_err().code(), "badOption", "{bad}");
        }
    }
}
