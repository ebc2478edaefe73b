//! Learnt tables: data, made by one seeded command (`tools/train/train.py`) and checked in.

mod articles;
mod pages;

pub(super) use articles::ARTICLES;
pub(super) use pages::PAGES;
