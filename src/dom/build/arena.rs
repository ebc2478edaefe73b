//! The tree while html5ever still changes it: linked nodes in one vector.

use std::borrow::Cow;
use std::cell::{Cell, Ref, RefCell};

use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::{Attribute, QualName};

pub(super) const NONE: u32 = u32::MAX;

#[derive(Default)]
pub(super) enum Data {
    #[default]
    Document,
    Element {
        name: QualName,
        attrs: Vec<Attribute>,
        /// A template's contents, which are no part of the page.
        contents: u32,
        /// An open shadow root declared by the page.
        shadow: u32,
    },
    Text(StrTendril),
    /// A comment or a processing instruction.
    Ignored,
}

pub(super) struct Link {
    pub parent: u32,
    pub previous: u32,
    pub next: u32,
    pub first: u32,
    pub last: u32,
    /// Elements above it when it was put in; the guard reads it.
    pub depth: u32,
    pub data: Data,
}

/// html5ever's sink.
pub(super) struct Arena {
    nodes: RefCell<Vec<Link>>,
    /// The depth of the element put in last.
    pub(super) depth: Cell<u32>,
}

impl Arena {
    /// An arena with room for about `nodes` nodes, the document node in it.
    pub fn with_room(nodes: usize) -> Self {
        let arena = Arena { nodes: RefCell::new(Vec::with_capacity(nodes)), depth: Cell::new(0) };
        arena.create(Data::Document);
        arena
    }

    pub fn len(&self) -> usize {
        self.nodes.borrow().len()
    }

    pub fn nodes(&self) -> Ref<'_, Vec<Link>> {
        self.nodes.borrow()
    }

    fn create(&self, data: Data) -> u32 {
        let mut nodes = self.nodes.borrow_mut();
        nodes.push(Link { parent: NONE, previous: NONE, next: NONE, first: NONE, last: NONE, depth: 0, data });
        nodes.len() as u32 - 1
    }

    fn detach(&self, node: u32) {
        let mut nodes = self.nodes.borrow_mut();
        let Link { parent, previous, next, .. } = nodes[node as usize];
        if parent == NONE {
            return;
        }
        match previous {
            NONE => nodes[parent as usize].first = next,
            _ => nodes[previous as usize].next = next,
        }
        match next {
            NONE => nodes[parent as usize].last = previous,
            _ => nodes[next as usize].previous = previous,
        }
        let link = &mut nodes[node as usize];
        (link.parent, link.previous, link.next) = (NONE, NONE, NONE);
    }

    /// Puts `node` under `parent`, before `next` (at the end where that is [`NONE`]).
    fn insert(&self, parent: u32, next: u32, node: u32) {
        self.detach(node);
        let mut nodes = self.nodes.borrow_mut();
        let previous = if next == NONE { nodes[parent as usize].last } else { nodes[next as usize].previous };
        let depth = nodes[parent as usize].depth + 1;
        let link = &mut nodes[node as usize];
        (link.parent, link.previous, link.next, link.depth) = (parent, previous, next, depth);
        if matches!(link.data, Data::Element { .. }) {
            self.depth.set(depth);
        }
        match previous {
            NONE => nodes[parent as usize].first = node,
            _ => nodes[previous as usize].next = node,
        }
        match next {
            NONE => nodes[parent as usize].last = node,
            _ => nodes[next as usize].previous = node,
        }
    }

    /// Puts a node or a text under `parent`, before `next`; a text is joined to the one before it.
    fn place(&self, parent: u32, next: u32, child: NodeOrText<u32>) {
        let text = match child {
            NodeOrText::AppendNode(node) => return self.insert(parent, next, node),
            NodeOrText::AppendText(text) => text,
        };
        let mut nodes = self.nodes.borrow_mut();
        let previous = if next == NONE { nodes[parent as usize].last } else { nodes[next as usize].previous };
        if previous != NONE
            && let Data::Text(before) = &mut nodes[previous as usize].data
        {
            before.push_tendril(&text);
            return;
        }
        drop(nodes);
        let node = self.create(Data::Text(text));
        self.insert(parent, next, node);
    }
}

impl TreeSink for Arena {
    type Handle = u32;
    type Output = Self;
    type ElemName<'a> = Ref<'a, QualName>;

    fn finish(self) -> Self {
        self
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> u32 {
        0
    }

    fn elem_name<'a>(&'a self, target: &'a u32) -> Ref<'a, QualName> {
        Ref::map(self.nodes.borrow(), |nodes| match &nodes[*target as usize].data {
            Data::Element { name, .. } => name,
            _ => unreachable!("html5ever asks for the names of elements alone"),
        })
    }

    fn create_element(&self, name: QualName, attrs: Vec<Attribute>, flags: ElementFlags) -> u32 {
        let contents = if flags.template { self.create(Data::Document) } else { NONE };
        self.create(Data::Element { name, attrs, contents, shadow: NONE })
    }

    fn create_comment(&self, _: StrTendril) -> u32 {
        self.create(Data::Ignored)
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> u32 {
        self.create(Data::Ignored)
    }

    fn append(&self, parent: &u32, child: NodeOrText<u32>) {
        self.place(*parent, NONE, child);
    }

    fn append_based_on_parent_node(&self, element: &u32, previous: &u32, child: NodeOrText<u32>) {
        let parent = self.nodes.borrow()[*element as usize].parent;
        match parent {
            NONE => self.place(*previous, NONE, child),
            _ => self.place(parent, *element, child),
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn get_template_contents(&self, target: &u32) -> u32 {
        match self.nodes.borrow()[*target as usize].data {
            Data::Element { contents, .. } if contents != NONE => contents,
            _ => *target,
        }
    }

    fn same_node(&self, x: &u32, y: &u32) -> bool {
        x == y
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &u32, child: NodeOrText<u32>) {
        let parent = self.nodes.borrow()[*sibling as usize].parent;
        if parent != NONE {
            self.place(parent, *sibling, child);
        }
    }

    fn add_attrs_if_missing(&self, target: &u32, new: Vec<Attribute>) {
        if let Data::Element { attrs, .. } = &mut self.nodes.borrow_mut()[*target as usize].data {
            for attr in new {
                if !attrs.iter().any(|old| old.name == attr.name) {
                    attrs.push(attr);
                }
            }
        }
    }

    fn remove_from_parent(&self, target: &u32) {
        self.detach(*target);
    }

    fn reparent_children(&self, node: &u32, new_parent: &u32) {
        loop {
            let child = self.nodes.borrow()[*node as usize].first;
            if child == NONE {
                return;
            }
            self.insert(*new_parent, NONE, child);
        }
    }

    fn attach_declarative_shadow(&self, host: &u32, template: &u32, attrs: &[Attribute]) -> bool {
        let open = attrs.iter().any(|attr| &*attr.name.local == "shadowrootmode" && &*attr.value == "open");
        let root = self.get_template_contents(template);
        match &mut self.nodes.borrow_mut()[*host as usize].data {
            Data::Element { name, shadow, .. } if *shadow == NONE && can_host_shadow(&name.local) => {
                // A closed root is nobody's to read: the host keeps its own children, as a script sees it.
                if open {
                    *shadow = root;
                }
                true
            }
            _ => false,
        }
    }
}

/// Whether elements of this name may have a shadow root (DOM standard, "valid shadow host name").
fn can_host_shadow(name: &str) -> bool {
    let known = "article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span";
    name.contains('-') || known.split(' ').any(|one| one == name)
}
