//! When the article was published and last changed.

use super::Origin;
use super::date::{self, Dated, Moment};
use super::scene::{Read, Scene};
use super::statement::{Field, Found, Place, Statement};
use super::visible::{Hint, Role, Standing, stated_time};
use crate::dom::Name;
use crate::labels::PageType;

/// Whether somebody is credited with the text: an author or a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Credit {
    Given,
    None,
}

/// A date that the page shows, and how likely it is the article's.
struct Shown {
    found: Found<Moment>,
    role: Role,
    standing: Standing,
    weight: u32,
}

/// The weight of a date below the headline.
const BELOW: u32 = 8;

/// The time of publication, and that of the last change.
pub(super) fn decide(scene: &Scene, credit: Credit) -> (Option<Found<Moment>>, Option<Found<Moment>>) {
    if !scene.is_text() {
        return (None, None);
    }
    let shown = shown(scene, credit);
    let changed = by_weight(&shown, Role::Modified).first().copied();
    let published = published(scene, credit, &shown).or_else(|| only_change(scene, credit, changed?));
    let modified = modified(scene, changed.map(|changed| &changed.found));
    (published.map(|found| timed(scene, found)), modified.map(|found| timed(scene, found)))
}

/// A day with the time of it that an element around it states; midnight is none.
fn timed(scene: &Scene, found: Found<Moment>) -> Found<Moment> {
    let page = scene.page;
    let node = found.node.filter(|_| found.value.clock.is_none());
    let text = node.and_then(|node| page.ancestors(node).take(3).find_map(|above| stated_time(page, above)));
    let stated = text.and_then(|text| date::stated(text, &scene.context));
    let is_timed = |moment: &Moment| moment.clock.is_some_and(|clock| (clock.hour, clock.minute) != (0, 0));
    let value = stated.filter(|moment| moment.same_day(&found.value) && is_timed(moment)).unwrap_or(found.value);
    Found { value, ..found }
}

/// The day of the last change, by which a text is dated that shows it at its start, and no other, and of which the head
/// states no other day.
fn only_change(scene: &Scene, credit: Credit, changed: &Shown) -> Option<Found<Moment>> {
    let is_text = match scene.content.page_type {
        PageType::Article => true,
        PageType::Forum => false,
        _ => credit == Credit::Given,
    };
    let is_other = |(found, _): &(Found<Moment>, Of)| !found.value.same_day(&changed.found.value);
    let dates =
        is_text && changed.standing <= Standing::Opening && !stated(scene, Field::Published).iter().any(is_other);
    dates.then(|| changed.found.clone())
}

/// The date that both the head and the page name, at the better precision; where they contradict each other the head's,
/// unless it stands alone against a date below the headline; else the one that there is.
fn published(scene: &Scene, credit: Credit, shown: &[Shown]) -> Option<Found<Moment>> {
    let stated = stated(scene, Field::Published);
    let of_text: Vec<&Found<Moment>> =
        stated.iter().filter(|(_, of)| *of == Of::Text).map(|(found, _)| found).collect();
    let shown = by_weight(shown, Role::Published);
    let address = in_address(scene);
    let agreed = shown.iter().find_map(|shown| {
        let same = stated.iter().find(|(found, _)| {
            found.value.may_be_day_of(&shown.found.value) || found.value.may_be_elsewhere(&shown.found.value)
        })?;
        Some(match &address {
            Some(address) if address.value.same_day(&shown.found.value) => on_its_day(&same.0, &shown.found),
            _ => finer(&same.0, &shown.found),
        })
    });
    let first = of_text.first().copied();
    let alone = of_text.iter().skip(1).all(|other| first.is_some_and(|first| !first.value.same_day(&other.value)));
    let best = shown.first().filter(|best| first.is_none() || (alone && best.weight >= BELOW));
    let first = first.filter(|_| credit == Credit::Given || is_vouched_for(scene));
    agreed.or_else(|| best.map(|best| best.found.clone())).or_else(|| first.cloned()).or(address)
}

