"""Learns the weights of src/content/weights: python3 tools/train/train.py [CORPUS.jsonl.gz] [--folds]

Reads WCXB (CC-BY-4.0, Murrough Foley: the development split), has the library itself compute the features of each block
(tools/train/samples.rs), learns from the open part of the fold, writes the tables, and prints what each alone is worth on
the untouched part. With --folds it first learns five times without a fifth of all sites, builds the command line with those
tables, and prints how it does on the pages of that fifth: the whole pipeline, cross-validated by site.
"""
import csv
import gzip
import json
import re
import subprocess
import sys
import zlib
from collections import Counter, defaultdict
from functools import cache
from multiprocessing import Pool
from pathlib import Path

import lightgbm
import numpy

from labels import label, words

ROOT = Path(__file__).resolve().parents[2]
SECOND = set("co com org net gov ac edu ne or go gob gouv".split())
SETTINGS = dict(
    objective="binary", learning_rate=0.1, max_bin=255, min_sum_hessian_in_leaf=0.5, min_data_in_leaf=50, lambda_l2=1.0,
    feature_fraction=0.6, bagging_fraction=0.7, bagging_freq=1, seed=7, deterministic=True, num_threads=1, verbose=-1,
)
# name, trees, leaves, the kinds of pages it learns from
MODELS = [
    ("pages", 120, 31, None),
    ("articles", 100, 16, {"article", "documentation"}),
]
ROWS = 90_000  # about how many blocks a table is learnt from, drawn by their weight
ISLANDS = 2.5  # what a page counts for whose body is taken as islands, beside one taken as one text
FOLDS = 5
STEPS = 512  # steps of a leaf's value to one unit of log odds


def site(row):
    """The registered domain of a page, else its id."""
    match = re.match(r"[a-z]+://(?:[^/@]*@)?([^/:?#]+)", (row.get("url") or "").lower())
    if not match:
        return row["id"]
    parts = match.group(1).split(".")
    size = 3 if len(parts) > 2 and len(parts[-1]) == 2 and parts[-2] in SECOND else 2
    return match.group(1) if re.fullmatch(r"[\d.]+", match.group(1)) else ".".join(parts[-size:])


class Page:
    """The blocks of a page: features, lengths, masks, labels, words."""

    def __init__(self, row, sample, labels):
        blocks = sample["blocks"]
        self.row, self.kind, self.site = row, row["type"], site(row)
        self.is_one = sample["one"]
        self.untouched = zlib.crc32(self.site.encode()) % 3 == 0
        self.truth = Counter(words(row["expected"]["textContent"] or ""))
        self.words = [words(block[0]) for block in blocks]
        self.length = numpy.array([block[1] for block in blocks], float)
        self.open = numpy.array([not block[2] for block in blocks], bool)
        self.features = numpy.array([list(bytes.fromhex(block[3])) for block in blocks], numpy.uint8)
        self.labels = numpy.array(labels, numpy.uint8)

    def weights(self):
        """A block weighs its share of the truth; what is to be left out weighs twice the truth at most."""
        weights = numpy.array([len(block) for block in self.words], float) / max(40, sum(self.truth.values()))
        against = (self.labels == 0) & self.open
        if weights[against].sum() > 2:
            weights[against] *= 2 / weights[against].sum()
        return weights * self.open * (1 if self.is_one else ISLANDS)

    def f1(self, kept):
        return self.f1_of(word for block, keep in zip(self.words, kept) if keep for word in block)

    def f1_of(self, found):
        got = Counter(found)
        size, want = sum(got.values()), sum(self.truth.values())
        return 2 * sum((got & self.truth).values()) / (size + want) if size and want else float(size == want)


def best_cut(chance, length):
    """The prefix by chance with the highest expected F1; nothing where that is below .3."""
    order = numpy.argsort(-chance, kind="stable")
    expected = chance[order] * length[order]
    kept = numpy.zeros(len(chance), bool)
    if expected.sum() > 0:
        f1 = 2 * numpy.cumsum(expected) / (numpy.cumsum(length[order]) + expected.sum())
        if f1.max() >= 0.3:
            kept[order[: f1.argmax() + 1]] = True
    return kept


def least_weight(weights):
    """The weight that stands for all below it, when of those a share by their weight is drawn and `ROWS` are left."""
    low, high = 1e-12, float(weights.max())
    for _ in range(50):
        middle = (low * high) ** 0.5
        if numpy.minimum(1, weights / middle).sum() > ROWS:
            low = middle
        else:
            high = middle
    return high


def learn(pages, trees, leaves, kinds):
    chosen = [page for page in pages if len(page.length) and (kinds is None or page.kind in kinds)]
    weight = numpy.concatenate([page.weights() for page in chosen])
    least = least_weight(weight)
    drawn = numpy.random.RandomState(SETTINGS["seed"]).rand(len(weight)) < weight / least
    weight = numpy.maximum(weight, least)[drawn]
    features = numpy.concatenate([page.features for page in chosen])[drawn]
    labels = numpy.concatenate([page.labels for page in chosen])[drawn]
    data = lightgbm.Dataset(features, labels, weight=weight * len(weight) / weight.sum())
    return lightgbm.train(dict(SETTINGS, num_leaves=leaves), data, trees)


