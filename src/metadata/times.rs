//! When the article was published and last changed.

use super::Origin;
use super::date::{self, Dated, Moment};
use super::scene::{Read, Scene};
use super::statement::{Field, Found};
use super::visible::{Hint, Role, Standing};

/// A date that the page shows, and how likely it is the article's.
struct Shown {
    found: Found<Moment>,
    role: Role,
    weight: u32,
}

/// The time of publication, and that of the last change.
pub(super) fn decide(scene: &Scene) -> (Option<Found<Moment>>, Option<Found<Moment>>) {
    if !scene.is_text() {
        return (None, None);
    }
    let shown = shown(scene);
    let best = |role: Role| {
        let of_role = shown.iter().filter(|one| one.role == role);
        of_role.fold(None, |best: Option<&Shown>, one| best.filter(|best| best.weight >= one.weight).or(Some(one)))
    };
    let visible = best(Role::Published);
    let modified = modified(scene, best(Role::Modified).map(|one| &one.found));
    let published = published(scene, visible);
    (published, modified)
}

/// Of the dates that the head states and the best that the page shows: one that both name, at the better precision,
/// else the head's where two of its places agree or the page shows none, else the shown one.
fn published(scene: &Scene, visible: Option<&Shown>) -> Option<Found<Moment>> {
    let stated = stated(scene, Field::Published);
    let Some(visible) = visible else { return stated.into_iter().next().or_else(|| in_address(scene)) };
    let shown = &visible.found;
    if let Some(same) = stated.iter().find(|found| found.value.same_day(&shown.value)) {
        let apart = shown
            .value
            .clock
            .zip(same.value.clock)
            .is_some_and(|(shown, same)| (shown.hour, shown.minute) != (same.hour, same.minute));
        return Some(if same.value.is_finer(&shown.value) && !apart { same.clone() } else { shown.clone() });
    }
    stated.into_iter().next().or_else(|| Some(shown.clone()))
}

fn modified(scene: &Scene, shown: Option<&Found<Moment>>) -> Option<Found<Moment>> {
    stated(scene, Field::Modified).into_iter().next().or_else(|| shown.cloned())
}

fn stated(scene: &Scene, field: Field) -> Vec<Found<Moment>> {
    let past = |moment: &Moment| moment.year >= 1900 && scene.context.now.is_none_or(|now| !moment.is_after(&now));
    scene
        .head
        .all(field)
        .filter_map(|statement| {
            let value = date::stated(&statement.value, &scene.context).filter(past)?;
            Some(Found { value, origin: statement.origin, node: statement.node })
        })
        .take(16)
        .collect()
}

/// The day that the page's address holds.
fn in_address(scene: &Scene) -> Option<Found<Moment>> {
    let value = scene.page.url().and_then(date::in_address).filter(|moment| moment.day > 0)?;
    let past = scene.context.now.is_none_or(|now| !value.is_after(&now));
    past.then_some(Found { value, origin: Origin::Url, node: None })
}

fn shown(scene: &Scene) -> Vec<Shown> {
    let mut out = Vec::new();
    for read in &scene.reads {
        for dated in &read.dates {
            out.extend(weighed(read, dated));
        }
    }
    out
}

/// A date of a line as one of the article's, where it can be.
fn weighed(read: &Read, dated: &Dated) -> Option<Shown> {
    let label = read.role_at(dated.start);
    let hint = read.hint_at(dated.start);
    let role = match (label, hint) {
        (Some(Role::Modified), _) | (None, Some(Hint::Modified)) => Role::Modified,
        _ => Role::Published,
    };
    let labelled = matches!(label, Some(Role::Published | Role::Modified))
        || matches!(hint, Some(Hint::Published | Hint::Modified));
    let rest = read.line.text.len() - (dated.end - dated.start);
    let is_short = rest <= 160;
    if dated.moment.day == 0 && !labelled {
        return None;
    }
    let place = match read.standing {
        Standing::Below if labelled || is_short => 8,
        Standing::Above if labelled || is_short => 6,
        Standing::Opening if labelled || rest <= 80 => 4,
        Standing::Closing | Standing::Behind if labelled || (read.standing == Standing::Closing && rest <= 30) => 2,
        _ => return None,
    };
    let bonus = u32::from(labelled) + u32::from(dated.moment.clock.is_some());
    let node = read.line.node_at(dated.start);
    Some(Shown { found: Found { value: dated.moment, origin: Origin::Visible, node }, role, weight: place + bonus })
}
