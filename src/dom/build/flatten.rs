//! From the linked arena to document order: shadow trees in their hosts' place with slots filled, `noscript` parsed.

use html5ever::{Namespace, QualName, ns};

use super::arena::{Arena, Data, Link, NONE};
use super::{Scripting, build};
use crate::dom::{Assembler, Name};
use crate::{Error, Limits};

/// A shadow tree that is being walked.
struct Scope {
    host: u32,
    /// The scope in which the host itself stands.
    outer: usize,
    /// Slots that were filled, by name: the first slot of a name takes the host's children.
    filled: Vec<String>,
}

enum Step {
    Enter { node: u32, scope: usize },
    Leave,
}

struct Walk<'a> {
    nodes: &'a [Link],
    steps: Vec<Step>,
    /// The first stands for the page itself and has no host.
    scopes: Vec<Scope>,
    page: &'a mut Assembler,
    limits: &'a Limits,
    /// How the page was parsed: with scripts on, a `noscript` holds its markup as text.
    scripting: Scripting,
}

/// Hands the page in `arena`, parsed with scripts on, over in document order.
pub(super) fn flatten(arena: &Arena, page: &mut Assembler, limits: &Limits) -> Result<(), Error> {
    children(arena, 0, Scripting::On, page, limits)
}

fn children(arena: &Arena, of: u32, scripting: Scripting, page: &mut Assembler, limits: &Limits) -> Result<(), Error> {
    let nodes = arena.nodes();
    let scopes = vec![Scope { host: NONE, outer: 0, filled: Vec::new() }];
    let mut walk = Walk { nodes: &nodes, steps: Vec::new(), scopes, page, limits, scripting };
    walk.push_children(of, 0);
    walk.run()
}

impl Walk<'_> {
    fn run(&mut self) -> Result<(), Error> {
        while let Some(step) = self.steps.pop() {
            match step {
                Step::Enter { node, scope } => self.enter(node, scope)?,
                Step::Leave => self.page.close(),
            }
        }
        Ok(())
    }

    fn enter(&mut self, node: u32, scope: usize) -> Result<(), Error> {
        let nodes = self.nodes;
        match &nodes[node as usize].data {
            Data::Document | Data::Ignored => Ok(()),
            Data::Text(text) => self.page.text(text),
            Data::Element { name, attrs, contents, shadow } => {
                self.page.check()?;
                let element = intern(self.page, name);
                self.page.open_named(element);
                for attr in attrs {
                    let name = attr_name(self.page, &attr.name);
                    self.page.attr(name, &attr.value)?;
                }
                self.steps.push(Step::Leave);
                if *shadow != NONE {
                    self.scopes.push(Scope { host: node, outer: scope, filled: Vec::new() });
                    self.push_children(*shadow, self.scopes.len() - 1);
                } else if element == Name::NOSCRIPT && self.scripting == Scripting::On {
                    return self.noscript(node, scope);
                } else if element == Name::SLOT && scope != 0 {
                    self.slot(node, scope);
                } else if *contents == NONE {
                    self.push_children(node, scope);
                }
                Ok(())
            }
        }
    }

    fn push_children(&mut self, of: u32, scope: usize) {
        let mut child = self.nodes[of as usize].last;
        while child != NONE {
            self.steps.push(Step::Enter { node: child, scope });
            child = self.nodes[child as usize].previous;
        }
    }

    /// Fills a slot with the children of the host that are meant for it, else with its own.
    fn slot(&mut self, slot: u32, scope: usize) {
        let wanted = attribute(&self.nodes[slot as usize], "name").to_owned();
        let (host, outer) = (self.scopes[scope].host, self.scopes[scope].outer);
        if self.scopes[scope].filled.contains(&wanted) {
            return self.push_children(slot, scope);
        }
        let before = self.steps.len();
        let mut child = self.nodes[host as usize].last;
        while child != NONE {
            let link = &self.nodes[child as usize];
            let slottable = !matches!(link.data, Data::Ignored);
            if slottable && attribute(link, "slot") == wanted {
                self.steps.push(Step::Enter { node: child, scope: outer });
            }
            child = link.previous;
        }
        self.scopes[scope].filled.push(wanted);
        if self.steps.len() == before {
            self.push_children(slot, scope);
        }
    }

    /// Parses the text that a `noscript` is in a page with scripts, and attaches what it holds.
    fn noscript(&mut self, node: u32, scope: usize) -> Result<(), Error> {
        let nodes = self.nodes;
        let first = nodes[node as usize].first;
        let Some(Data::Text(text)) = nodes.get(first as usize).map(|link| &link.data) else {
            self.push_children(node, scope);
            return Ok(());
        };
        let inner = build(&format!("<!doctype html><body>{text}"), Scripting::Off, self.limits)?;
        let body = inner.nodes().iter().position(is_body).map_or(NONE, |index| index as u32);
        if body == NONE {
            return Ok(());
        }
        children(&inner, body, Scripting::Off, self.page, self.limits)
    }
}

fn is_body(link: &Link) -> bool {
    matches!(&link.data, Data::Element { name, .. } if name.ns == ns!(html) && &*name.local == "body" && link.parent != NONE)
}

fn attribute<'a>(link: &'a Link, name: &str) -> &'a str {
    let Data::Element { attrs, .. } = &link.data else { return "" };
    attrs.iter().find(|attr| &*attr.name.local == name).map_or("", |attr| &attr.value)
}

/// The name of an element, with its namespace before it where that is not HTML's.
fn intern(page: &mut Assembler, name: &QualName) -> Name {
    match prefix(&name.ns) {
        "" => page.intern(&name.local),
        prefix => page.intern(&format!("{prefix}/{}", name.local)),
    }
}

fn prefix(namespace: &Namespace) -> &'static str {
    match *namespace {
        ns!(html) => "",
        ns!(svg) => "svg",
        ns!(mathml) => "math",
        _ => "other",
    }
}

/// The name of an attribute, with its prefix (`xlink:href`, `xml:lang`).
fn attr_name(page: &mut Assembler, name: &QualName) -> Name {
    match &name.prefix {
        Some(prefix) if !prefix.is_empty() => page.intern(&format!("{prefix}:{}", name.local)),
        _ => page.intern(&name.local),
    }
}
