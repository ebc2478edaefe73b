"""CPU time of a Python package that finds keywords: rows {"text","lang"} on standard input, milliseconds a row. keywords.py yake|jieba"""
import json
import logging
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "target" / "python-peers"))


def yake_of():
    import yake

    extractor = yake.KeywordExtractor(lan="en", top=20)
    return extractor.extract_keywords


def jieba_of():
    import jieba
    import jieba.analyse

    jieba.setLogLevel(logging.ERROR)
    jieba.initialize()
    return lambda text: jieba.analyse.extract_tags(text, topK=20)


extract = {"yake": yake_of, "jieba": jieba_of}[sys.argv[1]]()
extract("warm up, warm up")
for line in sys.stdin:
    text = json.loads(line)["text"]
    start = time.process_time()
    extract(text)
    print((time.process_time() - start) * 1e3)
