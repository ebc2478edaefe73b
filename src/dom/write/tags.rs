//! The allow-list: what a cleaned tree may hold, and what each element of a page is to it.

use crate::dom::Name;

macro_rules! tags {
    ($($id:ident = $text:literal),+ $(,)?) => {
        /// What a node of the cleaned tree is: an element that is written, a text, or a line of text without an element.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub(super) enum Tag { $($id),+ }
        impl Tag {
            /// The element's name; empty for a text and a [`Tag::Run`].
            pub fn name(self) -> &'static str {
                match self { $(Tag::$id => $text),+ }
            }
        }
    };
}

tags! {
    Text = "",
    // A paragraph without an element of its own: all the text of a list item or cell.
    Run = "",
    P = "p", H1 = "h1", H2 = "h2", H3 = "h3", H4 = "h4", H5 = "h5", H6 = "h6", Pre = "pre", Dt = "dt", Summary = "summary",
    Blockquote = "blockquote", Details = "details", Figure = "figure", Figcaption = "figcaption",
    Ul = "ul", Ol = "ol", Li = "li", Dl = "dl", Dd = "dd",
    Table = "table", Caption = "caption", Thead = "thead", Tbody = "tbody", Tfoot = "tfoot", Tr = "tr", Th = "th", Td = "td",
    Hr = "hr", Br = "br", Img = "img", Audio = "audio", Video = "video",
    A = "a", Abbr = "abbr", B = "b", Bdi = "bdi", Bdo = "bdo", Cite = "cite", Code = "code", Del = "del", Dfn = "dfn",
    Em = "em", I = "i", Ins = "ins", Kbd = "kbd", Mark = "mark", Q = "q", Rp = "rp", Rt = "rt", Ruby = "ruby", S = "s",
    Samp = "samp", Small = "small", Span = "span", Strong = "strong", Sub = "sub", Sup = "sup", Time = "time", U = "u",
    Var = "var",
    Math = "math", Mfrac = "mfrac", Mi = "mi", Mmultiscripts = "mmultiscripts", Mn = "mn", Mo = "mo", Mover = "mover",
    Mpadded = "mpadded", Mphantom = "mphantom", Mprescripts = "mprescripts", Mroot = "mroot", Mrow = "mrow", Ms = "ms",
    Mspace = "mspace", Msqrt = "msqrt", Mstyle = "mstyle", Msub = "msub", Msubsup = "msubsup", Msup = "msup",
    Mtable = "mtable", Mtd = "mtd", Mtext = "mtext", Mtr = "mtr", Munder = "munder", Munderover = "munderover",
}

const MATH: &[Tag] = &[
    Tag::Math,
    Tag::Mfrac,
    Tag::Mi,
    Tag::Mmultiscripts,
    Tag::Mn,
    Tag::Mo,
    Tag::Mover,
    Tag::Mpadded,
    Tag::Mphantom,
    Tag::Mprescripts,
    Tag::Mroot,
    Tag::Ms,
    Tag::Mspace,
    Tag::Msqrt,
    Tag::Mstyle,
    Tag::Msub,
    Tag::Msubsup,
    Tag::Msup,
    Tag::Mtable,
    Tag::Mtd,
    Tag::Mtext,
    Tag::Mtr,
    Tag::Munder,
    Tag::Munderover,
];

impl Tag {
    /// The element of MathML Core with this local name; a row for any other, which keeps the places of its neighbours.
    pub fn math(local: &str) -> Tag {
        MATH.iter().copied().find(|tag| tag.name() == local).unwrap_or(Tag::Mrow)
    }

    /// Whether this element of MathML holds text alone.
    pub fn is_token(self) -> bool {
        matches!(self, Tag::Mi | Tag::Mn | Tag::Mo | Tag::Ms | Tag::Mtext | Tag::Mspace)
    }

    /// The heading of a level, 1 to 6; deeper ones are `h6`.
    pub fn heading(level: u8) -> Tag {
        [Tag::H1, Tag::H2, Tag::H3, Tag::H4, Tag::H5, Tag::H6][usize::from(level.clamp(1, 6)) - 1]
    }

    /// The level of a heading, 1 to 6.
    pub fn heading_level(self) -> Option<u8> {
        (Tag::H1..=Tag::H6).contains(&self).then(|| self as u8 - Tag::H1 as u8 + 1)
    }

    /// Whether it starts a line of its own.
    pub fn is_block(self) -> bool {
        (Tag::Run..=Tag::Hr).contains(&self)
    }

    /// Whether it is written without an end tag.
    pub fn is_void(self) -> bool {
        matches!(self, Tag::Hr | Tag::Br | Tag::Img)
    }

    pub fn is_list(self) -> bool {
        matches!(self, Tag::Ul | Tag::Ol)
    }

    pub fn is_cell(self) -> bool {
        matches!(self, Tag::Th | Tag::Td)
    }

    pub fn is_row_group(self) -> bool {
        matches!(self, Tag::Thead | Tag::Tbody | Tag::Tfoot)
    }

