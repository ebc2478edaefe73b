//! Text that Markdown would read as marks, escaped where it would.

/// Where a text stands.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Place {
    /// It begins a line.
    pub starts_line: bool,
    /// Only digits stand before it in its line.
    pub counts: bool,
    /// That line is not the first of its block.
    pub continues: bool,
    /// Within the text of a link, in which brackets count.
    pub in_link: bool,
    /// Within a table, in which bars part the cells.
    pub in_table: bool,
}

/// Adds `text` to `out`, so that Markdown reads it as text. `before` is the character in front of it.
pub(super) fn escape(out: &mut String, text: &str, before: Option<char>, place: Place) {
    let mut rest = text;
    if place.starts_line || place.counts {
        rest = line_start(out, text, place);
    }
    let mut previous = out.chars().next_back().or(before);
    let mut copied = 0;
    for (at, c) in rest.char_indices() {
        if !c.is_ascii_punctuation() {
            previous = Some(c);
            continue;
        }
        if is_mark(c, previous, &rest[at + 1..], place) {
            out.push_str(&rest[copied..at]);
            out.push('\\');
            copied = at;
        }
        previous = Some(c);
    }
    out.push_str(&rest[copied..]);
}

/// Whether `c`, between `previous` and `rest`, could be read as a mark within a line.
fn is_mark(c: char, previous: Option<char>, rest: &str, place: Place) -> bool {
    let next = rest.chars().next();
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    match c {
        '\\' | '`' | '~' => true,
        '*' => !(next == Some(' ') && previous == Some(' ')),
        '_' => !(is_word(previous) && is_word(next)),
        '[' => place.in_link,
        ']' => place.in_link || next.is_none_or(|next| matches!(next, '(' | '[' | ':')),
        '!' => next.is_none_or(|next| next == '['),
        '<' => next.is_none_or(|next| next.is_ascii_alphabetic() || matches!(next, '/' | '!' | '?')),
        '&' => is_reference(rest),
        '|' => place.in_table,
        _ => false,
    }
}

/// Whether an ampersand and `rest` could be a character reference.
fn is_reference(rest: &str) -> bool {
    let name = rest.strip_prefix('#').unwrap_or(rest);
    let end = name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len());
    name[end..].starts_with(';') && end > 0 || end == name.len()
}

/// Adds what at the start of a line needs an escape, escaped, and gives the rest.
fn line_start<'a>(out: &mut String, text: &'a str, place: Place) -> &'a str {
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let after = &text[digits..];
    let at_end = |rest: &str| rest.is_empty() || rest.starts_with([' ', '\t']);
    let escaped = match after.chars().next() {
        Some('.' | ')') => (digits > 0 || place.counts) && at_end(&after[1..]),
        _ if digits > 0 || place.counts => false,
        Some('#') => at_end(after.trim_start_matches('#')),
        Some('+') => at_end(&after[1..]),
        Some('-') => at_end(&after[1..]) || after[1..].starts_with(['-', ':', '|']),
        Some('>' | '[') => true,
        Some('=' | ':' | '|') => place.continues,
        _ => false,
    };
    out.push_str(&text[..digits]);
    if !escaped {
        return after;
    }
    out.push('\\');
    out.push_str(&after[..1]);
    &after[1..]
}

/// Adds the address of a link or picture.
pub(super) fn address(out: &mut String, address: &str) {
    for (at, c) in address.char_indices() {
        let risky = matches!(c, '(' | ')' | '\\' | '<' | '>' | '|') || (c == '&' && is_reference(&address[at + 1..]));
        if risky {
            out.push('\\');
        }
        out.push(c);
    }
}

/// Adds `text` as code within a line.
pub(super) fn code(out: &mut String, text: &str, place: Place) {
    let fence = "`".repeat(longest_run(text) + 1);
    let blanks = text.starts_with(' ') && text.ends_with(' ');
    let pad = if text.starts_with('`') || text.ends_with('`') || blanks { " " } else { "" };
    out.push_str(&fence);
    out.push_str(pad);
    if place.in_table {
        out.push_str(&text.replace('|', "\\|"));
    } else {
        out.push_str(text);
    }
    out.push_str(pad);
    out.push_str(&fence);
}

/// The length of the longest run of backticks in `text`.
pub(super) fn longest_run(text: &str) -> usize {
    text.split(|c| c != '`').map(str::len).max().unwrap_or(0)
}

/// Whether a mark of emphasis may stand between `outside` and `inside`, the edge of what it emphasises, so that every
/// reader of Markdown takes it for one (CommonMark, "left-flanking delimiter run").
pub(super) fn flanks(outside: Option<char>, inside: char) -> bool {
    let free = outside.is_none_or(|c| c.is_whitespace() || is_punctuation(c));
    !inside.is_whitespace() && (inside.is_alphanumeric() || free)
}

/// Whether `c` surely is punctuation in Unicode's sense.
pub(super) fn is_punctuation(c: char) -> bool {
    c.is_ascii_punctuation()
        || matches!(c as u32,
            0xA1 | 0xA7 | 0xAB | 0xB6 | 0xB7 | 0xBB | 0xBF | 0x2010..=0x2027 | 0x2030..=0x205E | 0x3001..=0x3003
            | 0x3008..=0x3011 | 0x3014..=0x301F | 0xFF01..=0xFF0F | 0xFF1A..=0xFF20 | 0xFF3B..=0xFF40 | 0xFF5B..=0xFF65)
}
