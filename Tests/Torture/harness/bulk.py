# SPDX-License-Identifier: Apache-2.0
"""Reports as they come in bulk: each of another place and year, made from the example texts of the repository."""
import os
import random
import re
from pathlib import Path

from . import reports

BASES = ["2024/2024-04-12-lanpu", "2022/2022-04-08-lanpu", "2021/2021-04-02-lanpu", "2024/2024-03-28-yunxiu",
         "2022/2022-03-24-yunxiu", "2023/2023-03-30-lanpu", "2025/2025-04-11-lanpu"]
YEARS = range(2025, 1993, -1)


class BulkReports:
    """Made by number; `top` is the repository, whose example texts and table of divisions are used.

    TORTURE_PLACES= lets few files be of few places and many years, as many files are of themselves.
    """

    def __init__(self, top: Path, seed: int = 1):
        self.seed = seed
        self.texts = [(path, (top / f"seeds/example/{path}-minzheng.txt").read_text()) for path in BASES]
        rows = [line.split("\t") for line in (top / "config/lexicon/divisions.tsv").read_text().splitlines()
                if line and not line.startswith("#")]
        names = {row[0]: row for row in rows}
        self.places = []
        for row in rows:
            if row[3] in ("county", "prefecture") and (len(row) < 7 or not row[6]):
                parts, code = [], row[0]
                while code and code != "000000":
                    parts.insert(0, names[code][1])
                    code = names[code][4]
                self.places.append(("".join(parts), row[1]))
        random.Random(seed).shuffle(self.places)
        self.places = self.places[:int(os.environ.get("TORTURE_PLACES", len(self.places)))]

    def make(self, number: int):
        """The file's name and bytes; those of a year come together, about 3,000, the latest year first."""
        whole, place = self.places[number % len(self.places)]
        year = YEARS[number // len(self.places) % len(YEARS)]
        dice = random.Random(f"{self.seed}/{number}")
        path, text = self.texts[dice.randrange(len(self.texts))]
        own = int(path[:4])
        body = text.split("\n", 2)[2]
        for city in ("澜浦", "云岫", "瀚海"):
            body = body.replace(city + "市", place).replace(city, place)
        body = re.sub(r"20\d\d(?=年)", lambda m: str(int(m[0]) - own + year), body)
        body = re.sub(r"\d+(?:\.\d+)?(?=[张家个户人元亿万名件对例%])", lambda m: _jitter(m[0], dice), body)
        body = re.sub(r"^\d+月\d+日|^\d+日|^昨日|^近日|^日前", "", body, flags=re.M)
        day = f"{year}年{dice.randint(1, 6)}月{dice.randint(1, 28)}日"
        head = f"{whole}{year}年民政工作会议召开\n{day}，{whole}民政工作会议召开。"
        return f"{number:06d}-{year}.txt", f"{head}\n{body}\n（第{number}号）\n".encode()


class ShortReports(BulkReports):
    """A few lines each, with three tasks and five figures; every one of another place or year."""

    def make(self, number: int):
        whole, _ = self.places[number % len(self.places)]
        year = YEARS[number // len(self.places) % len(YEARS)]
        return f"{number:06d}-{year}.txt", reports.report(whole, year, f"{self.seed}/{number}")


def _jitter(digits: str, dice) -> str:
    value = float(digits) * dice.uniform(0.8, 1.25)
    return f"{value:.{len(digits.split('.')[1])}f}" if "." in digits else str(max(1, round(value)))
