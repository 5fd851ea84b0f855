# SPDX-License-Identifier: Apache-2.0
"""Web pages, for which nothing is too wrong to have a meaning."""

from .common import BODY, CALL, LISTENER, REPORT, SECRET, TITLE, packed

ARTICLE = f"<h1>{TITLE}</h1>" + "".join(f"<p>{line}</p>" for line in BODY)
ANY = "text|damaged|empty|too-large"


def page(body, head=""):
    return f"<!DOCTYPE html><html><head><title>{TITLE}</title>{head}</head><body>{body}</body></html>".encode()


def animals():
    yield "plain.html", "text", page(ARTICLE)
    yield from depths()
    yield from lengths()
    yield from references()
    yield from nonsense()
    yield from charsets()


def depths():
    for tag in ("div", "b", "table", "a", "font", "ul", "p", "span", "select", "form", "svg", "x-y", "table><tr><td"):
        title = tag.replace("><", "-")
        yield f"million-deep-{title}.html", ANY, page(f"<{tag}>" * 1_000_000 + TITLE)
        yield f"200-deep-{title}.html", "text|empty", page(f"<{tag}>" * 60 + ARTICLE)
    yield "misnested.html", "text", page("<b><i><p>" * 20_000 + "</b></i></p>" * 20_000 + ARTICLE)
    yield "ends-without-beginnings.html", "text", page("</div></b></td>" * 300_000 + ARTICLE)
    yield "tables-side-by-side.html", "text", page("<table><tr><td>1</td></tr></table>" * 50_000 + ARTICLE)
    yield "long-row.html", ANY, page("<table><tr>" + "<td>1" * 300_000 + "</table>" + ARTICLE)
    yield "rows-in-rows.html", ANY, page("<table>" + "<tr><td><table>" * 60 + "<td>1" * 1_000 + "</table>" * 60 + ARTICLE)


def lengths():
    yield "million-attributes.html", ANY, page("<div " + " ".join(f"a{at}=1" for at in range(1_000_000)) + ">" + ARTICLE)
    yield "hundred-thousand-attributes.html", ANY, page("<div " + " ".join(f"a{at}=1" for at in range(100_000)) + ">" + ARTICLE)
    yield "million-times-one-attribute.html", ANY, page("<div " + "a=1 " * 1_000_000 + ">" + ARTICLE)
    yield "attribute-of-20-MB.html", ANY, page(f'<div a="{"x" * (20 << 20)}">' + ARTICLE)
    yield "tag-of-10-MB.html", ANY, page("<" + "x" * (10 << 20) + ">" + ARTICLE)
    yield "title-of-5-MB.html", ANY, f"<html><title>{'会议' * 800_000}</title><body>{ARTICLE}".encode()
    yield "10000-titles.html", ANY, page(ARTICLE, f"<title>{TITLE}</title>" * 10_000)
    yield "100000-metas.html", ANY, page(ARTICLE, "".join(f'<meta name="n{at}" content="c">' for at in range(100_000)))
    yield "meta-of-5-MB.html", ANY, page(ARTICLE, f'<meta name="ArticleTitle" content="{"题" * 1_700_000}">')
    yield "million-paragraphs.html", ANY, page("<p>会议。" * 1_000_000)
    yield "million-breaks.html", ANY, page("<br>" * 1_000_000 + ARTICLE)
    yield "million-links.html", ANY, page("<a href=x>链接</a>" * 1_000_000 + ARTICLE)
    yield "million-spaces.html", ANY, page(" \n" * 1_000_000 + "　" * 1_000_000 + ARTICLE)
    yield "million-lines-as-typed.html", ANY, page("<pre>" + "会议\n" * 1_000_000 + "</pre>" + ARTICLE)
    yield "line-of-20-MB.html", ANY, page("<p>" + "会议强调，" * 1_400_000)
    yield "60-MB.html", ANY, page("<p>" + "会议强调，扎实做好工作。</p><p>" * 1_250_000)
    yield "65-MB.html", "too-large", page("<!--" + " " * (65 << 20) + "-->" + ARTICLE)
    yield "million-comments.html", ANY, page("<!---->" * 1_000_000 + ARTICLE)


