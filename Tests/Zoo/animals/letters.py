# SPDX-License-Identifier: Apache-2.0
"""Mail, saved pages in mail's clothes, and Rich Text."""

import base64

from .common import BODY, CALL, REPORT, SECRET, TITLE, packed

ANY = "text|damaged|empty|too-large|format|binary"
HEAD = "From: office@example.cn\r\nTo: archive@example.cn\r\nSubject: =?utf-8?B?5Lya6K6u?=\r\nMIME-Version: 1.0\r\n"


def mail(body, kind="text/plain; charset=utf-8", head=HEAD, encoding="8bit"):
    return f"{head}Content-Type: {kind}\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n{body}".encode()


def parts(*bodies, kind="mixed", boundary="b"):
    inner = "".join(f"--{boundary}\r\n{body}\r\n" for body in bodies)
    return mail(inner + f"--{boundary}--\r\n", f'multipart/{kind}; boundary="{boundary}"')


def part(body, kind="text/plain; charset=utf-8", more=""):
    return f"Content-Type: {kind}\r\n{more}\r\n{body}"


def attached(data, name="a.bin", kind="application/octet-stream"):
    return part(base64.encodebytes(data).decode(), kind, f'Content-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename="{name}"\r\n')


def animals():
    for name, answers, data in [*mails(), *archives()]:
        yield name, answers, data
    yield from rich()


def mails():
    yield "plain.eml", ANY, mail(REPORT)
    deep = "".join(f'Content-Type: multipart/mixed; boundary="b{at}"\r\n\r\n--b{at}\r\n' for at in range(10_000))
    yield "10000-deep.eml", ANY, (HEAD + deep + "\r\n" + REPORT).encode()
    forwarded = "".join("Content-Type: message/rfc822\r\n\r\nFrom: a@b\r\nTo: c@d\r\nSubject: x\r\n" for _ in range(10_000))
    yield "10000-forwarded.eml", ANY, (HEAD + forwarded + "\r\n" + REPORT).encode()
    yield "100000-headers.eml", ANY, mail(REPORT, head=HEAD + "X-A: b\r\n" * 100_000)
    yield "header-of-10-MB.eml", ANY, mail(REPORT, head=HEAD + "X-A: " + "b" * (10 << 20) + "\r\n")
    yield "header-folded-100000-times.eml", ANY, mail(REPORT, head=HEAD + "X-A: b\r\n" + " c\r\n" * 100_000)
    yield "100000-recipients.eml", ANY, mail(REPORT, head=HEAD + "Cc: " + "a@b, " * 100_000 + "c@d\r\n")
    yield "groups-in-groups.eml", ANY, mail(REPORT, head=HEAD + "Cc: " + "a:(" * 100_000 + "\r\n")
    yield "subject-of-100000-words.eml", ANY, mail(REPORT, head=HEAD + "Subject: " + "=?gb2312?B?u+HS6Q==?= " * 100_000 + "\r\n")
    yield "subject-in-no-charset.eml", ANY, mail(REPORT, head="From: a@b\r\nTo: c@d\r\nSubject: =?x-none?Q?=FF=FE?= =?utf-8?B?@@@?= =?utf-8?Q?=?=\r\n")
    yield "100000-parts.eml", ANY, parts(*[part(TITLE)] * 100_000)
    yield "300-attachments.eml", ANY + "|" + " ".join(["text"] * 300) + "|" + " ".join(["text"] * 301), parts(
        *[attached(REPORT.encode(), f"{at}.txt") for at in range(300)])
    yield "alternatives.eml", ANY, parts(*[part(TITLE)] * 1_000, kind="alternative")
    yield "no-boundary.eml", ANY, mail(REPORT, "multipart/mixed")
    yield "boundary-never-seen.eml", ANY, mail(REPORT, 'multipart/mixed; boundary="nowhere"')
    yield "boundary-empty.eml", ANY, mail("--\r\n" + part(REPORT) + "\r\n----\r\n", 'multipart/mixed; boundary=""')
    yield "boundary-of-100-kB.eml", ANY, parts(part(REPORT), boundary="b" * 100_000)
    yield "boundary-without-end.eml", ANY, mail("--b\r\n" + part(REPORT), "multipart/mixed; boundary=b")
    yield "boundaries-only.eml", ANY, mail("--b\r\n" * 1_000_000, "multipart/mixed; boundary=b")
    yield "boundary-of-boundary.eml", ANY, mail("--b\r\n--bb\r\n--bbb\r\n" * 10_000, "multipart/mixed; boundary=b")
    yield "base64-of-rubbish.eml", ANY, mail("@" * 1_000_000, encoding="base64")
    yield "base64-of-20-MB.eml", ANY, mail(base64.encodebytes(REPORT.encode() * 20_000).decode(), encoding="base64")
    yield "quoted-broken.eml", ANY, mail("=" * 1_000_000 + "=ZZ=4=\r\n" + REPORT, encoding="quoted-printable")
    yield "uuencoded-lies.eml", ANY, mail("begin 777 /tmp/minuted-zoo-escape.txt\r\nM!!!!\r\nend\r\n", encoding="x-uuencode")
    yield "encoding-unknown.eml", ANY, mail(REPORT, encoding="x-mystery")
    yield "charset-unknown.eml", ANY, mail(REPORT, "text/plain; charset=x-mystery")
    yield "charset-lies.eml", ANY, mail(REPORT, "text/plain; charset=utf-16")
    yield "kind-unknown.eml", ANY, mail(REPORT, "///;;==")
    yield "external.eml", ANY, mail("", f'message/external-body; access-type=URL; URL="{CALL}"')
    yield "external-file.eml", ANY, mail("", f'message/external-body; access-type=local-file; name="{SECRET}"')
    yield "partial.eml", ANY, mail(REPORT, "message/partial; id=a; number=1; total=1000000")
    yield "nul.eml", ANY, mail(REPORT.replace("会议", "会\0议"))
    yield "headers-only.eml", ANY, HEAD.encode()
    yield "carriage-returns-only.eml", ANY, mail(REPORT).replace(b"\r\n", b"\r")
    yield "page-of-laughs.eml", ANY, mail('<!DOCTYPE html [<!ENTITY a "b">]><p>&a;' + "<div>" * 100_000 + TITLE, "text/html; charset=utf-8")
    for name, data in {"bomb.zip": packed({"a.txt": bytes(20 << 20)}), "report.txt": REPORT.encode(), "../../tmp/minuted-zoo-escape.txt": REPORT.encode(),
                       "program.exe": b"MZ\x90\0" + bytes(1_000), "mail.eml": mail(REPORT), "a\u202etxt.exe": REPORT.encode()}.items():
        title = name.replace("/", "_").replace("\u202e", "~")
        yield f"attached-{title}.eml", ANY + "|text text|text format|text too-large|text binary|text damaged", parts(part(REPORT), attached(data, name))


