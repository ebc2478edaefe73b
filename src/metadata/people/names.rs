//! Names out of the text behind "By", 作者 and their like.

use super::roles::{CUTS, DEGREES, HAN_MEDIA, HAN_ROLES, JOINERS, NOBODY, PARTICLES, ROLES};
use crate::text::{collapse, is_cjk};

/// How sure it is that a text names people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::metadata) enum Naming {
    /// The head says so: an account's name counts, too.
    Stated,
    /// A label stands before it.
    Labelled,
    /// Only its place says so.
    Bare,
}

/// The names in a text that should hold nothing but names; what follows the names is cut off. Empty where the first
/// words are no name.
pub(in crate::metadata) fn names(text: &str, naming: Naming) -> Vec<String> {
    let text = crate::metadata::entities::decoded(text);
    if text.len() > 1_000 || looks_like_address(&text) {
        return Vec::new();
    }
    let text = without_brackets(&text);
    let text = if text.chars().any(is_cjk) { text.replace('\t', " ") } else { text };
    let mut out = Vec::new();
    for part in parts(&text) {
        let part = part.trim_matches(|c: char| {
            c.is_whitespace()
                || matches!(
                    c,
                    ':' | '：' | '-' | '–' | '—' | '*' | '"' | '“' | '”' | '_' | '|' | '@' | '.' | '，' | '。'
                ) && !part.ends_with("Jr.")
        });
        // The place and what it did, behind a reporter: 記者李明／台北報導.
        if !out.is_empty() && ["報導", "报道", "電", "电"].iter().any(|end| part.ends_with(end)) {
            break;
        }
        if part.is_empty() || DEGREES.contains(&part.to_lowercase().as_str()) {
            continue;
        }
        let before = out.len();
        if part.chars().any(is_cjk) || is_hangul(part) {
            han(part, naming, &mut out)
        } else {
            let name = spaced(part, naming);
            if name.as_ref().is_some_and(|name| is_place(name, &out)) && naming != Naming::Stated {
                continue;
            }
            out.extend(name)
        }
        if out.len() == before && naming != Naming::Stated {
            break;
        }
    }
    out.truncate(40);
    out
}

/// Whether a word behind whole names is where they wrote, or an account of theirs: `Ann Lee, Berlin`, `Ann Lee AnnL`.
fn is_place(name: &str, before: &[String]) -> bool {
    !name.contains(' ') && before.last().is_some_and(|last| last.contains(' '))
}

fn looks_like_address(text: &str) -> bool {
    text.starts_with("http://")
        || text.starts_with("https://")
        || text.starts_with("www.")
        || (text.starts_with('/') && !text.contains(' '))
}

/// The text without what stands in brackets.
fn without_brackets(text: &str) -> String {
    let mut depth = 0usize;
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '(' | '（' | '[' | '［' | '【' | '<' | '〈' => depth += 1,
            ')' | '）' | ']' | '］' | '】' | '>' | '〉' => {
                depth = depth.saturating_sub(1);
                out.push('\t');
            }
            c if depth == 0 => out.push(c),
            _ => {}
        }
    }
    if depth > 0 && out.trim().is_empty() { text.replace(['(', '（', '[', '【'], " ") } else { out }
}

/// The text cut at every sign and word that joins names.
fn parts(text: &str) -> Vec<&str> {
    let sign = |c: char| {
        matches!(
            c,
            ',' | '，'
                | '、'
                | ';'
                | '；'
                | '&'
                | '＆'
                | '/'
                | '／'
                | '|'
                | '｜'
                | '•'
                | '\t'
                | '\n'
                | '+'
                | '＋'
                | '﹒'
                | '･'
                | '丨'
        )
    };
    let mut out = Vec::new();
    for piece in text.split(sign) {
        let mut start = 0;
        let mut at = 0;
        for word in piece.split(' ') {
            let end = at + word.len();
            let joins = JOINERS.contains(&word.to_lowercase().as_str())
                && word.chars().next().is_some_and(|c| !c.is_uppercase());
            if joins && !(word == "y" || word == "e" || word == "i" || word == "a")
                || (joins && !piece[start..at].trim().is_empty() && piece[start..at].trim().contains(' '))
            {
                out.push(&piece[start..at]);
                start = end;
            }
            at = end + 1;
        }
        out.push(&piece[start.min(piece.len())..]);
    }
    out
}

fn is_hangul(text: &str) -> bool {
    text.chars().any(|c| matches!(c as u32, 0xAC00..=0xD7A3))
}

