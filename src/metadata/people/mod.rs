//! People: authors and editors by name, from by-lines and from what the head states.

mod choose;
pub(super) mod names;
mod roles;
mod unlabelled;

use super::head::Head;
use super::statement::{Field, Place, Statement};

pub(super) use choose::{authors, editors};
pub(super) use names::{Naming, is_cjk_name, names};

/// The authors that the head names: those of the best place whose value holds a name.
pub(super) fn stated(head: &Head) -> Vec<String> {
    let mut rank = None;
    let mut out: Vec<String> = Vec::new();
    for statement in head.all(Field::Author) {
        if rank.is_some_and(|rank| rank != statement.rank) {
            break;
        }
        for name in names(&turned(statement), Naming::Stated) {
            rank = Some(statement.rank);
            push_new(&mut out, name);
        }
    }
    out
}

/// What a statement says, a family name that stands first (`Lee, Ann`) behind: so catalogues write names.
pub(super) fn turned(statement: &Statement) -> String {
    let value = statement.value.as_str();
    let catalogue =
        matches!(statement.place(), Some(Place::Meta(name)) if name.starts_with("citation_") || name.starts_with("dc"));
    match value.split_once(", ").filter(|(_, given)| catalogue && !given.contains([',', ';', '&'])) {
        Some((family, given)) if family.split(' ').count() <= 3 => format!("{given} {family}"),
        _ => value.to_owned(),
    }
}

/// Adds a name that is not there yet, whatever its case; a list of people has at most 40.
pub(super) fn push_new(list: &mut Vec<String>, name: String) {
    if list.len() < 40 && !list.iter().any(|other| other.to_lowercase() == name.to_lowercase()) {
        list.push(name);
    }
}
