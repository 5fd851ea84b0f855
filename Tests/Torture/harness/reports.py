# SPDX-License-Identifier: Apache-2.0
"""Small reports of work meetings, each with a token that no other has."""

import itertools
import random

PLACES = ["浙江省", "江苏省", "山东省", "河北省", "四川省", "湖北省", "湖南省", "福建省", "云南省", "贵州省", "陕西省", "甘肃省"]
WORKS = ["健全养老服务体系", "完善社会救助制度", "加强儿童福利工作", "提升殡葬管理水平", "规范社会组织发展", "推进基层社区治理", "做好残疾人保障"]

_numbers = itertools.count(1)


def report(place=None, year=None, seed=None):
    """The bytes of a short report, unlike any other; place and year are drawn where they are not given."""
    number = next(_numbers)
    dice = random.Random(f"{seed} {number}")
    place = place or dice.choice(PLACES)
    year = year or dice.randint(2012, 2025)
    works = dice.sample(WORKS, 3)
    lines = [
        f"{year}年{place}民政工作会议召开",
        f"{year}年2月{dice.randint(1, 28)}日，{place}民政工作会议召开。会议指出，{year - 1}年全省新增养老床位{number}张，"
        f"救助{dice.randint(1, 99)}万人次。",
        f"会议强调，{year}年要抓好三项工作：",
        f"一是{works[0]}，新增床位{dice.randint(1000, 90000)}张。",
        f"二是{works[1]}，惠及{dice.randint(1, 99)}.{number % 10}万人。",
        f"三是{works[2]}，建成示范点{number}个。",
    ]
    return "\n".join(lines).encode() + b"\n"


#: What may become of a report: a digest, or a source where another report of that meeting came before.
TOLD = ("digest", "source", "duplicate")


def bulletin():
    """A text without a meeting, with a figure: its outcome is `source`."""
    return f"全省养老服务统计公报\n截至去年底，全省养老床位{next(_numbers)}张。\n".encode()


def noise():
    """A text that is neither: its outcome is `rejected`."""
    return f"今天天气晴朗，适合出游。编号甲{next(_numbers)}乙\n".encode()


def some(dice):
    """One of the three; every second one is a report."""
    return dice.choice([report, report, bulletin, noise])()
