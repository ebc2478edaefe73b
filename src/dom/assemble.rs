//! What both doors build the tree with: nodes in document order, within limits.

use std::ops::Range;

use super::tree::{Attr, Node};
use super::{Document, Name, Names, NodeId, NodeSet, display};
use crate::{Error, Limits, url};

/// Takes a page in document order and makes the [`Document`].
///
/// Elements past the depth limit are left out, their children stand higher up, all but what scripts and style sheets there
/// hold; adjacent texts become one node. Style sheets and programs, half of many a page, are left out: an element that holds
/// one stays, without its text.
pub struct Assembler {
    page: Document,
    /// The elements that are open, the root first, each with how many children it has so far.
    open: Vec<(u32, u32)>,
    /// How many open elements were left out for depth.
    flattened: usize,
    /// Which of these, counted from the outermost as 1, is a script or a style sheet; 0 for none.
    muted: usize,
    undisplayed: Vec<u32>,
    limits: Limits,
}

impl Assembler {
    /// A page with nothing in it yet.
    pub fn new(limits: &Limits) -> Self {
        let page = Document {
            nodes: vec![Node { parent: 0, position: 0, end: 1, name: Name::DOCUMENT, data: 0..0 }],
            attrs: Vec::new(),
            heap: String::new(),
            names: Names::default(),
            undisplayed: NodeSet::default(),
            url: None,
            base: None,
        };
        Assembler { page, open: vec![(0, 0)], flattened: 0, muted: 0, undisplayed: Vec::new(), limits: *limits }
    }

    /// Makes room for so many bytes of text and attribute values.
    pub fn reserve(&mut self, bytes: usize) {
        self.page.heap.reserve(bytes);
    }

    /// The name spelled `text` in the page's table.
    pub fn intern(&mut self, text: &str) -> Name {
        self.page.names.intern(text)
    }

    /// Opens an element, spelled as [`Name`] says.
    pub fn open(&mut self, name: &str) {
        let name = self.intern(name);
        self.open_named(name);
    }

    /// Opens an element by its name.
    pub fn open_named(&mut self, name: Name) {
        if self.flattened > 0 || self.open.len() > self.limits.depth {
            self.flattened += 1;
            if self.muted == 0 && matches!(name, Name::SCRIPT | Name::STYLE) {
                self.muted = self.flattened;
            }
            return;
        }
        let attrs = self.page.attrs.len() as u32;
        let index = self.push(name, attrs..attrs);
        self.open.push((index, 0));
    }

    fn push(&mut self, name: Name, data: Range<u32>) -> u32 {
        let index = self.page.nodes.len() as u32;
        let mut above = (0, 0);
        if let Some(open) = self.open.last_mut() {
            above = *open;
            open.1 += 1;
        }
        self.page.nodes.push(Node { parent: above.0, position: above.1, end: index + 1, name, data });
        index
    }

    fn parent(&self) -> u32 {
        self.open.last().map_or(0, |open| open.0)
    }

    /// Gives the element opened last an attribute. Of two of the same name the first counts.
    ///
    /// # Errors
    /// [`Error::TooLarge`] where the page's texts pass what a tree can hold.
    pub fn attr(&mut self, name: Name, value: &str) -> Result<(), Error> {
        if self.flattened > 0 {
            return Ok(());
        }
        let value = self.store(value)?;
        if let Some(element) = self.page.nodes.last_mut() {
            self.page.attrs.push(Attr { name, value });
            element.data.end += 1;
        }
        Ok(())
    }

    fn store(&mut self, text: &str) -> Result<Range<u32>, Error> {
        let (start, end) = (self.page.heap.len(), self.page.heap.len() + text.len());
        if end > u32::MAX as usize {
            return Err(Error::TooLarge { what: "bytes", limit: u32::MAX as usize, value: end });
        }
        self.page.heap.push_str(text);
        Ok(start as u32..end as u32)
    }

    /// Adds text to the element that is open.
    ///
    /// # Errors
    /// [`Error::TooLarge`] where the page's texts pass what a tree can hold.
    pub fn text(&mut self, text: &str) -> Result<(), Error> {
        let parent = self.parent();
        if text.is_empty() || self.muted > 0 || self.holds_program(NodeId::from_index(parent as usize)) {
            return Ok(());
        }
        let data = self.store(text)?;
        match self.page.nodes.last_mut() {
            Some(last) if last.name == Name::TEXT && last.parent == parent => last.data.end = data.end,
            _ => {
                self.push(Name::TEXT, data);
            }
        }
        Ok(())
    }

    /// Whether an element holds what nobody reads: a style sheet, or a script that is no data, by its type.
    fn holds_program(&self, element: NodeId) -> bool {
        match self.page.name(element) {
            Name::STYLE => true,
            Name::SCRIPT => !self.page.attr(element, Name::TYPE).is_some_and(names_json),
            _ => false,
        }
    }

