//! Names of elements and attributes, compared as numbers.

use std::collections::HashMap;
use std::sync::LazyLock;

use foldhash::fast::FixedState;

/// The name of an element or attribute within one [`Names`] table; the constants mean the same in all of them.
///
/// Names of HTML elements and of attributes are their local names in lower case. An element of another namespace has the
/// namespace before it with a slash (`svg/title`, `math/mi`), which no HTML name can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Name(u32);

macro_rules! names {
    ($($id:ident = $text:literal),+ $(,)?) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        enum Known { $($id),+ }
        #[allow(missing_docs)]
        impl Name { $(pub const $id: Name = Name(Known::$id as u32);)+ }
        const KNOWN: &[&str] = &[$($text),+];
    };
}

names! {
    DOCUMENT = "#document", TEXT = "#text",
    // Elements of HTML.
    A = "a", ABBR = "abbr", ACRONYM = "acronym", ADDRESS = "address", APPLET = "applet", AREA = "area", ARTICLE = "article",
    ASIDE = "aside", AUDIO = "audio", B = "b", BASE = "base", BDI = "bdi", BDO = "bdo", BIG = "big",
    BLOCKQUOTE = "blockquote", BODY = "body", BR = "br", BUTTON = "button", CANVAS = "canvas", CAPTION = "caption",
    CENTER = "center", CITE = "cite", CODE = "code", COL = "col", COLGROUP = "colgroup", DATA = "data",
    DATALIST = "datalist", DD = "dd", DEL = "del", DETAILS = "details", DFN = "dfn", DIALOG = "dialog", DIR = "dir",
    DIV = "div", DL = "dl", DT = "dt", EM = "em", EMBED = "embed", FIELDSET = "fieldset", FIGCAPTION = "figcaption",
    FIGURE = "figure", FONT = "font", FOOTER = "footer", FORM = "form", FRAME = "frame", FRAMESET = "frameset",
    H1 = "h1", H2 = "h2", H3 = "h3", H4 = "h4", H5 = "h5", H6 = "h6", HEAD = "head", HEADER = "header",
    HGROUP = "hgroup", HR = "hr", HTML = "html", I = "i", IFRAME = "iframe", IMG = "img", INPUT = "input", INS = "ins",
    KBD = "kbd", LABEL = "label", LEGEND = "legend", LI = "li", LINK = "link", LISTING = "listing", MAIN = "main",
    MAP = "map", MARK = "mark", MARQUEE = "marquee", MENU = "menu", META = "meta", METER = "meter", NAV = "nav",
    NOBR = "nobr", NOEMBED = "noembed", NOFRAMES = "noframes", NOSCRIPT = "noscript", OBJECT = "object", OL = "ol",
    OPTGROUP = "optgroup", OPTION = "option", OUTPUT = "output", P = "p", PARAM = "param", PICTURE = "picture",
    PLAINTEXT = "plaintext", PRE = "pre", PROGRESS = "progress", Q = "q", RB = "rb", RP = "rp", RT = "rt", RTC = "rtc",
    RUBY = "ruby", S = "s", SAMP = "samp", SCRIPT = "script", SEARCH = "search", SECTION = "section", SELECT = "select",
    SLOT = "slot", SMALL = "small", SOURCE = "source", SPAN = "span", STRIKE = "strike", STRONG = "strong",
    STYLE = "style", SUB = "sub", SUMMARY = "summary", SUP = "sup", TABLE = "table", TBODY = "tbody", TD = "td",
    TEMPLATE = "template", TEXTAREA = "textarea", TFOOT = "tfoot", TH = "th", THEAD = "thead", TIME = "time",
    TITLE = "title", TR = "tr", TRACK = "track", TT = "tt", U = "u", UL = "ul", VAR = "var", VIDEO = "video",
    WBR = "wbr", XMP = "xmp",
    // Other namespaces.
    SVG = "svg/svg", SVG_TITLE = "svg/title", MATH = "math/math",
    // Attributes.
    ALT = "alt", ALIGN = "align", ARIA_CURRENT = "aria-current", ARIA_HIDDEN = "aria-hidden", ARIA_LABEL = "aria-label",
    ARIA_MODAL = "aria-modal", CHARSET = "charset", CLASS = "class", COLSPAN = "colspan", CONTENT = "content",
    DATETIME = "datetime", HEIGHT = "height", HIDDEN = "hidden", HREF = "href", HREFLANG = "hreflang",
    HTTP_EQUIV = "http-equiv", ID = "id", ITEMID = "itemid", ITEMPROP = "itemprop", ITEMREF = "itemref",
    ITEMSCOPE = "itemscope", ITEMTYPE = "itemtype", LANG = "lang", MEDIA = "media", NAME = "name", OPEN = "open",
    POSTER = "poster", PROPERTY = "property", PUBDATE = "pubdate", REL = "rel", REVERSED = "reversed", ROLE = "role",
    ROWSPAN = "rowspan", SCOPE = "scope", SIZES = "sizes", SRC = "src", SRCSET = "srcset", START = "start",
    TYPE = "type", TYPEOF = "typeof", VALUE = "value", VOCAB = "vocab", WIDTH = "width", XML_LANG = "xml:lang",
}