/// A name in a script with spaces: its words up to the first that can be none.
fn spaced(part: &str, naming: Naming) -> Option<String> {
    let part = collapse(part);
    let part = ["by ", "By ", "BY ", "von ", "Von ", "par ", "Par ", "por ", "Por ", "di ", "Di "]
        .iter()
        .find_map(|label| part.strip_prefix(label))
        .unwrap_or(&part);
    let lower = part.to_lowercase();
    if NOBODY.contains(&lower.as_str()) || part.contains(['@', '…', '%']) || part.contains("://") || part.contains(": ")
    {
        return None;
    }
    let mut words: Vec<&str> = Vec::new();
    for word in part.split(' ') {
        let low = word.trim_matches(|c: char| matches!(c, ',' | ':' | '.')).to_lowercase();
        let particle = PARTICLES.contains(&low.as_str());
        if words.is_empty() && !starts_name(word, naming) && !particle {
            return None;
        }
        let ends = (CUTS.contains(&low.as_str()) && !particle)
            || word.contains(|c: char| c.is_ascii_digit() && naming != Naming::Stated)
            || matches!(word, "-" | "–" | "—" | "·" | "|" | "//");
        if ends && !words.is_empty() {
            break;
        }
        words.push(word);
    }
    let is_cut = |word: &&str| CUTS.contains(&word.to_lowercase().as_str());
    if naming != Naming::Stated && words.len() == 1 && words.iter().any(is_cut) {
        return None;
    }
    while words
        .last()
        .is_some_and(|word| PARTICLES.contains(&word.to_lowercase().as_str()) && word.chars().all(char::is_lowercase))
    {
        words.pop();
    }
    let is_role =
        |word: &&str| ROLES.contains(&word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase().as_str());
    let fits = match naming {
        Naming::Bare => (2..=4).contains(&words.len()),
        Naming::Labelled => (1..=6).contains(&words.len()),
        Naming::Stated => (1..=6).contains(&words.len()),
    };
    let letters = words.iter().flat_map(|word| word.chars()).filter(|c| c.is_alphabetic()).count();
    let capital = words
        .iter()
        .filter(|word| starts_name(word, naming) || PARTICLES.contains(&word.to_lowercase().as_str()))
        .count();
    let name = words.join(" ");
    let counts = words.len() > 1 && name.starts_with(|c: char| c.is_ascii_digit());
    (fits
        && !counts
        && letters >= 2
        && capital == words.len()
        && !words.iter().any(is_role)
        && name.len() <= 80
        && !looks_like_host(&name))
    .then(|| name.trim_end_matches([',', ':', ';']).to_owned())
}

fn looks_like_host(name: &str) -> bool {
    !name.contains(' ')
        && name.rsplit_once('.').is_some_and(|(before, end)| {
            before.len() > 1 && end.len() >= 2 && end.chars().all(|c| c.is_ascii_lowercase())
        })
}

/// Whether a word may be part of a name: it starts with a capital, or its script has none.
fn starts_name(word: &str, naming: Naming) -> bool {
    let first = word.trim_start_matches(['\'', '’', '"', '“', 'ʻ', '`']).chars().next();
    first.is_some_and(|c| {
        c.is_uppercase()
            || (c.is_alphabetic() && !c.is_lowercase())
            || (naming == Naming::Stated && c.is_alphanumeric())
            || (c.is_alphabetic() && word.len() > 1 && word.chars().any(char::is_uppercase))
    })
}

/// Names in ideographs, kana or Hangul: parted by blanks, or run together with a role.
fn han(part: &str, naming: Naming, out: &mut Vec<String>) {
    let whole = collapse(part);
    if is_long_name(&whole) && !whole.contains(' ') || (naming != Naming::Bare && !whole.contains(' ')) {
        out.extend(han_name(&whole, naming));
        return;
    }
    let mut words = whole.split(' ').peekable();
    while let Some(word) = words.next() {
        let employer = ["记者", "記者", "通讯员"].iter().any(|role| word.ends_with(role)) && words.peek().is_some();
        if employer {
            continue;
        }
        let name = han_name(word, naming).filter(|_| !HAN_ROLES.contains(&word));
        let Some(name) = name else {
            if HAN_ROLES.contains(&word) || naming == Naming::Stated {
                continue;
            }
            break;
        };
        out.push(name);
    }
}

