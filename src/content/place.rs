//! Where a text stands: what the elements above it say.

use crate::dom::{Document, Name, NodeId};

/// A thing that an element says of all the text in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u32)]
pub(super) enum Mark {
    /// A link with an address.
    Link = 1,
    /// Not shown.
    Hidden = 1 << 1,
    /// In a `noscript`.
    Noscript = 1 << 2,
    /// `nav` and its roles.
    Navigation = 1 << 3,
    /// `footer` of the page, not of an article.
    Footer = 1 << 4,
    /// `dialog` and its roles.
    Dialog = 1 << 5,
    /// `aside` and its role.
    Aside = 1 << 6,
    /// `header` of the page, not of an article.
    Header = 1 << 7,
    /// `form`.
    Form = 1 << 8,
    /// A button, a list of choices, a field.
    Control = 1 << 9,
    /// Text of a drawing.
    Graphic = 1 << 10,
    /// `main` and its role.
    Main = 1 << 11,
    /// `article`.
    Article = 1 << 12,
    /// `ul`, `ol`, `menu`, `dl`.
    List = 1 << 13,
    /// `table`.
    Table = 1 << 14,
    /// `h1` to `h6`.
    Heading = 1 << 15,
    /// `figcaption`, `caption`.
    Caption = 1 << 16,
    /// `blockquote`, `q`.
    Quote = 1 << 17,
    /// `pre`, `code`.
    Code = 1 << 18,
    /// `address`, `time`.
    Fact = 1 << 19,
    /// A list in a list, a table in a table.
    Nested = 1 << 20,
    /// `figure`.
    Figure = 1 << 21,
    /// A footer of an article.
    ArticleFooter = 1 << 22,
    /// A header of an article.
    ArticleHeader = 1 << 23,
    /// The readers' comments.
    Comments = 1 << 24,
    /// From the heading of the comments to the end of the page.
    Behind = 1 << 25,
    /// In a closed `details`.
    Folded = 1 << 26,
}

/// A set of [`Mark`]s.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Place(u32);

impl Place {
    /// Whether `mark` is set.
    pub fn has(self, mark: Mark) -> bool {
        self.0 & mark as u32 != 0
    }

    /// Whether any of `marks` is set.
    pub fn has_any(self, marks: &[Mark]) -> bool {
        marks.iter().any(|mark| self.has(*mark))
    }

    /// Sets `mark`.
    pub fn set(&mut self, mark: Mark) {
        self.0 |= mark as u32;
    }

    /// The place below `node`, which itself stands at this one.
    pub fn below(self, page: &Document, node: NodeId) -> Self {
        let mut place = self;
        if let Some(mark) = self.of_name(page.name(node), page, node) {
            if place.has(mark) && matches!(mark, Mark::List | Mark::Table) {
                place.set(Mark::Nested);
            }
            place.set(mark);
        }
        if let Some(mark) = page.attr(node, Name::ROLE).and_then(of_role) {
            place.set(mark);
        }
        if page.attr(node, Name::ARIA_MODAL) == Some("true") {
            place.set(Mark::Dialog);
        }
        place
    }

    #[rustfmt::skip]
    fn of_name(self, name: Name, page: &Document, node: NodeId) -> Option<Mark> {
        Some(match name {
            Name::A => return page.attr(node, Name::HREF).map(|_| Mark::Link),
            Name::NOSCRIPT => Mark::Noscript,
            Name::NAV => Mark::Navigation,
            Name::FOOTER if self.has(Mark::Article) => Mark::ArticleFooter,
            Name::FOOTER => Mark::Footer,
            Name::HEADER if self.has(Mark::Article) => Mark::ArticleHeader,
            Name::HEADER => Mark::Header,
            Name::DIALOG => Mark::Dialog,
            Name::ASIDE => Mark::Aside,
            Name::FORM => Mark::Form,
            Name::BUTTON | Name::SELECT | Name::OPTION | Name::TEXTAREA => Mark::Control,
            Name::SVG => Mark::Graphic,
            Name::MAIN => Mark::Main,
            Name::ARTICLE => Mark::Article,
            Name::UL | Name::OL | Name::MENU | Name::DL => Mark::List,
            Name::TABLE => Mark::Table,
            Name::CAPTION | Name::FIGCAPTION => Mark::Caption,
            Name::FIGURE => Mark::Figure,
            Name::BLOCKQUOTE | Name::Q => Mark::Quote,
            Name::PRE | Name::CODE => Mark::Code,
            Name::ADDRESS | Name::TIME => Mark::Fact,
            _ if name.is_heading() => Mark::Heading,
            _ => return None,
        })
    }
}

/// What a landmark role says (WAI-ARIA 1.2, section 5.3.4 and the dialog roles). A `tablist` says nothing: accordions put it
/// around their panels.
fn of_role(role: &str) -> Option<Mark> {
    Some(match role.trim() {
        "navigation" | "menu" | "menubar" | "search" | "toolbar" => Mark::Navigation,
        "contentinfo" => Mark::Footer,
        "dialog" | "alertdialog" => Mark::Dialog,
        "complementary" => Mark::Aside,
        "banner" => Mark::Header,
        "main" => Mark::Main,
        "article" => Mark::Article,
        "button" => Mark::Control,
        "heading" => Mark::Heading,
        _ => return None,
    })
}
