# SPDX-License-Identifier: Apache-2.0
"""Word, OpenDocument and OFD files: what can be done to XML, done in each, and what each alone can be made to do."""

import zipfile

from .common import BODY, CALL, REPORT, SECRET, TITLE, Entry, archive, packed

WORD = '<w:document xmlns:w="w"><w:body>{}</w:body></w:document>'
OPEN = ('<office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b"><office:body><office:text>{}'
        "</office:text></office:body></office:document-content>")
FIXED = '<ofd:Page xmlns:ofd="o"><ofd:Content><ofd:Layer ID="1">{}</ofd:Layer></ofd:Content></ofd:Page>'
ROOT = '<ofd:OFD xmlns:ofd="o"><ofd:DocBody><ofd:DocRoot>D/D.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>'
PAGES = '<ofd:Document xmlns:ofd="o"><ofd:Pages>{}</ofd:Pages></ofd:Document>'
PAGE = '<ofd:Page ID="1" BaseLoc="P.xml"/>'


def docx(xml, **others):
    return packed({"[Content_Types].xml": "<Types/>", "word/document.xml": xml, **others})


def odt(xml, **others):
    return packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": xml, **others})


def ofd(xml, pages=PAGE, **others):
    return packed({"OFD.xml": ROOT, "D/D.xml": PAGES.format(pages), "D/P.xml": xml, **others})


def paragraph_docx(text):
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def paragraph_odt(text):
    return f"<text:p>{text}</text:p>"


def paragraph_ofd(text):
    return (f'<ofd:TextObject ID="2" Boundary="20 20 160 5" Size="4"><ofd:TextCode X="0" Y="4">{text}</ofd:TextCode>'
            "</ofd:TextObject>")


FORMATS = {"docx": (docx, WORD, paragraph_docx), "odt": (odt, OPEN, paragraph_odt), "ofd": (ofd, FIXED, paragraph_ofd)}


def animals():
    for form, (pack, body, paragraph) in FORMATS.items():
        whole = body.format("".join(map(paragraph, [TITLE, *BODY])))
        for title, answers, xml in markup(body, paragraph, whole):
            yield f"{title}.{form}", answers, pack(xml)
    yield from word()
    yield from open_document()
    yield from fixed()


