# SPDX-License-Identifier: Apache-2.0
"""TAR files: lengths in two alphabets, headers about headers, links, holes."""

import io
import tarfile

from .common import REPORT, SECRET

TEXT = REPORT.encode()


def block(name=b"a.txt", size=b"%011o\0" % len(TEXT), kind=b"0", link=b"", magic=b"ustar\x0000", checksum=None, tail=b""):
    """One header, with its sum right unless told otherwise."""
    head = name.ljust(100, b"\0") + b"0000644\0" + b"0000000\0" * 2 + size.ljust(12, b"\0") + b"14570000000\0" + b" " * 8
    head = (head + kind + link.ljust(100, b"\0") + magic).ljust(345, b"\0") + tail
    head = head.ljust(512, b"\0")
    number = sum(head) if checksum is None else checksum
    return head[:148] + b"%06o\0 " % number + head[156:]


def padded(data):
    return data + bytes(-len(data) % 512)


FILE = block() + padded(TEXT)
END = bytes(1024)


def pax(**fields):
    out = b""
    for key, value in fields.items():
        record = b" " + key.replace("_", ".").encode() + b"=" + value + b"\n"
        length = len(record)
        while len(b"%d" % length) + len(record) != length:
            length = len(b"%d" % length) + len(record)
        out += b"%d" % length + record
    return block(b"pax", b"%011o\0" % len(out), b"x") + padded(out)


def animals():
    yield "plain.tar", "text", FILE + END
    yield "no-end.tar", "text", FILE
    yield "rubbish-behind.tar", "text|damaged", FILE + END + b"\xa5" * 5_000
    yield "wrong-sum.tar", "damaged", block(checksum=1) + padded(TEXT) + END
    yield "size-too-great.tar", "damaged", block(size=b"77777777777\0") + padded(TEXT)
    yield "size-negative.tar", "damaged|text|empty", block(size=b"\xff" * 12) + padded(TEXT) + END
    yield "size-in-base-256.tar", "damaged|too-large", block(size=b"\x80" + b"\x7f" * 11) + padded(TEXT) + END
    yield "size-no-number.tar", "damaged|text|empty", block(size=b"achtundzwan") + padded(TEXT) + END
    yield "mark-only.tar", "damaged|empty", bytes(257) + b"ustar\x0000" + bytes(2_000)
    for title, kind, link in [("symlink", b"2", SECRET.encode()), ("hard-link", b"1", SECRET.encode()),
                              ("device", b"3", b""), ("disk", b"4", b""), ("folder", b"5", b""), ("fifo", b"6", b"")]:
        yield f"{title}.tar", "empty|damaged|text", block(kind=kind, size=b"00000000000\0", link=link) + END
        yield f"{title}-beside-a-report.tar", "text|damaged|text text", block(
            b"b.txt", kind=kind, size=b"00000000000\0", link=link) + FILE + END
    yield "through-a-symlink.tar", "text", block(b"d", b"00000000000\0", b"2", b"/tmp") + block(
        b"d/minuted-zoo-escape.txt") + padded(TEXT) + END
    yield "hard-link-to-itself.tar", "text|damaged|empty", block(kind=b"1", size=b"00000000000\0", link=b"a.txt") + END
    for title, name in {"parent": b"../../../tmp/minuted-zoo-escape.txt", "absolute": b"/tmp/minuted-zoo-escape.txt",
                        "newline": b"a\n\nMESSAGE=x.txt", "escape": b"\x1b[2Ja.txt", "invalid": b"\xff\xfe\xc0.txt"}.items():
        yield f"name-{title}.tar", "text", block(name) + padded(TEXT) + END
    yield "same-name-twice.tar", "text text", FILE + FILE + END
    yield "5000-files.tar", "too-large", b"".join(block(b"%d.txt" % at, b"00000000000\0") for at in range(5_000)) + END
    yield "20000-long-names.tar", "text|damaged|too-large", b"".join(
        block(b"L", b"00000000010\0", b"L") + padded(b"long.txt") for _ in range(20_000)) + FILE + END
    yield "long-name-of-20-MB.tar", "text|damaged|too-large", block(
        b"L", b"%011o\0" % (20 << 20), b"L") + b"n" * (20 << 20) + FILE + END
    yield "pax-size.tar", "damaged|too-large", pax(size=b"9223372036854775807") + FILE + END
    yield "pax-size-negative.tar", "damaged|text|empty", pax(size=b"-1") + FILE + END
    yield "pax-path.tar", "text", pax(path=b"../../../tmp/minuted-zoo-escape.txt") + FILE + END
    yield "pax-path-of-2-MB.tar", "text|damaged", pax(path=b"p/" * (1 << 20)) + FILE + END
    yield "pax-length-lies.tar", "damaged|text", block(b"pax", b"00000000020\0", b"x") + padded(b"999999 path=x\n") + FILE + END
    yield "pax-of-pax.tar", "text|damaged", pax(path=b"a") * 5_000 + FILE + END
    yield "pax-global.tar", "text|damaged", pax(path=b"a").replace(b"ustar", b"ustar") + FILE + END
    hole = pax(GNU_sparse_major=b"1", GNU_sparse_minor=b"0", GNU_sparse_realsize=b"8589934592", GNU_sparse_name=b"a.txt")
    listing = padded(b"1\n8589934000\n512\n")
    yield "sparse-8-GB.tar", "too-large|damaged", hole + block(size=b"%011o\0" % (len(listing) + 512)) + listing + bytes(512) + END
    holes = b"500000\n" + b"".join(b"%d\n1\n" % (at * 3) for at in range(500_000))
    yield "sparse-500000-holes.tar", "too-large|damaged|text|binary|empty", hole + block(size=b"%011o\0" % len(holes)) + padded(holes) + END
    inner = FILE + END
    yield "tar-in-a.tar", "format", block(b"a.tar", b"%011o\0" % len(inner)) + padded(inner) + END
    yield "zeros-in-a.tar", "text|binary", block(size=b"%011o\0" % (1 << 20)) + bytes(1 << 20) + END
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.PAX_FORMAT) as archive:
        info = tarfile.TarInfo("报告/" + "长" * 200 + ".txt")
        info.size = len(TEXT)
        archive.addfile(info, io.BytesIO(TEXT))
    yield "long-chinese-name.tar", "text", out.getvalue()
