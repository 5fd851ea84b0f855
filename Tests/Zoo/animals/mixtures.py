# SPDX-License-Identifier: Apache-2.0
"""Files that are two things, files under another's name, files that are nothing."""

import pathlib
import random

from . import office, pages, pdfs
from .common import REPORT, TITLE, Entry, archive, packed

ANY = "text|binary|damaged|empty|format|scanned|too-large"
DOCUMENTS = pathlib.Path(__file__).resolve().parents[2] / "Fixtures/documents"


def animals():
    yield from both()
    yield from renamed()
    yield from nothing()
    yield from sizes()


def both():
    zip_, pdf, page = packed({"a.txt": REPORT}), pdfs.pdf(), pages.page(pages.ARTICLE)
    word = office.docx(office.WORD.format(office.paragraph_docx(TITLE)))
    picture = b"GIF89a\x01\0\x01\0\0\0\0;"
    for title, answers, data in [
            ("pdf-and-zip", "text", pdf + zip_), ("pdf-in-a-zip-of-no-compression", ANY, packed({"a.pdf": pdf}, 0)), ("zip-with-a-pdf-before", ANY, zip_ + pdf),
            ("zip-named-pdf", ANY, archive([Entry("%PDF-1.7", REPORT.encode())])), ("word-named-pdf", ANY, archive(
                [Entry("%PDF-1.7.txt", b""), Entry("word/document.xml", office.WORD.format(office.paragraph_docx(TITLE)).encode())])),
            ("page-and-zip", ANY, page + zip_), ("page-and-pdf", ANY, page + pdf), ("pdf-and-page", "text", pdf + page), ("pdf-in-a-comment-of-a-page", ANY, b"<!-- %PDF-1.7 -->" + page),
            ("picture-and-zip", "binary", picture + zip_), ("picture-and-page", "binary", picture + page), ("picture-and-pdf", ANY, picture + pdf),
            ("program-and-zip", "binary", b"\x7fELF" + bytes(60) + zip_), ("script-and-zip", ANY, b"#!/bin/sh\nexit\n" + zip_), ("word-and-page", "text", word + page),
            ("page-and-word", ANY, page + word), ("word-and-ofd", ANY, office.docx(office.WORD.format(office.paragraph_docx(TITLE)), **{"OFD.xml": office.ROOT})),
            ("odt-and-word", ANY, office.odt(office.OPEN.format(office.paragraph_odt(TITLE)), **{"word/document.xml": "<x/>"})), ("word-of-word", ANY, office.docx(word)),
            ("zip-that-mentions-word", ANY, packed({"word/document.txt": REPORT})), ("tar-and-zip", ANY, b"a".ljust(257, b"\0") + b"ustar\0" + bytes(300) + zip_),
            ("mail-and-page", ANY, b"From: a@b\nTo: c@d\nSubject: x\n\n" + page), ("report-and-page", "text", REPORT.encode() + page), ("report-and-pdf", ANY, pdf[:0] + REPORT.encode() + pdf),
            ("report-that-mentions-pdf", ANY, (TITLE + "\n文件以%PDF-1.7开头。\n" + REPORT).encode()), ("rtf-and-zip", ANY, b"{\\rtf1 x}" + zip_), ("doc-and-zip", ANY, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + zip_),
            ("xml-and-page", ANY, b'<?xml version="1.0"?>\n' + page), ("database-and-page", "binary", b"SQLite format 3\0" + page)]:
        yield f"{title}.bin", answers, data


def renamed():
    """A name promises nothing."""
    files = {form: sorted((DOCUMENTS / form).glob("*"))[0] for form in ("html", "docx", "odt", "ofd", "pdf", "doc")}
    for form, file in files.items():
        for other in ("txt", "pdf", "zip", "exe", "docx", "html"):
            if other != form:
                yield f"{form}-named.{other}", "text", file.read_bytes()
    for other in ("pdf", "docx", "odt", "ofd", "doc", "zip", "tar", "eml", "rtf", "png"):
        yield f"report-named.{other}", "text", REPORT.encode()
        yield f"noise-named.{other}", "binary|text", random.Random(5).randbytes(5_000)


def nothing():
    yield "empty.txt", "empty", b""
    for title, unit in {"zero": b"\0", "ff": b"\xff", "space": b" ", "newline": b"\n", "angle": b"<", "brace": b"{", "a": b"a", "pk": b"PK\3\4", "esc": b"\x1b"}.items():
        for count in (1, 1_000, 1_000_000):
            yield f"{title}-{count}.txt", ANY, unit * count
    for seed in range(20):
        noise = random.Random(seed)
        yield f"noise-{seed}.bin", "binary|text", noise.randbytes(10 ** (1 + seed % 6))
    for seed, mark in enumerate([b"PK\3\4", b"%PDF-", b"{\\rtf", b"<html>", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"From: a\nTo: b\nDate: c\n\n", b"\x1f\x8b", b"<?xml"]):
        yield f"noise-behind-a-mark-{seed}.bin", ANY, mark + random.Random(seed).randbytes(50_000)
    for seed, form in enumerate(["docx", "odt", "ofd", "pdf", "doc", "html"]):
        whole = bytearray(sorted((DOCUMENTS / form).glob("*"))[0].read_bytes())
        for turn in range(8):
            dice, bitten = random.Random(seed * 100 + turn), bytearray(whole)
            for _ in range(1 << turn):
                bitten[dice.randrange(len(bitten))] = dice.randrange(256)
            yield f"bytes-changed-{turn}.{form}", ANY + "|encrypted", bytes(bitten)


def sizes():
    yield "sparse-2-GB.txt", "too-large", 2 << 30
    yield "sparse-64-MB.txt", "binary", 64 << 20
    yield "report-of-60-MB.txt", "text|too-large", REPORT.encode() * ((60 << 20) // len(REPORT.encode()))
    yield "line-of-10-MB.txt", "text", REPORT.replace("\n", "").encode() * ((10 << 20) // len(REPORT.encode()))
    yield "pdf-of-65-MB.pdf", "too-large", b"%PDF-1.7\n" + b"x" * (65 << 20)
