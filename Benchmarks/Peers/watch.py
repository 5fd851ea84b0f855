# SPDX-License-Identifier: Apache-2.0
"""The script that somebody would write instead: inotifywait | watch.py FOLDER.

It stays in memory, as a careful author would have it; reads each report named on standard input, takes tasks by their
ordinals, sums and times by JioNLP, compares with the report before by difflib, and tells it by logger.
"""
import difflib
import logging
import pathlib
import re
import subprocess
import sys

import jionlp

logging.disable()                                                        # JioNLP logs what it cannot read
ORDINAL = re.compile(r"[一二三四五六七八九十]+是([^。；]+)")
folder, last = pathlib.Path(sys.argv[1]), []
jionlp.ner.extract_time("2023年2月")                                    # loads its tables
print("ready", flush=True)
for line in sys.stdin:
    name = line.strip()
    text = (folder / name).read_text(errors="replace")
    tasks = ORDINAL.findall(text)
    figures = jionlp.ner.extract_money(text)
    times = jionlp.ner.extract_time(text)
    changes = [row for row in difflib.ndiff(last, tasks) if row[:1] in "+-"]
    last = tasks
    story = f"{name}: {len(tasks)} tasks, {len(changes)} changes, {len(figures)} sums, {len(times)} times"
    entry = f"MESSAGE={story}\nSYSLOG_IDENTIFIER=watch\nPEER_FILE={name}\n"
    subprocess.run(["logger", "--journald"], input=entry, text=True)