    /// Whether its one paragraph stands in it without a `p`.
    pub fn is_item(self) -> bool {
        matches!(self, Tag::Li | Tag::Dd | Tag::Th | Tag::Td | Tag::Caption | Tag::Figure | Tag::Figcaption)
    }

    /// Whether it holds paragraphs and other blocks, not only parts of its own kind.
    pub fn holds_blocks(self) -> bool {
        self.is_item() || matches!(self, Tag::Blockquote | Tag::Details)
    }

    /// How often it may stand within itself.
    pub fn nests(self) -> usize {
        if matches!(self, Tag::Sub | Tag::Sup | Tag::Q | Tag::Bdi | Tag::Bdo | Tag::Span) { 4 } else { 1 }
    }

    /// Whether two of it side by side are as good as one.
    pub fn merges(self) -> bool {
        matches!(self, Tag::B | Tag::Code | Tag::Em | Tag::I | Tag::S | Tag::Small | Tag::Strong | Tag::U)
    }
}

/// What an element of a page is to the cleaned tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// It and its texts are left out; pictures within it stay.
    Opaque,
    /// A phrase of this kind.
    Inline(Tag),
    /// No element of its own, part of a line.
    Transparent,
    /// No element of its own, but lines of its own: its text becomes paragraphs.
    Block,
    /// A heading of this level.
    Heading(u8),
    /// `dt` or `summary`: one line, or several parted by `br`.
    Leaf(Tag),
    /// Text whose white space counts.
    Pre,
    /// An element that holds blocks, or parts of its own kind.
    Container(Tag),
    Br,
    Hr,
}

impl Role {
    pub fn is_list(self) -> bool {
        matches!(self, Role::Container(Tag::Ul | Tag::Ol))
    }
}

/// The role of an element by its name alone.
pub(super) fn role(name: Name) -> Role {
    match name {
        Name::BR => Role::Br,
        Name::HR => Role::Hr,
        Name::PRE | Name::LISTING | Name::XMP | Name::PLAINTEXT => Role::Pre,
        Name::DT => Role::Leaf(Tag::Dt),
        Name::SUMMARY => Role::Leaf(Tag::Summary),
        name if is_opaque(name) => Role::Opaque,
        name => match (name.heading_level(), container(name), inline(name)) {
            (Some(level), ..) => Role::Heading(level),
            (_, Some(tag), _) => Role::Container(tag),
            (.., Some(tag)) => Role::Inline(tag),
            _ if name.is_block() => Role::Block,
            _ => Role::Transparent,
        },
    }
}

/// Whether what stands in an element of this name is no text of the page: code, controls, what is shown in its place.
pub(super) fn is_opaque(name: Name) -> bool {
    name.is_unrendered()
        || matches!(name, Name::IFRAME | Name::VIDEO | Name::AUDIO | Name::OBJECT | Name::EMBED | Name::CANVAS)
        || matches!(name, Name::APPLET | Name::SVG | Name::INPUT | Name::SELECT | Name::TEXTAREA | Name::PROGRESS)
        || name == Name::METER
}

fn container(name: Name) -> Option<Tag> {
    Some(match name {
        Name::BLOCKQUOTE => Tag::Blockquote,
        Name::DETAILS => Tag::Details,
        Name::FIGURE => Tag::Figure,
        Name::FIGCAPTION => Tag::Figcaption,
        Name::UL | Name::DIR | Name::MENU => Tag::Ul,
        Name::OL => Tag::Ol,
        Name::LI => Tag::Li,
        Name::DL => Tag::Dl,
        Name::DD => Tag::Dd,
        Name::TABLE => Tag::Table,
        Name::CAPTION => Tag::Caption,
        Name::THEAD => Tag::Thead,
        Name::TBODY => Tag::Tbody,
        Name::TFOOT => Tag::Tfoot,
        Name::TR => Tag::Tr,
        Name::TH => Tag::Th,
        Name::TD => Tag::Td,
        _ => return None,
    })
}

fn inline(name: Name) -> Option<Tag> {
    Some(match name {
        Name::A => Tag::A,
        Name::ABBR | Name::ACRONYM => Tag::Abbr,
        Name::B => Tag::B,
        Name::BDI => Tag::Bdi,
        Name::BDO => Tag::Bdo,
        Name::CITE => Tag::Cite,
        Name::CODE | Name::TT => Tag::Code,
        Name::DEL => Tag::Del,
        Name::DFN => Tag::Dfn,
        Name::EM => Tag::Em,
        Name::I => Tag::I,
        Name::INS => Tag::Ins,
        Name::KBD => Tag::Kbd,
        Name::MARK => Tag::Mark,
        Name::Q => Tag::Q,
        Name::RP => Tag::Rp,
        Name::RT => Tag::Rt,
        Name::RUBY => Tag::Ruby,
        Name::S | Name::STRIKE => Tag::S,
        Name::SAMP => Tag::Samp,
        Name::SMALL => Tag::Small,
        Name::STRONG => Tag::Strong,
        Name::SUB => Tag::Sub,
        Name::SUP => Tag::Sup,
        Name::TIME => Tag::Time,
        Name::U => Tag::U,
        Name::VAR => Tag::Var,
        _ => return None,
    })
}