def references():
    yield "million-references.html", ANY, page("<p>" + "&#x4F1A;" * 1_000_000)
    yield "named-references.html", ANY, page("<p>" + "&nbsp;&amp;&notanentity;&" * 200_000 + ARTICLE)
    yield "references-to-nothing.html", "text", page("&#0;&#xD800;&#x110000;&#99999999999;&#-1;&#x;" * 1_000 + ARTICLE)
    yield "references-to-controls.html", "text", page("<p>" + "&#27;[2J&#8;&#x202E;&#x2028;&#133;会议召开" * 100 + ARTICLE)
    laughs = "".join(f'<!ENTITY l{at} "{f"&l{at - 1};" * 10}">' for at in range(1, 10))
    yield "billion-laughs.html", ANY, f'<!DOCTYPE html [<!ENTITY l0 "哈">{laughs}]><html><body><p>&l9;</p>{ARTICLE}'.encode()
    yield "file-entity.html", ANY, f'<!DOCTYPE html [<!ENTITY e SYSTEM "file://{SECRET}">]><html><body>&e;{ARTICLE}'.encode()
    yield "file-entity-in-xhtml.html", ANY, (f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY e SYSTEM "file://{SECRET}">]>'
                                             f'<html xmlns="http://www.w3.org/1999/xhtml"><body>&e;{ARTICLE}</body></html>').encode()
    yield "call-document-type.html", ANY, f'<!DOCTYPE html SYSTEM "{CALL}"><html><body>{ARTICLE}'.encode()
    yield "calls.html", "text", page("".join(
        f'<{tag} src="{CALL}" href="{CALL}" data="{CALL}">' for tag in ("img", "script", "iframe", "link", "object", "embed", "base"))
        .replace("<script", "<script></script><x").replace("<iframe", "<iframe></iframe><x").replace("<object", "<object></object><x")
        + ARTICLE, f'<meta http-equiv="refresh" content="0;url={CALL}"><base href="//{LISTENER[0]}:{LISTENER[1]}/">')


def nonsense():
    yield "comment-without-end.html", ANY, page("<!-- " + ARTICLE)
    yield "script-without-end.html", ANY, page("<script>" + ARTICLE)
    yield "style-without-end.html", ANY, page("<style>" + ARTICLE)
    yield "title-without-end.html", ANY, f"<html><title>{TITLE}<body>{ARTICLE}".encode()
    yield "quote-without-end.html", ANY, page('<div class="' + ARTICLE)
    yield "section.html", ANY, page("<![CDATA[" + ARTICLE + "]]>")
    yield "script-only.html", "empty", page("<script>document.write('会议')</script>")
    yield "no-body.html", ANY, b"<html>"
    yield "bare-angle.html", "text|empty", b"<" * 1_000_000 + page(ARTICLE)
    yield "frameset.html", ANY, f'<html><frameset cols="*"><frame src="{CALL}"></frameset></html>'.encode()
    yield "hidden.html", ANY, page(f'<div style="display : NONE">{ARTICLE}</div>')
    yield "nul.html", "binary|text", page(ARTICLE).replace("会议".encode(), "会\0议".encode())
    yield "bidi.html", "text", page(ARTICLE.replace("会议", "会\u202e议\u2066"))
    yield "two-pages.html", "text", page(ARTICLE) * 2
    yield "html-in-a-report.txt", "text", (REPORT + "<html><body><p>").encode()
    yield "template.html", ANY, page(f"<template>{ARTICLE}</template>")
    yield "data-url.html", "text", page(f'<img src="data:image/png;base64,{"A" * 5_000_000}">' + ARTICLE)
    yield "page-in-a.zip", "text", packed({"a.html": page(ARTICLE)})
    yield "hundred-pages-in-a.zip", " ".join(["text"] * 100), packed({f"{at}.html": page(ARTICLE) for at in range(100)})


def charsets():
    for claim in ("gb2312", "big5", "utf-16", "utf-7", "x-user-defined", "hz-gb-2312", "iso-2022-kr", "", "a" * 100_000):
        meta = f'<meta charset="{claim}">'
        yield f"claims-{claim[:20] or 'nothing'}.html", "text", page(ARTICLE, meta)
    for charset in ("gb18030", "big5", "utf-16", "utf-16-le", "utf-8-sig"):
        yield f"is-{charset}.html", "text|binary", page(ARTICLE, '<meta charset="utf-8">').decode().encode(charset, "replace")
    half = page(ARTICLE).decode()
    yield "two-charsets.html", "text", half[:300].encode() + half[300:].encode("gb18030")