/// A name of a foreigner, with a dot between its parts.
fn is_long_name(text: &str) -> bool {
    text.contains(['·', '・', '‧'])
}

fn han_name(word: &str, naming: Naming) -> Option<String> {
    let word = word.split(['_', '＿']).next().unwrap_or(word);
    let word = HAN_ROLES
        .iter()
        .fold(word, |word, role| word.strip_suffix(role).filter(|rest| rest.chars().count() >= 2).unwrap_or(word));
    let word = ["记者", "記者", "通讯员", "作者", "文", "实习生"]
        .iter()
        .fold(word, |word, role| word.strip_prefix(role).filter(|rest| rest.chars().count() >= 2).unwrap_or(word));
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    let count = word.chars().count();
    let medium = HAN_MEDIA.iter().any(|media| word.ends_with(media));
    let fits = match naming {
        Naming::Bare => is_cjk_name(word),
        _ if is_long_name(word) => count <= 20,
        Naming::Labelled | Naming::Stated => (1..=12).contains(&count),
    };
    let calls = ["返回", "查看", "点击", "更多", "关注", "扫码", "阅读", "展开", "下载", "来源", "责任"]
        .iter()
        .any(|verb| word.starts_with(verb));
    (fits
        && !calls
        && !medium
        && (naming == Naming::Stated || !word.starts_with(|c: char| c.is_ascii_digit()))
        && !NOBODY.contains(&word)
        && word.chars().all(|c| c.is_alphanumeric() || is_long_name(&c.to_string()) || c == '.'))
    .then(|| word.to_owned())
}

/// Whether a word can be the name of a person in China, Japan or Korea by its length and letters alone.
pub(in crate::metadata) fn is_cjk_name(word: &str) -> bool {
    let count = word.chars().count();
    let all = word.chars().all(|c| is_cjk(c) || matches!(c as u32, 0xAC00..=0xD7A3));
    all && (2..=4).contains(&count) && !HAN_MEDIA.iter().any(|media| word.ends_with(media))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_of_names_are_parted() {
        for (text, want) in [
            ("Ann Lee", &["Ann Lee"][..]),
            ("Ann Lee and Bob Ray", &["Ann Lee", "Bob Ray"]),
            ("ANN LEE, Bob Ray & Cy Day", &["ANN LEE", "Bob Ray", "Cy Day"]),
            ("Ann Lee, Staff Writer", &["Ann Lee"]),
            ("Ann Lee, PhD, and Bob Ray, MD", &["Ann Lee", "Bob Ray"]),
            ("Ann Lee in Washington", &["Ann Lee"]),
            ("Ann Lee for The Site", &["Ann Lee"]),
            ("Ann Lee Jan 5, 2020", &["Ann Lee"]),
            ("Ann Lee\tTuesday, Aug. 17, 2010", &["Ann Lee"]),
            ("Ann Lee, Berlin, und Bob Ray", &["Ann Lee", "Bob Ray"]),
            ("Ann Lee\tAnnL", &["Ann Lee"]),
            ("Ludwig van Beethoven und Ursula von der Leyen", &["Ludwig van Beethoven", "Ursula von der Leyen"]),
            ("José García y Ana Ruiz", &["José García", "Ana Ruiz"]),
            ("Анна Ли и Иван Петров", &["Анна Ли", "Иван Петров"]),
            ("周纯", &["周纯"]),
            ("段彦超 廖艳", &["段彦超", "廖艳"]),
            ("李明、王芳&赵六", &["李明", "王芳", "赵六"]),
            ("王芳_NF4425", &["王芳"]),
            ("김철수 기자", &["김철수"]),
            ("山田太郎、鈴木花子", &["山田太郎", "鈴木花子"]),
            ("李明（北京）", &["李明"]),
            ("鈴木花子 2019年04月28日 08時00分", &["鈴木花子"]),
            ("约翰·史密斯", &["约翰·史密斯"]),
        ] {
            assert_eq!(names(text, Naming::Labelled), want, "{text}");
        }
    }

    #[test]
    fn what_names_nobody_is_none() {
        for text in [
            "",
            "admin",
            "The Editorial Team",
            "https://x.example/a",
            "ann@x.example",
            "未知",
            "人民网",
            "the author of this",
            "5 min read",
            "News Desk",
            "x.com",
            "网络整理",
            "(",
            "Staff",
            "View More Articles",
        ] {
            assert!(names(text, Naming::Labelled).is_empty(), "{text}: {:?}", names(text, Naming::Labelled));
        }
    }
}
