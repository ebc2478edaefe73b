//! Learnt tables: data, made by one seeded command (`tools/train/train.py`) and checked in.

mod articles;
mod pages;

use std::sync::LazyLock;

use super::model::Model;

/// For pages of every kind.
pub(super) static PAGES: LazyLock<Model> = LazyLock::new(|| Model::grow(&pages::PAGES));
/// For one text.
pub(super) static ARTICLES: LazyLock<Model> = LazyLock::new(|| Model::grow(&articles::ARTICLES));
