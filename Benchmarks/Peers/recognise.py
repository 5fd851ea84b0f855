# SPDX-License-Identifier: Apache-2.0
"""Reads each FILE by a general recogniser, ROUNDS times: recognise.py jionlp|cn2an|difflib ROUNDS FILE…

jionlp finds sums and times, cn2an turns numerals into numbers, difflib compares the sentences of two files. None of
them finds tasks, indicators, targets or whose meeting it was: they are what such a script would begin with.
"""
import difflib
import logging
import os
import pathlib
import sys
import warnings

warnings.simplefilter("ignore")
logging.disable()


def jionlp(texts):
    import jionlp
    return lambda: [(jionlp.ner.extract_money(text), jionlp.ner.extract_time(text)) for text in texts]


def cn2an(texts):
    import cn2an
    return lambda: [cn2an.transform(text, "cn2an") for text in texts]


def compare(texts):
    sentences = [text.replace("。", "。\n").splitlines() for text in texts]
    return lambda: list(difflib.ndiff(*sentences[:2]))


name, rounds, *files = sys.argv[1:]
sys.stdout = open(os.devnull, "w")
work = {"jionlp": jionlp, "cn2an": cn2an, "difflib": compare}[name]([pathlib.Path(f).read_text() for f in files])
for _ in range(int(rounds)):
    work()