/// Whether a day that the head alone states counts though nobody is credited with the text: a forum's, or one in a place
/// that is about texts alone. Publishing systems describe each page as an article in JSON-LD.
fn is_vouched_for(scene: &Scene) -> bool {
    let is_of_text = |place: Place| match place {
        Place::Meta(name) => ["article", "citation_", "parsely-", "sailthru."].iter().any(|of| name.contains(of)),
        place => matches!(place, Place::Item(_)),
    };
    match scene.content.page_type {
        PageType::Forum => true,
        PageType::Documentation => false,
        _ => scene.head.all(Field::Published).filter_map(Statement::place).any(is_of_text),
    }
}

/// The shown day, which the page's address holds too, against the one beside it in the head's zone.
fn on_its_day(stated: &Found<Moment>, shown: &Found<Moment>) -> Found<Moment> {
    if stated.value.same_day(&shown.value) { finer(stated, shown) } else { shown.clone() }
}

/// Of two statements of one day the one with the time of day; where both have one, and not the same, the shown one.
fn finer(stated: &Found<Moment>, shown: &Found<Moment>) -> Found<Moment> {
    let apart = stated
        .value
        .clock
        .zip(shown.value.clock)
        .is_some_and(|(stated, shown)| (stated.hour, stated.minute) != (shown.hour, shown.minute));
    if stated.value.is_finer(&shown.value) && !apart { stated.clone() } else { shown.clone() }
}

/// The dates of a role, the likeliest first.
fn by_weight(shown: &[Shown], role: Role) -> Vec<&Shown> {
    let mut of_role: Vec<&Shown> = shown.iter().filter(|one| one.role == role).collect();
    of_role.sort_by_key(|one| std::cmp::Reverse(one.weight));
    of_role
}

fn modified(scene: &Scene, shown: Option<&Found<Moment>>) -> Option<Found<Moment>> {
    let (found, _) = stated(scene, Field::Modified).into_iter().next().unzip();
    found.or_else(|| shown.cloned())
}

/// What a date that the head states is about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Of {
    Text,
    /// The page or its record, whatever it holds: publishing systems state it of every page, so it counts where the page
    /// shows it too.
    Page,
}

fn stated(scene: &Scene, field: Field) -> Vec<(Found<Moment>, Of)> {
    let past = |moment: &Moment| moment.year >= 1900 && scene.context.now.is_none_or(|now| !moment.is_after(&now));
    scene
        .head
        .all(field)
        .filter_map(|statement| {
            let value = date::stated(&statement.value, &scene.context).filter(past)?;
            let is_page = statement.place().is_some_and(is_of_record);
            let found = Found { value, origin: statement.origin, node: statement.node };
            Some((found, if is_page { Of::Page } else { Of::Text }))
        })
        .take(16)
        .collect()
}

/// Whether a place states when a page or its record was made, not a text.
fn is_of_record(place: Place) -> bool {
    match place {
        Place::Ld(name) => name.starts_with("webpage.") || name.ends_with("created"),
        Place::Meta(name) | Place::Item(name) => name.ends_with("created"),
        _ => false,
    }
}

/// The day that the page's address holds.
fn in_address(scene: &Scene) -> Option<Found<Moment>> {
    let value = scene.page.url().and_then(date::in_address).filter(|moment| moment.day > 0)?;
    let past = scene.context.now.is_none_or(|now| !value.is_after(&now));
    past.then_some(Found { value, origin: Origin::Url, node: None })
}

/// The dates that the page shows near the article, without those of something else.
fn shown(scene: &Scene, credit: Credit) -> Vec<Shown> {
    let mut out = Vec::from_iter(in_headline(scene));
    let nearest = scene.reads.iter().rposition(|read| read.standing == Standing::Above);
    for (at, read) in scene.reads.iter().enumerate() {
        // A line of nothing but the day just above the headline is as good as one below it.
        let is_next =
            nearest == Some(at) && read.dates.first().is_some_and(|date| date.end - date.start == read.line.text.len());
        let unlabelled = read.standing == Standing::Above && read.labels.is_empty() && !is_next;
        // Above a page of documentation stand versions, at the end of what nobody signed days of other things.
        let is_vague = match scene.content.page_type {
            PageType::Documentation if unlabelled => true,
            _ => credit == Credit::None && read.standing == Standing::Closing,
        };
        let own = read.dates.iter().filter(|dated| !is_of_span(read, dated) && !is_entry(scene, read, dated));
        let weighed = own.filter_map(|dated| weighed(read, dated));
        let weighed = weighed.filter(|shown| shown.role != Role::Published || !is_vague);
        out.extend(weighed.map(|shown| Shown { weight: if is_next { BELOW } else { shown.weight }, ..shown }));
    }
    out
}

