//! The site's names, and titles without them.

use super::head::Head;
use super::statement::Field;
use crate::dom::Document;
pub(super) use crate::text::letters;
use crate::url::host;

/// What a site is known by: the names that it states, and the labels of its host.
#[derive(Debug, Clone, Default)]
pub(super) struct Sites {
    /// Each as [`letters`].
    names: Vec<String>,
    hosts: Vec<String>,
}

impl Sites {
    /// The names that a page gives its site.
    pub fn of(page: &Document, head: &Head) -> Self {
        let mut names: Vec<String> =
            head.all(Field::SiteName).take(12).map(|statement| letters(&statement.value)).collect();
        names.retain(|name| !name.is_empty());
        let stated = head.best(Field::Canonical).map(|statement| statement.value.as_str());
        let address = page.url().filter(|url| host(url).is_some()).or(stated);
        let hosts = address.and_then(host).map(host_labels).unwrap_or_default();
        Sites { names, hosts }
    }

    /// Whether a part of a title is the site's name: the same letters, one within the other, or the host's initials.
    pub fn is_name(&self, part: &str) -> bool {
        let part_letters = letters(part);
        let count = part_letters.chars().count();
        if !(2..=60).contains(&count) {
            return false;
        }
        let near = |name: &String| {
            let (long, short) =
                if name.len() >= part_letters.len() { (name, &part_letters) } else { (&part_letters, name) };
            let holds_name = short == name && count <= 30 && part.split_whitespace().count() <= 3;
            let enough = short.chars().count() * 2 >= long.chars().count() || holds_name;
            long == short || (enough && short.len() >= 4 && long.contains(short.as_str()))
        };
        self.names.iter().any(near)
            || self.hosts.iter().any(|host| near(host) || (host.len() >= 3 && *host == initials(part)))
    }

    /// Takes a further name for the site.
    pub fn add(&mut self, name: &str) {
        let name = letters(name);
        if !name.is_empty() && self.names.len() < 32 {
            self.names.push(name);
        }
    }

    /// Whether a name is that of the site's host.
    pub fn is_host(&self, name: &str) -> bool {
        self.hosts.contains(&letters(name))
    }

    /// Whether a name is one of the site's own, as a whole.
    pub fn is_own(&self, name: &str) -> bool {
        let name = letters(name);
        self.names.contains(&name) || self.hosts.contains(&name)
    }
}

/// The labels of a host that can be a name: not `www`, not the public suffix.
fn host_labels(host: &str) -> Vec<String> {
    const GENERIC: [&str; 24] = [
        "www", "m", "com", "net", "org", "co", "edu", "gov", "ac", "info", "blog", "blogs", "news", "en", "mobile",
        "amp", "web", "forum", "forums", "shop", "support", "docs", "wap", "or",
    ];
    let labels: Vec<&str> = host.split('.').collect();
    let named = &labels[..labels.len().saturating_sub(1)];
    let mut out: Vec<String> =
        named.iter().filter(|label| !GENERIC.contains(label)).map(|label| letters(label)).collect();
    out.push(letters(host.strip_prefix("www.").unwrap_or(host)));
    out.retain(|label| label.chars().count() >= 2);
    out
}

/// The first letters of the words that start with a capital, in lower case.
fn initials(text: &str) -> String {
    text.split(|c: char| !c.is_alphanumeric())
        .filter_map(|word| word.chars().next())
        .filter(|c| c.is_uppercase())
        .flat_map(char::to_lowercase)
        .collect()
}

/// The places where a title may be parted: start and end of each separator, in bytes.
pub(super) fn separators(title: &str) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    let mut at = 0;
    while at < title.len() {
        let rest = &title[at..];
        let len = separator(title, at);
        if len > 0 {
            out.push((at, at + len));
        }
        at += len.max(rest.chars().next().map_or(1, char::len_utf8));
    }
    out
}