    /// Says that the browser does not show the node added last, nor what comes below it.
    pub fn undisplayed(&mut self) {
        if self.flattened == 0 {
            self.undisplayed.push(self.page.nodes.len() as u32 - 1);
        }
    }

    /// Closes the element that is open; none is no harm.
    pub fn close(&mut self) {
        if self.flattened > 0 {
            if self.muted == self.flattened {
                self.muted = 0;
            }
            self.flattened -= 1;
        } else if self.open.len() > 1
            && let Some((index, _)) = self.open.pop()
        {
            self.page.nodes[index as usize].end = self.page.nodes.len() as u32;
        }
    }

    /// Whether the node limit still holds.
    ///
    /// # Errors
    /// [`Error::TooManyNodes`] where it does not.
    pub fn check(&self) -> Result<(), Error> {
        let value = self.page.nodes.len();
        if value > self.limits.nodes {
            return Err(Error::TooManyNodes { limit: self.limits.nodes, value });
        }
        Ok(())
    }

    /// The page, with what its markup says of what is shown and, from a live document, what the browser said.
    pub fn finish(mut self, url: Option<&str>) -> Document {
        while self.open.len() > 1 {
            self.close();
        }
        let mut page = self.page;
        page.nodes[0].end = page.nodes.len() as u32;
        page.url = url.map(str::to_owned);
        page.base = base(&page);
        page.undisplayed = display::hidden_by_markup(&page);
        for index in self.undisplayed {
            let range = page.range(NodeId::from_index(index as usize));
            page.undisplayed.insert_range(range);
        }
        page
    }
}

/// Whether a type is one of JSON: `application/json`, `application/ld+json`.
fn names_json(kind: &str) -> bool {
    kind.as_bytes().windows(4).any(|part| part.eq_ignore_ascii_case(b"json"))
}

/// What addresses are resolved against: the first `base` with an address, else the page's own.
fn base(page: &Document) -> Option<url::Base> {
    let own = page.url().and_then(url::Base::new);
    let stated = page.all().filter(|node| page.name(*node) == Name::BASE).find_map(|node| page.attr(node, Name::HREF));
    let stated = stated.and_then(|address| url::resolve(own.as_ref(), address));
    stated.map_or(own, |stated| url::Base::new(&stated))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_past_the_depth_limit_is_flattened() {
        let mut page = Assembler::new(&Limits { depth: 2, ..Limits::default() });
        for _ in 0..4 {
            page.open("div");
        }
        page.text("deep ").unwrap();
        page.close();
        page.text("text").unwrap();
        let page = page.finish(None);
        assert_eq!(page.len(), 4);
        assert_eq!(page.text_content(NodeId::ROOT), "deep text");
    }

    #[test]
    fn what_a_script_past_the_depth_limit_holds_is_no_text_of_what_is_above() {
        let mut page = Assembler::new(&Limits { depth: 1, ..Limits::default() });
        for (name, text) in [("p", "a"), ("b", "b"), ("script", "c"), ("i", "d")] {
            page.open(name);
            page.text(text).unwrap();
        }
        for text in ["e", "f", "g"] {
            page.close();
            page.text(text).unwrap();
        }
        assert_eq!(page.finish(None).text_content(NodeId::ROOT), "abfg");
    }

    #[test]
    fn programs_are_left_out_and_data_stays() {
        let mut page = Assembler::new(&Limits::default());
        for (name, kind) in [("style", ""), ("script", ""), ("script", "module"), ("script", "application/LD+JSON")] {
            page.open(name);
            page.attr(Name::TYPE, kind).unwrap();
            page.text(name).unwrap();
            page.close();
        }
        let page = page.finish(None);
        let texts: Vec<String> = page.children(NodeId::ROOT).map(|node| page.text_content(node)).collect();
        assert_eq!(texts, ["", "", "", "script"]);
    }

    #[test]
    fn closing_too_often_does_no_harm() {
        let mut page = Assembler::new(&Limits::default());
        page.close();
        page.text("a").unwrap();
        page.close();
        assert_eq!(page.finish(None).len(), 2);
    }

    #[test]
    fn texts_parted_by_an_attribute_of_what_was_flattened_are_one() {
        let mut page = Assembler::new(&Limits { depth: 1, ..Limits::default() });
        page.open("p");
        page.text("a").unwrap();
        page.open("b");
        page.attr(Name::ID, "x").unwrap();
        page.text("b").unwrap();
        let page = page.finish(None);
        assert_eq!((page.len(), page.text_content(NodeId::ROOT).as_str()), (3, "ab"));
    }

    #[test]
    fn a_base_is_resolved_against_the_page() {
        let mut page = Assembler::new(&Limits::default());
        page.open("base");
        page.attr(Name::HREF, "/b/").unwrap();
        let page = page.finish(Some("https://a.example/x/y"));
        assert_eq!(page.resolve("c.png").as_deref(), Some("https://a.example/b/c.png"));
    }
}