/// Whether a day is one end of a span of days, as of an event: `2025-12-12 – 2025-12-17`.
fn is_of_span(read: &Read, dated: &Dated) -> bool {
    let is_span = |from: &Dated, to: &Dated| {
        let between = read.line.text[from.end..to.start].trim();
        ["-", "–", "—", "~", "～", "至", "to", "until", "bis"].contains(&between) && !from.moment.same_day(&to.moment)
    };
    read.dates.windows(2).any(|pair| pair.contains(dated) && is_span(&pair[0], &pair[1]))
}

/// Whether a day that ends one of the first lines of the body is an entry's: another day ends a line further down.
fn is_entry(scene: &Scene, read: &Read, dated: &Dated) -> bool {
    let ends = |read: &Read, dated: &Dated| dated.start > 0 && dated.end == read.line.text.len();
    let is_alike = |other: &Read| {
        let is_other = |date: &Dated| ends(other, date) && !date.moment.same_day(&dated.moment);
        other.standing == Standing::Closing && other.dates.iter().any(is_other)
    };
    let opens = read.standing == Standing::Opening && read.labels.is_empty() && ends(read, dated);
    opens && scene.reads.iter().any(is_alike)
}

/// The `time` within the headline.
fn in_headline(scene: &Scene) -> Option<Shown> {
    let mut inner = scene.page.subtree(scene.headline?).take(40);
    let node = inner.find(|node| scene.page.name(*node) == Name::TIME)?;
    let text = || scene.page.visible_text(node);
    let stated = scene.page.attr(node, Name::DATETIME).map_or_else(text, str::to_owned);
    let value = date::stated(&stated, &scene.context).filter(|moment| moment.day > 0)?;
    let found = Found { value, origin: Origin::Visible, node: Some(node) };
    Some(Shown { found, role: Role::Published, standing: Standing::Below, weight: BELOW })
}

/// A date of a line as one of the article's, where it can be.
fn weighed(read: &Read, dated: &Dated) -> Option<Shown> {
    let label = read.role_at(dated.start);
    let hint = read.hint_at(dated.start);
    let label = label.filter(|label| matches!(label, Role::Published | Role::Modified | Role::Apart));
    let role = match (label, hint) {
        (Some(Role::Apart), _) => return None,
        (Some(Role::Modified), _) | (None, Some(Hint::Modified)) => Role::Modified,
        _ => Role::Published,
    };
    // A day that opens a line and stands before that of the last change is that of publication.
    let opens = dated.start == 0 && read.labels.first().is_some_and(|label| label.role == Role::Modified);
    let labelled = label.is_some() || opens || matches!(hint, Some(Hint::Published | Hint::Modified));
    let next = read.labels.iter().map(|label| label.start).find(|start| *start >= dated.end);
    let rest = dated.start + next.unwrap_or(read.line.text.len()) - dated.end;
    // A sentence that begins with the label goes on as long as it likes: This entry was posted on May 3 and is filed under …
    let begins = read.labels.first().is_some_and(|label| label.start == 0 && label.value.contains(&dated.start));
    let is_short = rest <= 160 || (begins && label.is_some());
    if dated.moment.day == 0 && !labelled {
        return None;
    }
    let place = match read.standing {
        Standing::Below if labelled || is_short => BELOW,
        Standing::Above if labelled || is_short => 6,
        Standing::Opening if labelled || rest <= 80 => 4,
        Standing::Closing | Standing::Behind if labelled && is_short => 2,
        Standing::Closing if rest <= 30 => 2,
        // A time of day alone in its line behind the body.
        Standing::Behind if rest <= 2 && dated.moment.clock.is_some() => 1,
        _ => return None,
    };
    let bonus = u32::from(labelled) + u32::from(dated.moment.clock.is_some());
    let node = read.line.node_at(dated.start);
    Some(Shown {
        found: Found { value: dated.moment, origin: Origin::Visible, node },
        role,
        standing: read.standing,
        weight: place + bonus,
    })
}