/// The length of the separator that starts at `at`, blanks around it counted in; 0 where there is none.
fn separator(title: &str, at: usize) -> usize {
    let rest = &title[at..];
    let blank = rest.len() - rest.trim_start().len();
    let signs = rest[blank..].trim_start_matches(is_sign);
    let len = rest.len() - blank - signs.len();
    if len == 0 {
        return 0;
    }
    let sign = &rest[blank..blank + len];
    let after = signs.len() - signs.trim_start().len();
    let spaced = blank > 0 && (after > 0 || signs.is_empty());
    let strong = sign.contains(['|', '｜', '_', '»', '›', '－', '丨', '│', '«', '‹'])
        || sign.starts_with("--")
        || sign.starts_with("::");
    let wide = |c: Option<char>| c.is_some_and(crate::text::is_cjk);
    let beside_wide = (wide(title[..at].chars().next_back()) || wide(signs.trim_start().chars().next()))
        && !sign.starts_with([':', '/']);
    let colon = sign == ":" && after > 0;
    if spaced || strong || beside_wide || colon { blank + len + after } else { 0 }
}

fn is_sign(c: char) -> bool {
    matches!(
        c,
        '-' | '–'
            | '—'
            | '|'
            | '｜'
            | '_'
            | '»'
            | '›'
            | '·'
            | '•'
            | ':'
            | '/'
            | '~'
            | '－'
            | '丨'
            | '│'
            | '«'
            | '‹'
            | '←'
            | '―'
            | '⋆'
            | '★'
            | '⁃'
    )
}

/// A title without the parts at its end of which `known` says that they are the site's or a channel's name.
pub(super) fn stripped(title: &str, known: impl Fn(&str) -> bool) -> String {
    let mut rest = title.trim();
    while let Some((start, _)) =
        separators(rest).into_iter().rev().find(|(start, end)| *start > 0 && known(&rest[*end..]))
    {
        let shorter = rest[..start].trim();
        if letters(shorter).is_empty() {
            break;
        }
        rest = shorter;
    }
    rest.to_owned()
}

/// A title without a part at its start that is known; none where it has no such part.
pub(super) fn beheaded(title: &str, known: impl Fn(&str) -> bool) -> Option<&str> {
    let (_, end) = separators(title)
        .into_iter()
        .find(|(start, end)| *start > 0 && *end < title.len() && known(&title[..*start]))?;
    Some(title[end..].trim()).filter(|rest| !letters(rest).is_empty())
}

/// A title up to its first bar, which parts it from a tagline.
pub(super) fn before_bar(title: &str) -> &str {
    let bar = separators(title).into_iter().find(|(start, end)| *start > 0 && title[*start..*end].contains(" | "));
    bar.map_or(title, |(start, _)| title[..start].trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sites(names: &[&str], host: &str) -> Sites {
        Sites { names: names.iter().map(|name| letters(name)).collect(), hosts: host_labels(host) }
    }

    #[test]
    fn separators_of_all_kinds_are_cut_at_the_site_s_name() {
        let site = sites(&["The Site", "看看新闻"], "www.thesite.example");
        for title in [
            "A - B - The Site",
            "A - B | The Site",
            "A - B – The Site",
            "A - B — thesite",
            "A - B_看看新闻网",
            "A - B-看看新闻",
            "A - B--看看新闻",
            "A - B｜看看新闻",
            "A - B :: The Site",
            "A - B · TheSite.example",
            "A - B | The Site | The Site",
        ] {
            assert_eq!(stripped(title, |part| site.is_name(part)), "A - B", "{title}");
        }
    }

    #[test]
    fn what_is_not_known_stays() {
        let site = sites(&["The Site"], "a.example");
        for title in ["棱镜|数据业大整顿：从严", "Well-known facts", "A - B", "2: a story", "The Site"] {
            assert_eq!(stripped(title, |part| site.is_name(part)), title);
        }
    }

    #[test]
    fn a_known_part_at_the_start_is_told() {
        let site = sites(&["The Site"], "a.example");
        for title in ["The Site: A - B", "The Site » A - B", "The Site | A - B"] {
            assert_eq!(beheaded(title, |part| site.is_own(part)), Some("A - B"), "{title}");
        }
        assert_eq!(beheaded("A - B", |part| site.is_own(part)), None);
        assert_eq!(before_bar("A - B | C | D"), "A - B");
        assert_eq!(before_bar("棱镜|数据业大整顿"), "棱镜|数据业大整顿");
    }

    #[test]
    fn a_host_is_known_by_its_letters_and_initials() {
        let site = sites(&[], "www.osha.gov");
        assert!(site.is_name("Occupational Safety and Health Administration"));
        assert!(!site.is_name("Occupational Safety"));
    }
}
