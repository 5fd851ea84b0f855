# SPDX-License-Identifier: Apache-2.0
"""Texts in every charset, whole, with bytes lost, cut in a character, with others among them."""

from .common import BODY, REPORT, TITLE

CHARSETS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "gb18030", "gbk", "gb2312", "hz",
            "big5", "big5hkscs", "euc_jp", "shift_jis", "iso2022_jp", "euc_kr", "utf-7", "koi8-r", "cp037"]
READ = {"utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "gbk", "gb2312"}
TRADITIONAL = str.maketrans("会议开总结务发养临时资万强调体系动态监测设个规组织", "會議開總結務發養臨時資萬強調體系動態監測設個規組織")


def animals():
    for charset in CHARSETS:
        text = REPORT.translate(TRADITIONAL) if charset.startswith("big5") else REPORT
        data = text.encode(charset, "replace")
        any_answer = "text" if charset in READ else "text|binary"
        for title, answers, changed in [
                ("whole", any_answer, data), ("twenty-times", any_answer, data * 20),
                ("one-byte-lost", "text|binary", data[:200] + data[201:]), ("one-byte-more", "text|binary", data[:200] + b"\x81" + data[200:]),
                ("a-byte-lost-in-fifty", "text|binary", b"".join(data[at:at + 49] for at in range(0, len(data), 50))),
                ("cut", "text|binary", data[:-3]), ("first-byte-lost", "text|binary", data[1:]), ("zeros-behind", "text|binary", data + bytes(500)),
                ("beside-utf-8", "text|binary", data + REPORT.encode()), ("within-utf-8", "text|binary", REPORT.encode() + data + REPORT.encode()),
                ("one-line", "text|binary", TITLE.encode(charset, "replace"))]:
            yield f"{charset}-{title}.txt", answers, changed
    yield from marks()


def marks():
    for title, data in {"utf-8": b"\xef\xbb\xbf", "le": b"\xff\xfe", "be": b"\xfe\xff", "utf-32": b"\xff\xfe\0\0", "odd": b"\xff\xfe\x4f"}.items():
        yield f"mark-{title}-only.txt", "text|binary|empty", data
        yield f"mark-{title}-before-utf-8.txt", "text|binary", data + REPORT.encode()
    hostile = {
        "overlong": b"\xc0\xaf\xe0\x80\xaf\xf0\x80\x80\xaf" * 100, "surrogates": b"\xed\xa0\x80\xed\xb0\x80" * 100, "beyond": b"\xf4\x90\x80\x80\xf7\xbf\xbf\xbf" * 100,
        "five-bytes": b"\xf8\x88\x80\x80\x80" * 100, "continuations": b"\x80" * 1_000, "leads": b"\xe4" * 1_000, "lone-le": b"\xd8\xff" * 500}
    for title, data in hostile.items():
        yield f"{title}.txt", "text|binary", data
        yield f"{title}-in-a-report.txt", "text|binary", TITLE.encode() + data[:30] + "\n".join(BODY).encode()
    controls = {
        "escapes": "\x1b[2J\x1b]0;x\x07", "bells": "\x07" * 10, "backspaces": "\x08" * 10, "returns": "\rMINUTED_EVENT=digest\r", "bidi": "\u202e\u2066\u2069",
        "joiners": "\u200b\u200c\u200d\ufeff" * 50, "separators": "\u2028\u2029\x85", "tags": "".join(map(chr, range(0xE0020, 0xE007F))), "marks": "\u0301" * 10_000,
        "not-characters": "\ufffe\uffff\U0010ffff", "private": "\ue000\U000f0000", "newlines": "\n" * 100_000}
    for title, text in controls.items():
        yield f"control-{title}.txt", "text|binary", REPORT.replace("会议", f"会{text}议").encode()
