"""Which blocks of a page are of its body: labels made from the text that people marked."""
import re
from collections import Counter

WORD = re.compile(r"\w+")
COVERED = 0.6  # the share of a block's runs of four words that must stand in the truth
SHORT = 6  # words below which a block is kept only as a whole line or between two kept ones


def words(text):
    return WORD.findall(text.lower())


def runs(found):
    """Runs of four words; of a shorter text its words as one run."""
    return [tuple(found[i:i + 4]) for i in range(max(1, len(found) - 3))] if found else []


def covered(blocks, truth):
    """First labels: blocks whose runs stand in the truth, each run as often as it stands there."""
    budget = Counter(runs(words(truth)))
    lines = Counter(" ".join(words(line)) for line in truth.split("\n"))
    labels = []
    for block in blocks:
        if len(block) < SHORT:
            line = " ".join(block)
            labels.append(int(bool(block) and lines[line] > 0))
            lines[line] -= 1
            continue
        mine = Counter(runs(block))
        shared = mine & budget
        keep = sum(shared.values()) >= COVERED * sum(mine.values())
        if keep:
            budget -= shared
        labels.append(int(keep))
    return labels


def between(blocks, labels):
    """Short blocks between two kept ones may be kept: the flips decide."""
    for i in range(1, len(blocks) - 1):
        if len(blocks[i]) < SHORT and labels[i - 1] and labels[i + 1]:
            labels[i] = 1
    return labels


def f1(shared, got, want):
    return 2 * shared / (got + want) if got + want else 1.0


def flips(blocks, labels, want):
    """Flips single labels while that raises the page's F1 over words."""
    total = sum(want.values())
    got = Counter(word for block, keep in zip(blocks, labels) if keep for word in block)
    shared, size = sum((got & want).values()), sum(got.values())
    for _ in range(3):
        changed = False
        for i, block in enumerate(blocks):
            mine = Counter(block)
            if labels[i]:
                change = sum(min(got[w] - n, want[w]) - min(got[w], want[w]) for w, n in mine.items())
            else:
                change = sum(min(got[w] + n, want[w]) - min(got[w], want[w]) for w, n in mine.items())
            step = -len(block) if labels[i] else len(block)
            if f1(shared + change, size + step, total) > f1(shared, size, total) + 1e-9:
                if labels[i]:
                    got.subtract(mine)
                else:
                    got.update(mine)
                labels[i] = 1 - labels[i]
                shared, size, changed = shared + change, size + step, True
        if not changed:
            break
    return labels


def label(texts, truth):
    """1 for each block of the body, 0 for the others."""
    blocks = [words(text) for text in texts]
    return flips(blocks, between(blocks, covered(blocks, truth)), Counter(words(truth)))
