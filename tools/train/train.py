"""Learns the weights of src/content/weights: python3 tools/train/train.py [CORPUS.jsonl.gz] [--folds]

Reads WCXB (CC-BY-4.0, Murrough Foley: the development split), has the library itself compute the features of each block
(tools/train/samples.rs), learns from the open part of the fold, writes the tables, and prints what they are worth on the
untouched part; with --folds also out of fold over the open part, in five groups of sites.
"""
import gzip
import json
import re
import subprocess
import sys
import zlib
from collections import Counter, defaultdict
from multiprocessing import Pool
from pathlib import Path

import lightgbm
import numpy

from labels import label, words

ROOT = Path(__file__).resolve().parents[2]
SECOND = set("co com org net gov ac edu ne or go gob gouv".split())
SETTINGS = dict(
    objective="binary", learning_rate=0.1, max_bin=255, min_sum_hessian_in_leaf=0.5, min_data_in_leaf=50, lambda_l2=1.0,
    feature_fraction=0.6, bagging_fraction=0.7, bagging_freq=1, seed=7, deterministic=True, num_threads=2, verbose=-1,
)
# name, trees, leaves, the kinds of pages it learns from
MODELS = [
    ("pages", 120, 24, None),
    ("articles", 100, 16, {"article", "documentation"}),
]
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
        self.kind, self.site = row["type"], site(row)
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
        return weights * self.open

    def f1(self, kept):
        got = Counter(word for block, keep in zip(self.words, kept) if keep for word in block)
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


def learn(pages, trees, leaves, kinds):
    chosen = [page for page in pages if len(page.length) and (kinds is None or page.kind in kinds)]
    weights = [page.weights() for page in chosen]
    rows = [weight > 0 for weight in weights]
    features = numpy.concatenate([page.features[some] for page, some in zip(chosen, rows)])
    labels = numpy.concatenate([page.labels[some] for page, some in zip(chosen, rows)])
    weight = numpy.concatenate([weight[some] for weight, some in zip(weights, rows)])
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


def out_of_fold(pages, settings):
    found = defaultdict(list)
    for fold in range(5):
        held = [page for page in pages if zlib.crc32(b"f" + page.site.encode()) % 5 == fold]
        part = scores(learn([page for page in pages if page not in held], *settings), held)
        for key, values in part.items():
            found[key] += values
    return found


def show(name, found):
    cells = (f"{key} {numpy.mean(values):.3f}" for key, values in sorted(found.items()))
    print(f"{name:24}" + "  ".join(cells), flush=True)


def flat(tree):
    """A tree's splits (feature, threshold, left, right; a leaf is 128 + its number) and its leaves' values."""
    splits, leaves = [], []
    if "leaf_value" in tree:
        raise ValueError("a tree without splits has no place in the table")

    def visit(node):
        if "leaf_value" in node:
            leaves.append(round(node["leaf_value"] * STEPS))
            return 128 + len(leaves) - 1
        index = len(splits)
        splits.append(None)
        left, right = visit(node["left_child"]), visit(node["right_child"])
        splits[index] = (node["split_feature"], int(node["threshold"]), left, right)
        return index

    visit(tree)
    return splits, leaves


def lines(cells):
    out, line = [], "   "
    for cell in cells:
        if len(line) + len(cell) + 2 > 158:
            out.append(line)
            line = "   "
        line += f" {cell},"
    return "\n".join(out + [line])


def write(name, model, kinds):
    trees = [flat(tree["tree_structure"]) for tree in model.dump_model()["tree_info"]]
    starts = numpy.cumsum([0] + [len(splits) for splits, _ in trees])
    of = "all kinds" if kinds is None else "the kinds " + " and ".join(sorted(kinds))
    text = f"""//! Weights learnt from WCXB (CC-BY-4.0, Murrough Foley), open part, {of}: made by `tools/train/train.py`, not by hand.

use crate::content::model::Model;

#[rustfmt::skip]
pub(in crate::content) const {name.upper()}: Model = Model {{
    starts: &[
{lines(str(start) for start in starts)}
    ],
    splits: &[
{lines("[%d,%d,%d,%d]" % split for splits, _ in trees for split in splits)}
    ],
    leaves: &[
{lines(str(leaf) for _, leaves in trees for leaf in leaves)}
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


def main():
    corpus = next((arg for arg in sys.argv[1:] if not arg.startswith("-")), ROOT / "../shared/corpora/wcxb-dev.jsonl.gz")
    pages = read(corpus)
    learnt = [page for page in pages if not page.untouched]
    untouched = [page for page in pages if page.untouched]
    for name, *settings in MODELS:
        model = learn(learnt, *settings)
        write(name, model, settings[-1])
        show(f"{name}, untouched", scores(model, untouched))
        if "--folds" in sys.argv:
            show(f"{name}, out of fold", out_of_fold(learnt, settings))


if __name__ == "__main__":
    main()