def scores(model, pages):
    found = defaultdict(list)
    for page in pages:
        kept = []
        if len(page.length):
            kept = best_cut(model.predict(page.features, num_threads=1) * page.open, page.length)
        for key in ("all", page.kind):
            found[key].append(page.f1(kept))
    return found


def out_of_fold(pages):
    """The F1 of each page by the command line built with tables that were learnt without its site."""
    found = defaultdict(list)
    for fold in range(FOLDS):
        held = [page for page in pages if zlib.crc32(b"f" + page.site.encode()) % FOLDS == fold]
        write_all([page for page in pages if page not in held])
        subprocess.run(["cargo", "build", "--release", "--quiet", "--bin", "rubricate"], cwd=ROOT, check=True)
        rows = "".join(json.dumps({key: page.row[key] for key in ("id", "url", "html")}) + "\n" for page in held)
        command = [ROOT / "target/release/rubricate", "extract", "--jsonl"]
        given = subprocess.run(command, input=rows.encode(), stdout=subprocess.PIPE, check=False).stdout.splitlines()
        for page, answer in zip(held, map(json.loads, given), strict=True):
            value = page.f1_of(words(answer.get("textContent") or ""))
            for key in ("all", page.kind) + ("undrafted",) * (page.row["id"] in undrafted()):
                found[key].append(value)
    return found


@cache
def undrafted():
    """The pages whose truth no peer drafted, by id."""
    with (ROOT / "../shared/corpora/peers-wcxb-dev.csv").open(encoding="utf-8") as lines:
        return {row["id"] for row in csv.DictReader(lines) if row["drafted"] == "0"}


def show(name, found):
    cells = (f"{key} {numpy.mean(values):.3f}" for key, values in sorted(found.items()))
    print(f"{name:24}" + "  ".join(cells), flush=True)


def flat(tree):
    """A tree's splits, each before its left and that before its right (feature, threshold, which children are leaves), and its leaves' values."""
    splits, leaves = [], []
    if "leaf_value" in tree:
        raise ValueError("a tree without splits has no place in the table")

    def visit(node):
        if "leaf_value" in node:
            return leaves.append(round(node["leaf_value"] * STEPS))
        left, right = node["left_child"], node["right_child"]
        splits.append((node["split_feature"], int(node["threshold"]), ("leaf_value" in left) + 2 * ("leaf_value" in right)))
        visit(left)
        visit(right)

    visit(tree)
    return splits, leaves


def lines(cells):
    out, line = [], "   "
    for cell in map(str, cells):
        if len(line) + len(cell) + 2 > 158:
            out.append(line)
            line = "   "
        line += f" {cell},"
    return "\n".join(out + [line])


def write(name, model, kinds):
    trees = [flat(tree["tree_structure"]) for tree in model.dump_model()["tree_info"]]
    features, highest, leafy = zip(*(split for splits, _ in trees for split in splits))
    of = "all kinds" if kinds is None else "the kinds " + " and ".join(sorted(kinds))
    text = f"""//! Weights learnt from WCXB (CC-BY-4.0, Murrough Foley), open part, {of}: made by `tools/train/train.py`, not by hand.

use crate::content::model::Table;

#[rustfmt::skip]
pub(super) const {name.upper()}: Table = Table {{
    features: &[
{lines(features)}
    ],
    highest: &[
{lines(highest)}
    ],
    leafy: &[
{lines(leafy)}
    ],
    leaves: &[
{lines(leaf for _, leaves in trees for leaf in leaves)}
    ],
}};
"""
    (ROOT / f"src/content/weights/{name}.rs").write_text(text)


def labelled(task):
    row, sample = task
    return label([block[0] for block in sample["blocks"]], row["expected"]["textContent"] or "")


def read(corpus):
    """The pages of a corpus with their features and labels."""
    command = ["cargo", "run", "--release", "--quiet", "--example", "samples"]
    with gzip.open(corpus) as source:
        lines = source.read()
    samples = subprocess.run(command, cwd=ROOT, input=lines, stdout=subprocess.PIPE, check=True).stdout.splitlines()
    tasks = list(zip(map(json.loads, lines.splitlines()), map(json.loads, samples[1:]), strict=True))
    with Pool() as pool:
        labels = pool.map(labelled, tasks, 8)
    return [Page(row, sample, found) for (row, sample), found in zip(tasks, labels)]


def write_all(pages):
    """Learns every table from some pages and writes it."""
    models = {name: learn(pages, *settings) for name, *settings in MODELS}
    for name, *settings in MODELS:
        write(name, models[name], settings[-1])
    return models


def main():
    corpus = next((arg for arg in sys.argv[1:] if not arg.startswith("-")), ROOT / "../shared/corpora/wcxb-dev.jsonl.gz")
    pages = read(corpus)
    learnt = [page for page in pages if not page.untouched]
    untouched = [page for page in pages if page.untouched]
    if "--folds" in sys.argv:
        show("out of fold", out_of_fold(pages))
    for name, model in write_all(learnt).items():
        show(f"{name}, untouched", scores(model, untouched))


if __name__ == "__main__":
    main()