impl Name {
    /// Whether this is a heading, `h1` to `h6`.
    pub fn is_heading(self) -> bool {
        (Name::H1..=Name::H6).contains(&self)
    }

    /// The level of a heading, 1 to 6.
    pub fn heading_level(self) -> Option<u8> {
        self.is_heading().then(|| (self.0 - Name::H1.0) as u8 + 1)
    }

    /// Whether elements of this name hold no text that a page shows: scripts, styles, templates, the head's elements.
    #[rustfmt::skip]
    pub fn is_unrendered(self) -> bool {
        matches!(self,
            Name::SCRIPT | Name::STYLE | Name::TEMPLATE | Name::HEAD | Name::TITLE | Name::META | Name::LINK
            | Name::BASE | Name::PARAM | Name::DATALIST | Name::NOEMBED | Name::NOFRAMES | Name::SVG_TITLE)
    }

    /// Whether the text in elements of this name is never read: [`Name::is_unrendered`], and what stands in for a player or
    /// a frame in browsers without them.
    pub fn is_unread(self) -> bool {
        self.is_unrendered() || matches!(self, Name::IFRAME | Name::VIDEO | Name::AUDIO | Name::CANVAS)
    }

    /// Whether browsers lay elements of this name out as blocks or cells (HTML standard, "Rendering").
    #[rustfmt::skip]
    pub fn is_block(self) -> bool {
        matches!(self,
            Name::ADDRESS | Name::ARTICLE | Name::ASIDE | Name::BLOCKQUOTE | Name::BODY | Name::CAPTION | Name::CENTER
            | Name::DD | Name::DETAILS | Name::DIALOG | Name::DIR | Name::DIV | Name::DL | Name::DOCUMENT | Name::DT
            | Name::FIELDSET | Name::FIGCAPTION | Name::FIGURE | Name::FOOTER | Name::FORM | Name::FRAMESET
            | Name::H1 | Name::H2 | Name::H3 | Name::H4 | Name::H5 | Name::H6 | Name::HEADER | Name::HGROUP | Name::HR
            | Name::HTML | Name::LEGEND | Name::LI | Name::LISTING | Name::MAIN | Name::MENU | Name::NAV
            | Name::NOSCRIPT | Name::OL | Name::OPTGROUP | Name::OPTION | Name::P | Name::PLAINTEXT | Name::PRE
            | Name::SEARCH | Name::SECTION | Name::SUMMARY | Name::TABLE | Name::TBODY | Name::TD | Name::TFOOT
            | Name::TH | Name::THEAD | Name::TR | Name::UL | Name::XMP)
    }
}

/// The constants of [`Name`] by how they are spelled: the same for every document.
static CONSTANTS: LazyLock<HashMap<&'static str, Name, FixedState>> =
    LazyLock::new(|| KNOWN.iter().zip(0..).map(|(text, number)| (*text, Name(number))).collect());

/// The table of names of one document: the constants of [`Name`], then what the page brings.
#[derive(Debug, Default)]
pub struct Names {
    /// What the page brings, numbered from the constants on.
    brought: Vec<Box<str>>,
    index: HashMap<Box<str>, Name, FixedState>,
}

impl Names {
    /// The name spelled `text`, added where it is new.
    pub fn intern(&mut self, text: &str) -> Name {
        if let Some(name) = self.get(text) {
            return name;
        }
        let name = Name((KNOWN.len() + self.brought.len()) as u32);
        self.brought.push(text.into());
        self.index.insert(text.into(), name);
        name
    }

    /// The name spelled `text`, if it is a constant, or some element or attribute of the document has it.
    pub fn get(&self, text: &str) -> Option<Name> {
        CONSTANTS.get(text).or_else(|| self.index.get(text)).copied()
    }

    /// How `name` is spelled.
    pub fn text(&self, name: Name) -> &str {
        let number = name.0 as usize;
        KNOWN.get(number).copied().unwrap_or_else(|| &self.brought[number - KNOWN.len()])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn constants_are_what_they_say() {
        let mut names = Names::default();
        assert_eq!(names.intern("div"), Name::DIV);
        assert_eq!(names.text(Name::XML_LANG), "xml:lang");
        let new = names.intern("x-card");
        assert_eq!(names.get("x-card"), Some(new));
        assert_eq!(names.brought.len(), 1);
        assert_eq!(CONSTANTS.len(), KNOWN.len(), "a constant is spelled twice");
    }

    #[test]
    fn headings_have_levels() {
        assert_eq!(Name::H4.heading_level(), Some(4));
        assert_eq!(Name::HEAD.heading_level(), None);
    }
}