def archives():
    html = f"<html><head><title>{TITLE}</title></head><body>" + "".join(f"<p>{line}</p>" for line in BODY)
    saved = "From: <Saved by Blink>\r\nSnapshot-Content-Location: http://example.cn/\r\nSubject: x\r\nMIME-Version: 1.0\r\n"
    def page(kind, body, more=""):
        return f"{saved}Content-Type: {kind}\r\n{more}\r\n{body}".encode()
    one = f"--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Location: http://example.cn/\r\n\r\n{html}\r\n"
    yield "plain.mht", ANY, page('multipart/related; boundary="b"; type="text/html"', one + "--b--\r\n")
    yield "start-nowhere.mht", ANY, page('multipart/related; boundary="b"; start="<nowhere>"', one + "--b--\r\n")
    yield "1000-pages.mht", ANY, page('multipart/related; boundary="b"', one * 1_000 + "--b--\r\n")
    yield "no-page.mht", ANY, page('multipart/related; boundary="b"', "--b\r\nContent-Type: text/css\r\n\r\nx\r\n--b--\r\n")
    yield "cut.mht", ANY, page('multipart/related; boundary="b"', one[:len(one) // 2])
    yield "calls.mht", ANY, page('multipart/related; boundary="b"', one.replace("<body>", f'<body><img src="{CALL}"><iframe src="file://{SECRET}"></iframe>'))


def rich():
    words = "".join(f"\\u{ord(letter) - (65_536 if ord(letter) > 32_767 else 0)}?" for letter in TITLE + "，" + BODY[0])
    def rtf(body):
        return ("{\\rtf1\\ansi\\ansicpg936 " + body).encode()
    yield "plain.rtf", ANY, rtf(words + "}")
    for title, body in {
        "million-deep": "{" * 1_000_000 + words, "million-ends": words + "}" * 1_000_000, "no-end": words, "mark-only": "",
        "million-controls": "\\b0" * 1_000_000 + words + "}", "binary-huge": "\\bin2147483647 " + words + "}", "binary-negative": "\\bin-1 " + words + "}",
        "numbers": "\\u99999999999999999999?\\uc2147483647\\fs-99999999999\\li1e9 " + words + "}", "surrogates": "\\u-10240?\\u-9216?" * 1_000 + words + "}",
        "half-character": "\\'b" + words + "\\'", "bytes": "\\'bb\\'e1\\'d2\\'e9\\'ff\\'00\\'80" * 10_000 + words + "}",
        "picture": "{\\pict\\wmetafile8 " + "41" * 5_000_000 + "}" + words + "}", "object": "{\\object\\objautlink\\objupdate{\\*\\objdata 0105000002000000}}" + words + "}",
        "includes": f'{{\\field{{\\*\\fldinst INCLUDETEXT "{SECRET}"}}}}' + words + "}", "template": f"{{\\*\\template {CALL}}}" + words + "}",
        "font-table": "{\\fonttbl" + "{\\f1 x;}" * 100_000 + "}" + words + "}", "fonts-of-no-number": "{\\fonttbl{\\f2147483647 x;}{\\f-5 y;}}\\f2147483647 " + words + "}",
        "style-table": "{\\stylesheet" + "{\\s1\\sbasedon1 x;}" * 10_000 + "}" + words + "}", "colours": "{\\colortbl;" + "\\red999\\green-1;" * 100_000 + "}" + words + "}",
        "rows": "\\trowd" + "\\cellx1" * 100_000 + "\\intbl x" + "\\cell" * 100_000 + "\\row" + words + "}", "nested-rows": "\\itap99999\\intbl x\\nestcell" * 1_000 + words + "}",
        "word-of-1-MB": "\\" + "w" * 1_000_000 + " " + words + "}", "codepage": "\\ansicpg99999 \\'ff" + words + "}", "page-in-it": "{\\*\\htmltag <html>}" + words + "}",
        "nul": "\0" * 1_000 + words + "}", "code": "\\u27?[2J\\u8238?" + words + "}"}.items():
        yield f"{title}.rtf", ANY, rtf(body)
