#!/usr/bin/env python3
"""Writes src/text/fold/variants.txt: each traditional character beside its simplified one.

Source: OpenCC (https://github.com/BYVoid/OpenCC, Apache-2.0), from PyPI: `pip install opencc==1.4.2`.
Only pairs of one character each within the Basic Multilingual Plane are kept, in the order of their code points.
"""
import pathlib

import opencc

convert = opencc.OpenCC("t2s").convert


def simplified(char):
    """The character at the end of the chain of conversions from `char`, which OpenCC keeps short."""
    for _ in range(3):
        char = convert(char)
    return char


pairs = []
for code in [*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000)]:
    char = chr(code)
    to = simplified(char)
    if len(to) == 1 and to != char and ord(to) < 0x10000:
        pairs.append(char + to)
path = pathlib.Path(__file__).parent.parent / "src/text/fold/variants.txt"
path.write_text("".join(pairs), encoding="utf-8")
print(len(pairs), "pairs")