def markup(body, paragraph, whole):
    """Title, answers and XML of what every reader of XML is attacked with."""
    def declared(entities, use):
        return f"<!DOCTYPE x [{entities}]>" + body.format(paragraph(use))
    laughs = '<!ENTITY l0 "哈哈">' + "".join(f'<!ENTITY l{at} "{f"&l{at - 1};" * 10}">' for at in range(1, 10))
    yield "plain", "text", whole
    yield "billion-laughs", "damaged", declared(laughs, "&l9;")
    yield "laughs-in-an-attribute", "damaged", f"<!DOCTYPE x [{laughs}]><x y='&l9;'/>"
    yield "quadratic-entity", "damaged", declared(f'<!ENTITY q "{"长" * 60_000}">', "&q;" * 60_000)
    yield "entity-of-itself", "damaged", declared('<!ENTITY a "&b;"><!ENTITY b "&a;">', "&a;")
    yield "file-entity", "damaged", declared(f'<!ENTITY e SYSTEM "file://{SECRET}">', "&e;")
    yield "call-entity", "damaged", declared(f'<!ENTITY e SYSTEM "{CALL}">', "&e;")
    yield "call-parameter-entity", "damaged", declared(f'<!ENTITY % e SYSTEM "{CALL}"> %e;', "会议")
    yield "call-document-type", "damaged", f'<!DOCTYPE x SYSTEM "{CALL}">' + whole
    yield "public-document-type", "damaged", f'<!DOCTYPE x PUBLIC "-//W3C//DTD XHTML 1.0//EN" "{CALL}">' + whole
    yield "undeclared-entity", "damaged", body.format(paragraph("&nbsp;" * 10 + TITLE))
    yield "include", "text", whole.replace(">", f' xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="{SECRET}" parse="text"/>', 1)
    yield "style-sheet", "text", f'<?xml-stylesheet type="text/xsl" href="{CALL}"?>' + whole
    yield "schema", "text", whole.replace(">", f' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="x {CALL}">', 1)
    yield "million-deep", "damaged|too-large", "<a>" * 1_000_000
    yield "million-deep-and-back", "damaged|too-large", body.format("<a>" * 1_000_000 + "</a>" * 1_000_000)
    yield "hundred-thousand-attributes", "text|damaged|too-large|empty|scanned", body.format(
        "<x " + " ".join(f'a{at}="1"' for at in range(100_000)) + "/>" + paragraph(TITLE))
    yield "million-attributes-of-one-name", "damaged|too-large", body.format("<x " + 'a="1" ' * 1_000_000 + "/>")
    yield "ten-thousand-namespaces", "text|damaged|too-large", body.format(
        "<x " + " ".join(f'xmlns:n{at}="u{at}"' for at in range(10_000)) + "/>" + paragraph(TITLE))
    yield "namespaces-within-namespaces", "text|damaged|too-large", body.format(
        "".join(f'<x xmlns:n{at}="u">' for at in range(200)) + "</x>" * 200 + paragraph(TITLE))
    yield "attribute-of-11-MB", "text|damaged|too-large", body.format(f'<x a="{"会" * 3_700_000}"/>' + paragraph(TITLE))
    yield "name-of-1-MB", "text|damaged|too-large", body.format(f"<{'x' * 1_000_000}/>" + paragraph(TITLE))
    yield "comment-of-11-MB", "text|damaged|too-large", body.format(f"<!--{'长' * 3_700_000}-->" + paragraph(TITLE))
    yield "section-of-11-MB", "text|damaged|too-large", body.format(f"<![CDATA[{'长' * 3_700_000}]]>" + paragraph(TITLE))
    yield "hundred-thousand-sections", "text|damaged|too-large", body.format(paragraph("<![CDATA[长]]>" * 100_000))
    yield "million-references", "text|damaged|too-large", body.format(paragraph("&#x957F;" * 1_000_000))
    yield "reference-to-nothing", "damaged", body.format(paragraph("&#0;&#xD800;&#x110000;&#99999999999;"))
    yield "hundred-thousand-paragraphs", "text|too-large", body.format(paragraph("会议。") * 100_000)
    yield "paragraph-of-3-MB", "text|damaged|too-large", body.format(paragraph("会议强调，" * 200_000))
    yield "million-empty-elements", "text|damaged|too-large", body.format("<x/>" * 1_000_000 + paragraph(TITLE))
    yield "cut-in-an-element", "damaged", whole[:len(whole) // 2]
    yield "cut-in-a-character", "damaged", whole.encode()[:len(whole.encode()) // 2 | 1]
    yield "wrong-end", "damaged", whole.replace("</", "</x", 1)
    yield "two-roots", "damaged", whole + whole
    yield "nothing", "damaged", ""
    yield "no-xml", "damaged", REPORT
    yield "nul", "damaged", whole.replace("会议", "会\0议", 1)
    yield "controls", "damaged|text", whole.replace("会议", "会\x1b[2J\x08议", 1)
    yield "bidi", "text", whole.replace("会议", "会\u202e\u2066\u200f议", 1)
    yield "not-characters", "text|damaged", whole.replace("会议", "会\ufffe\uffff议", 1)
    yield "invalid-utf-8", "damaged", whole.encode().replace("会议".encode(), b"\xff\xfe\xc0\x80", 1)
    yield "overlong-utf-8", "damaged", whole.encode().replace("会议".encode(), b"\xe0\x80\xaf\xf8\x88\x80\x80\x80", 1)
    yield "surrogates-in-utf-8", "damaged", whole.encode().replace("会议".encode(), b"\xed\xa0\x80\xed\xb0\x80", 1)
    for charset in ("utf-16", "utf-16-be", "utf-32", "gb18030", "big5", "cp037"):
        claim = f'<?xml version="1.0" encoding="{charset}"?>'
        yield f"in-{charset}", "text|damaged|empty|scanned", (claim + whole).encode(charset, "replace")
    for charset in ("x-nothing", "UTF-7", "ISO-2022-JP", "UCS-4", "EBCDIC-CP-US", "a" * 5_000):
        yield f"claims-{charset[:20]}", "text|damaged", f'<?xml version="1.0" encoding="{charset}"?>' + whole
    yield "version-9", "text|damaged", '<?xml version="9.9"?>' + whole
    yield "marked-twice", "damaged|text", b"\xef\xbb\xbf\xef\xbb\xbf" + whole.encode()


def word():
    whole = WORD.format("".join(map(paragraph_docx, [TITLE, *BODY])))
    yield "bomb.docx", "too-large", docx(WORD.format(paragraph_docx(" " * (20 << 20))))
    yield "bomb-in-a-picture.docx", "text|too-large", docx(whole, **{"word/media/a.png": bytes(50 << 20)})
    yield "external-parts.docx", "text", docx(whole, **{"word/_rels/document.xml.rels": f'<Relationships><Relationship Id="a" '
                                              f'TargetMode="External" Target="{CALL}" Type="attachedTemplate"/></Relationships>'})
    yield "field-that-includes.docx", "text", docx(WORD.format(
        f'<w:p><w:r><w:instrText>INCLUDETEXT "{SECRET}"</w:instrText></w:r></w:p>' + paragraph_docx(TITLE)))
    yield "macro.docx", "text", docx(whole, **{"word/vbaProject.bin": b"\xd0\xcf\x11\xe0" * 100})
    yield "two-documents.docx", "text|damaged", archive(
        [Entry("word/document.xml", whole.encode()), Entry("word/document.xml", b"<x/>")])
    yield "document-is-a-folder.docx", "damaged|empty", archive([Entry("word/document.xml/", b"", mode=0o040755)])
    yield "document-is-a-link.docx", "damaged|empty", archive([Entry("word/document.xml", SECRET.encode(), mode=0o120777)])
    yield "encrypted-by-zip.docx", "encrypted", archive([Entry("word/document.xml", whole.encode(), flags=0x801)])
    yield "tables-in-tables.docx", "text|damaged|empty", docx(WORD.format(
        "<w:tbl><w:tr><w:tc>" * 80 + paragraph_docx(TITLE) + "</w:tc></w:tr></w:tbl>" * 80))
    yield "hundred-thousand-cells.docx", "text|too-large", docx(WORD.format(
        "<w:tbl><w:tr>" + "<w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc>" * 100_000 + "</w:tr></w:tbl>"))
    yield "runs-of-one-character.docx", "text|too-large", docx(WORD.format(
        "<w:p>" + "<w:r><w:t>会</w:t></w:r>" * 300_000 + "</w:p>"))
    cycle = ('<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="a"/><w:lvl w:ilvl="0"><w:start '
             'w:val="2147483647"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1%2%3%9%1"/></w:lvl></w:abstractNum>'
             '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>')
    styles = ('<w:styles xmlns:w="w"><w:style w:styleId="a"><w:basedOn w:val="b"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
              '</w:pPr></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>')
    numbered = ('<w:p><w:pPr><w:pStyle w:val="a"/><w:numPr><w:ilvl w:val="{}"/><w:numId w:val="{}"/></w:numPr></w:pPr>'
                f"<w:r><w:t>{TITLE}</w:t></w:r></w:p>")
    for title, level, number in [("cycle", 0, 1), ("level", 99_999_999_999, 1), ("negative", -1, -5), ("unknown", 8, 77)]:
        yield f"numbering-{title}.docx", "text", docx(WORD.format(numbered.format(level, number) * 50), **{
            "word/numbering.xml": cycle, "word/styles.xml": styles})
    yield "numbering-is-no-xml.docx", "text|damaged", docx(
        WORD.format(numbered.format(0, 1)), **{"word/numbering.xml": "<w:numbering", "word/styles.xml": "\0"})
    yield "deleted-everything.docx", "empty", docx(WORD.format(f"<w:del>{paragraph_docx(TITLE)}</w:del>"))
    yield "gap-between-paragraphs.docx", "text|too-large", docx(WORD.format(paragraph_docx(TITLE) + "<w:p/>" * 300_000 + paragraph_docx(TITLE)))


def open_document():
    yield "bomb.odt", "too-large", odt(OPEN.format(paragraph_odt(" " * (20 << 20))))
    for count in ("999999999", "-5", "99999999999999999999", "x", ""):
        yield f"spaces-{count or 'none'}.odt", "text", odt(OPEN.format(paragraph_odt(f'会<text:s text:c="{count}"/>议召开了') * 50))
    yield "repeated-cells.odt", "text", odt(OPEN.format(
        '<table:table><table:table-row table:number-rows-repeated="1000000"><table:table-cell '
        f'table:number-columns-repeated="1000000">{paragraph_odt(TITLE)}</table:table-cell></table:table-row></table:table>'))
    yield "encrypted.odt", "encrypted", odt("x", **{"META-INF/manifest.xml": '<m:manifest xmlns:m="m"><m:encryption-data/></m:manifest>'})
    yield "paragraphs-in-paragraphs.odt", "text|damaged", odt(OPEN.format("<text:p>会" * 100 + "</text:p>" * 100))
    yield "mark-at-its-second-file.odt", "text|text text|text format|empty|damaged format|format format", packed(
        {"content.xml": OPEN.format(paragraph_odt(TITLE)), "mimetype": "application/vnd.oasis.opendocument.text"})


def fixed():
    whole = FIXED.format("".join(map(paragraph_ofd, [TITLE, *BODY])))
    yield "bomb.ofd", "too-large", ofd(FIXED.format(paragraph_ofd(" " * (20 << 20))))
    yield "page-of-itself.ofd", "text|damaged|scanned|too-large", ofd(whole, '<ofd:Page ID="1" BaseLoc="D.xml"/>' * 3)
    yield "million-pages.ofd", "too-large", ofd(whole, PAGE * 1_000_000)
    yield "2001-pages.ofd", "too-large", ofd(whole, PAGE * 2_001)
    yield "1000-times-one-page.ofd", "text", ofd(whole, PAGE * 1_000)
    yield "no-pages.ofd", "scanned|damaged|empty", ofd(whole, "")
    for title, path in {"parent": "../../../../etc/passwd", "absolute": SECRET, "nowhere": "nothing.xml", "empty": "",
                        "url": CALL, "itself": "../OFD.xml"}.items():
        yield f"page-{title}.ofd", "damaged|scanned", ofd(whole, f'<ofd:Page ID="1" BaseLoc="{path}"/>')
    for title, numbers in {"nan": "nan nan nan nan", "infinite": "inf -inf 1e999 -1e999", "huge": "1e300 1e300 1e300 1e300",
                           "negative": "-1e9 -1e9 -1 -1", "few": "1", "many": "1 " * 100_000, "words": "a b c d", "tiny": "1e-300 1e-300 0 0"}.items():
        for attribute in ("Boundary", "CTM", "Size"):
            yield f"{attribute.lower()}-{title}.ofd", "text|scanned|damaged", ofd(FIXED.format("".join(
                f'<ofd:TextObject ID="{at}" {attribute}="{numbers}"><ofd:TextCode X="{at}" Y="4">{line}</ofd:TextCode></ofd:TextObject>'
                for at, line in enumerate([TITLE, *BODY]))))
    for title, delta in {"million": "g 1000000000 1", "negative": "g -5 1", "cut": "g 3", "letters": "g g g", "long": "1 " * 200_000}.items():
        yield f"delta-{title}.ofd", "text|too-large|scanned|damaged", ofd(whole.replace('Y="4"', f'Y="4" DeltaX="{delta}"'))
    yield "hundred-thousand-pieces-in-one-place.ofd", "text|too-large", ofd(FIXED.format(paragraph_ofd("会") * 100_000))
    yield "pieces-apart.ofd", "text", ofd(FIXED.format("".join(
        f'<ofd:TextObject ID="1" Boundary="{at * 1000} {at} 1 1" Size="0.001"><ofd:TextCode X="0" Y="0">会议</ofd:TextCode></ofd:TextObject>'
        for at in range(20_000))))
    yield "encrypted.ofd", "encrypted", ofd(whole, **{"Encryptions.xml": "<x/>"})
    yield "two-documents.ofd", "text", ofd(whole).replace(b"<x>", b"<y>")
    yield "root-nowhere.ofd", "damaged", packed({"OFD.xml": ROOT})
    yield "stored.ofd", "text", packed({"OFD.xml": ROOT, "D/D.xml": PAGES.format(PAGE), "D/P.xml": whole}, zipfile.ZIP_STORED)
