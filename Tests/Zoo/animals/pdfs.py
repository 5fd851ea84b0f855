# SPDX-License-Identifier: Apache-2.0
"""PDF files: trees that are none, streams that inflate, pages without end, programs within."""

import random
import zlib

from .common import CALL, SECRET

ANY = "text|damaged|scanned|too-large|encrypted|empty"
PLAIN = b"BT /F 12 Tf 72 700 Td (The meeting was held on 8 March 2024 in Hanhai.) Tj ET"


def stream(data, fields=b""):
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(data), fields, data)


def flate(data, fields=b""):
    return stream(zlib.compress(data, 1), b"/Filter/FlateDecode" + fields)


def pdf(objects=None, trailer=b"", page=b"", content=PLAIN, head=b"%PDF-1.7\n", kids=b"[3 0 R]", count=b"1", tail=b"%%EOF\n"):
    """A document of one page; `objects` replace or add to its five."""
    made = {
        1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"<</Type/Pages/Kids%s/Count %s>>" % (kids, count),
        3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>%s>>" % page,
        4: stream(content), 5: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>", **(objects or {})}
    out, places = bytearray(head), {}
    for number, body in made.items():
        places[number] = len(out)
        out += b"%d 0 obj%s endobj\n" % (number, body)
    at = len(out)
    out += b"xref\n0 1\n0000000000 65535 f \n"
    for number, place in places.items():
        out += b"%d 1\n%010d 00000 n \n" % (number, place)
    return bytes(out) + b"trailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n" % (max(made) + 1, trailer, at) + tail


def animals():
    yield "plain.pdf", "text", pdf()
    yield from trees()
    yield from tables()
    yield from streams()
    yield from contents()
    yield from fonts()
    yield from programs()
    yield from syntax()


def trees():
    yield "tree-of-itself.pdf", ANY, pdf(kids=b"[2 0 R]")
    yield "tree-cycle.pdf", ANY, pdf({6: b"<</Type/Pages/Kids[2 0 R 3 0 R]/Count 2/Parent 2 0 R>>"}, kids=b"[6 0 R 3 0 R]", count=b"2")
    yield "parent-of-itself.pdf", ANY, pdf({3: b"<</Type/Page/Parent 3 0 R/Contents 4 0 R>>"})
    yield "page-in-its-own-kids.pdf", ANY, pdf({3: b"<</Type/Pages/Kids[3 0 R]/Count 1/Parent 3 0 R>>"})
    yield "100000-deep-tree.pdf", ANY, pdf({
        **{at: b"<</Type/Pages/Kids[%d 0 R]/Count 1>>" % (at + 1) for at in range(6, 100_006)}, 100_006: b"<</Type/Page>>"}, kids=b"[6 0 R]")
    yield "doubling-tree.pdf", ANY, pdf({
        at: b"<</Type/Pages/Kids[%d 0 R %d 0 R]/Count %d>>" % (at + 1, at + 1, 1 << 30) for at in range(6, 36)}, kids=b"[6 0 R]")
    for count in (b"1000000", b"1000000000", b"99999999999999999999", b"-1", b"0", b"2.5", b"2 0 R", b"null"):
        yield f"count-{count.decode().replace(' ', '-')}.pdf", ANY, pdf(count=count)
    yield "million-pages.pdf", "too-large|damaged|scanned", pdf(kids=b"[" + b"3 0 R " * 1_000_000 + b"]", count=b"1000000")
    yield "2001-pages.pdf", "too-large", many(2_001)
    yield "2000-pages.pdf", "text", many(2_000)
    yield "100000-pages.pdf", "too-large", many(100_000)
    yield "no-pages.pdf", ANY, pdf(kids=b"[]", count=b"0")
    yield "kids-null.pdf", ANY, pdf(kids=b"[null 99 0 R true (x) <<>>]", count=b"5")
    yield "outlines-cycle.pdf", "text", pdf({1: b"<</Type/Catalog/Pages 2 0 R/Outlines 6 0 R>>", 6: b"<</First 6 0 R/Last 6 0 R/Next 6 0 R>>"})
    yield "names-cycle.pdf", "text", pdf({1: b"<</Type/Catalog/Pages 2 0 R/Names<</Dests 6 0 R/JavaScript 6 0 R>>>>", 6: b"<</Kids[6 0 R]>>"})
    yield "structure-cycle.pdf", ANY, pdf({1: b"<</Type/Catalog/Pages 2 0 R/StructTreeRoot 6 0 R/MarkInfo<</Marked true>>>>",
                                           6: b"<</Type/StructTreeRoot/K 7 0 R>>", 7: b"<</K[7 0 R 7 0 R]/P 7 0 R/S/P>>"})


def many(count):
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>"
    kids = b"".join(b"%d 0 R " % at for at in range(6, 6 + count))
    return pdf({at: page for at in range(6, 6 + count)}, kids=b"[%s]" % kids, count=b"%d" % count)


def tables():
    whole = pdf()
    at = whole.rindex(b"startxref\n") + 10
    place = whole[at:].split(b"\n")[0]
    yield "previous-is-itself.pdf", ANY, pdf(trailer=b"/Prev %s" % place)
    yield "previous-and-back.pdf", ANY, pdf(trailer=b"/Prev 9") + b"xref\n0 0\ntrailer<</Prev %s>>\nstartxref\n%d\n%%%%EOF" % (place, len(whole))
    yield "previous-hybrid.pdf", ANY, pdf(trailer=b"/XRefStm %s/Prev %s" % (place, place))
    yield "previous-negative.pdf", ANY, pdf(trailer=b"/Prev -1")
    for title, value in {"beyond": b"99999999999", "negative": b"-5", "zero": b"0", "word": b"here", "nothing": b""}.items():
        yield f"start-{title}.pdf", ANY, whole[:at] + value + b"\n%%EOF"
    yield "size-2G.pdf", ANY, whole.replace(b"/Size 6", b"/Size 2147483647")
    yield "section-of-a-billion.pdf", ANY, whole.replace(b"xref\n0 1\n", b"xref\n0 1000000000\n")
    yield "object-number-2G.pdf", ANY, pdf({2_147_483_647: b"null"})
    yield "places-wrong.pdf", ANY, whole.replace(b"xref\n0 1", b"xref\n7 1").replace(b" 00000 n", b" 00009 n")
    yield "table-is-a-stream-of-itself.pdf", ANY, whole[:at] + b"%d\n" % len(whole) + (
        b"9 0 obj<</Type/XRef/Size 9/W[1 9 9]/Root 1 0 R/Prev %d/Length 10>>stream\n0123456789\nendstream endobj\n" % len(whole)
        + b"startxref\n%d\n%%%%EOF" % len(whole))
    for widths in (b"[1 2 1]", b"[0 0 0]", b"[-1 -1 -1]", b"[99999999 99999999 99999999]", b"[8 8 8]"):
        body = b"9 0 obj<</Type/XRef/Size 100000000/Index[0 100000000]/W%s/Root 1 0 R/Length 0>>stream\n\nendstream endobj\n" % widths
        name = widths.decode().strip("[]").replace(" ", "_")
        yield f"stream-table-widths-{name}.pdf", ANY, whole + body + b"startxref\n%d\n%%%%EOF" % len(whole)
    yield "object-stream-of-itself.pdf", ANY, pdf({
        6: b"<</Type/ObjStm/N 1/First 4/Extends 6 0 R/Length 9>>stream\n6 0 null \nendstream"}, page=b"/Annots 6 0 R")
    yield "object-stream-of-a-billion.pdf", ANY, pdf({6: b"<</Type/ObjStm/N 1000000000/First 4/Length 4>>stream\n6 0 \nendstream"}, trailer=b"/Info 6 0 R")
    yield "no-table.pdf", ANY, whole[:whole.index(b"xref\n")]
    yield "no-trailer.pdf", ANY, whole[:whole.index(b"trailer")]
    yield "linearized-lies.pdf", ANY, whole.replace(b"%PDF-1.7\n", b"%PDF-1.7\n9 0 obj<</Linearized 1/L 9999999/H[1 2]/O 3/E 9/N 1000000000/T 9>>endobj\n")


def streams():
    text = b"BT /F 12 Tf 72 700 Td " + b"(The meeting.) Tj " * 10 + b"ET "
    yield "flate-bomb.pdf", ANY, pdf({4: flate(b" " * (60 << 20))})
    yield "flate-bomb-of-text.pdf", ANY, pdf({4: flate(text * 50_000)})
    twice = zlib.compress(zlib.compress(b" " * (60 << 20), 1), 9)
    yield "flate-bomb-twice.pdf", ANY, pdf({4: stream(twice, b"/Filter[/FlateDecode/FlateDecode]")})
    deep = PLAIN
    for _ in range(60):
        deep = zlib.compress(deep, 0)
    yield "60-filters.pdf", ANY, pdf({4: stream(deep, b"/Filter[" + b"/FlateDecode" * 60 + b"]")})
    # poppler runs out of stack here; that it does so in a process of its own is the point.
    yield "million-filters.pdf", ANY + "|crashed", pdf({4: stream(PLAIN, b"/Filter[" + b"/ASCIIHexDecode" * 1_000_000 + b"]")})
    yield "lzw-bomb.pdf", ANY, pdf({4: stream(lzw(20_000), b"/Filter/LZWDecode")})
    yield "lzw-of-lzw.pdf", ANY, pdf({4: stream(lzw(20_000), b"/Filter[/LZWDecode/LZWDecode]")})
    yield "run-length-bomb.pdf", ANY, pdf({4: stream(b"\x81 " * 2_000_000, b"/Filter/RunLengthDecode")})
    yield "hex.pdf", "text", pdf({4: stream(PLAIN.hex().encode(), b"/Filter/ASCIIHexDecode")})
    yield "85-of-zs.pdf", ANY, pdf({4: stream(b"z" * 5_000_000, b"/Filter/ASCII85Decode")})
    for fields in (b"/Predictor 15/Columns 1000000000", b"/Predictor 15/Colors 2147483647/BitsPerComponent 32", b"/Predictor 2/Columns -1", b"/Predictor 99"):
        name = fields.decode().replace("/", "-").replace(" ", "-")
        yield f"flate{name}.pdf", ANY, pdf({4: flate(PLAIN, b"/DecodeParms<<%s>>" % fields)})
    yield "filter-unknown.pdf", ANY, pdf({4: stream(PLAIN, b"/Filter/Mystery")})
    yield "filter-crypt.pdf", ANY, pdf({4: stream(PLAIN, b"/Filter/Crypt/DecodeParms<</Name/Mystery>>")})
    yield "length-of-itself.pdf", ANY, pdf({4: b"<</Length 4 0 R>>stream\n%s\nendstream" % PLAIN})
    yield "length-cycle.pdf", ANY, pdf({4: b"<</Length 6 0 R>>stream\n%s\nendstream" % PLAIN, 6: b"7 0 R", 7: b"6 0 R"})
    for length in (b"-1", b"2147483647", b"99999999999999999999", b"null", b"0"):
        yield f"length-{length.decode()}.pdf", ANY, pdf({4: b"<</Length %s>>stream\n%s\nendstream" % (length, PLAIN)})
    yield "stream-elsewhere.pdf", ANY, pdf({4: b"<</Length 0/F(%s)>>stream\n\nendstream" % SECRET.encode()})
    yield "stream-from-the-net.pdf", ANY, pdf({4: b"<</Length 0/F<</FS/URL/F(%s)>>>>stream\n\nendstream" % CALL.encode()})
    yield "no-endstream.pdf", ANY, pdf({4: b"<</Length 9999999>>stream\n%s" % PLAIN})


def lzw(count):
    """Codes of nine to twelve bits that each add one to the longest so far: a square in size."""
    bits, width, following = "", 9, 258
    bits += format(256, "09b") + format(32, "09b")
    for _ in range(count):
        if following == 4_093:
            bits += format(256, "012b") + format(32, "09b")
            width, following = 9, 258
            continue
        bits += format(following, f"0{width}b")
        following += 1
        width = 9 if following < 511 else 10 if following < 1_023 else 11 if following < 2_047 else 12
    bits += "0" * (-len(bits) % 8)
    return int(bits, 2).to_bytes(len(bits) // 8, "big")


def contents():
    yield "contents-a-million-times.pdf", ANY, pdf({3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents[%s]>>" % (b"4 0 R " * 1_000_000)})
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %d 0 R>>/Font<</F 5 0 R>>>>"
    drawing = {3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</X 6 0 R>>>>>>", 4: stream(b"/X Do")}
    yield "form-of-itself.pdf", ANY, pdf({**drawing, 6: stream(b"/X Do", form % 6)})
    yield "forms-in-a-circle.pdf", ANY, pdf({**drawing, 6: stream(b"/X Do", form % 7), 7: stream(b"/X Do", form % 6)})
    yield "doubling-forms.pdf", ANY, pdf({**drawing, **{at: stream(b"/X Do /X Do", form % (at + 1)) for at in range(6, 40)},
                                          40: stream(PLAIN, form % 40)})
    yield "pattern-of-itself.pdf", ANY, pdf({
        3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Pattern<</P 6 0 R>>>>>>",
        4: stream(b"/Pattern cs /P scn 0 0 999 999 re f"),
        6: stream(b"/Pattern cs /P scn 0 0 9 9 re f", b"/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 1 1]/XStep 0.0001/YStep 0.0001"
                  b"/Resources<</Pattern<</P 6 0 R>>>>")})
    yield "million-saves.pdf", ANY, pdf(content=b"q " * 1_000_000 + PLAIN)
    yield "million-restores.pdf", ANY, pdf(content=b"Q " * 1_000_000 + PLAIN)
    yield "million-operands.pdf", ANY, pdf(content=b"1 " * 1_000_000 + PLAIN)
    yield "million-marks.pdf", ANY, pdf(content=b"/Span BMC " * 1_000_000 + PLAIN)
    yield "deep-arrays.pdf", ANY, pdf(content=b"[" * 1_000_000 + PLAIN)
    yield "deep-dictionaries.pdf", ANY, pdf(content=b"<</a" * 1_000_000 + PLAIN)
    yield "million-letters.pdf", ANY, pdf(content=b"BT /F 1 Tf 72 700 Td (" + b"meeting " * 125_000 + b") Tj ET")
    yield "letters-in-one-place.pdf", ANY, pdf(content=b"BT /F 1 Tf " + b"1 0 0 1 72 700 Tm (m) Tj " * 100_000 + b"ET")
    for title, move in {"far": b"1 0 0 1 1e9 1e9 Tm", "very-far": b"1 0 0 1 1e38 -1e38 Tm", "beyond-numbers": b"1 0 0 1 1e999 99999999999999999999999999 Tm",
                        "huge": b"1e9 0 0 1e9 0 0 Tm", "tiny": b"1e-9 0 0 1e-9 72 700 Tm", "flat": b"0 0 0 0 72 700 Tm"}.items():
        yield f"letters-{title}.pdf", ANY, pdf(content=b"BT /F 12 Tf 72 700 Td (near) Tj %s (away from it) Tj ET" % move)
    scattered = random.Random(3)
    yield "letters-scattered.pdf", ANY, pdf(content=b"BT /F 1 Tf " + b"".join(
        b"1 0 0 1 %d %d Tm (w) Tj " % (scattered.randrange(600), scattered.randrange(800)) for _ in range(30_000)) + b"ET")
    yield "wide-page.pdf", ANY, pdf({3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 1000000000 1000000000]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>"},
                                    content=b"BT /F 1 Tf 0 0 Td (a) Tj 999999990 0 Td (b) Tj 0 999999990 Td (c) Tj ET")
    for title, box in {"empty": b"[]", "turned": b"[595 842 0 0]", "nothing": b"[0 0 0 0]", "words": b"[/a(b)null true]", "of-itself": b"3 0 R"}.items():
        yield f"box-{title}.pdf", ANY, pdf({3: b"<</Type/Page/Parent 2 0 R/MediaBox%s/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>" % box})
    yield "rotated-by-7.pdf", ANY, pdf(page=b"/Rotate 7")
    for filter in (b"DCTDecode", b"JPXDecode", b"JBIG2Decode", b"CCITTFaxDecode"):
        image = stream(b"\xff\xd8\xff\xe0" + bytes(100), b"/Type/XObject/Subtype/Image/Width 1000000/Height 1000000/BitsPerComponent 8/ColorSpace/DeviceRGB/Filter/" + filter)
        yield f"picture-{filter.decode()}.pdf", ANY, pdf({**drawing, 6: image})
    yield "picture-within.pdf", ANY, pdf(content=b"BI /W 1000000 /H 1000000 /CS /RGB /BPC 8 ID xx EI " + PLAIN)


def fonts():
    def font(fields, **objects):
        return pdf({5: b"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[6 0 R]%s>>" % fields,
                    6: b"<</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>%s>>"
                    % objects.get("below", b""), **objects.get("more", {})}, content=b"BT /F 12 Tf 72 700 Td <4F1A8BAE53EC5F00> Tj ET")
    head = b"/CIDInit/ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange<0000><FFFF>endcodespacerange "
    yield "font-without-mapping.pdf", ANY, font(b"")
    yield "font-of-itself.pdf", ANY, pdf({5: b"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[5 0 R]>>"})
    maps = {
        "of-itself": b"/Self usecmap ", "range-of-all": b"1 beginbfrange<0000><FFFF><0041>endbfrange ",
        "range-turned": b"1 beginbfrange<FFFF><0000><0041>endbfrange ", "long-code": b"1 beginbfchar<" + b"41" * 100_000 + b"><0041>endbfchar ",
        "long-text": b"1 beginbfchar<4F1A><" + b"4F1A" * 1_000_000 + b">endbfchar ", "no-end": b"100 beginbfchar<4F1A><4F1A>",
        "million-ranges": b"1 beginbfrange" + b"<0000><FFFF><4F1A>" * 100_000 + b"endbfrange ", "four-bytes": b"1 beginbfrange<00000000><FFFFFFFF><0041>endbfrange ",
        "controls": b"2 beginbfchar<4F1A><001B005B0032004A><8BAE><202E>endbfchar ", "surrogates": b"2 beginbfchar<4F1A><D800><8BAE><DC00>endbfchar ",
        "nul": b"1 beginbfrange<0000><FFFF><0000>endbfrange "}
    for title, body in maps.items():
        mapping = flate(head + body + b"endcmap", b"/CMapName/Self/UseCMap 7 0 R")
        yield f"mapping-{title}.pdf", ANY, font(b"/ToUnicode 7 0 R", more={7: mapping})
    for title, widths in {"million": b"[0[" + b"500 " * 1_000_000 + b"]]", "range": b"[0 1000000000 500]", "huge": b"[0[1e38 1e38 -1e38]]", "cycle": b"6 0 R"}.items():
        yield f"widths-{title}.pdf", ANY, font(b"", below=b"/W" + widths)
    for title, data in {"nothing": b"", "zeros": bytes(10_000), "truetype": b"\0\1\0\0" + b"\xff" * 5_000, "cff": b"\1\0\4\4" + b"\xff" * 5_000}.items():
        yield f"font-file-{title}.pdf", ANY, font(b"", below=b"/FontDescriptor 7 0 R", more={
            7: b"<</Type/FontDescriptor/FontName/X/Flags 4/FontFile2 8 0 R>>", 8: stream(data)})
    yield "font-drawn-by-itself.pdf", ANY, pdf({5: b"<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[1 0 0 1 0 0]/FirstChar 0/LastChar 255"
                                                b"/CharProcs<</a 6 0 R>>/Encoding<</Differences[0" + b"/a" * 256 + b"]>>/Resources<</Font<</F 5 0 R>>>>>>",
                                                6: stream(PLAIN)})
    yield "differences-million.pdf", ANY, pdf({5: b"<</Type/Font/Subtype/Type1/BaseFont/X/Encoding<</Differences[0" + b"/a" * 1_000_000 + b"]>>>>"})
    yield "encoding-of-itself.pdf", ANY, font(b"/ToUnicode 5 0 R")


def programs():
    yield "javascript.pdf", "text", pdf({1: b"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(while\\(1\\){app.alert\\(1\\)})>>>>"})
    yield "launch.pdf", "text", pdf({1: b"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/Launch/F(/bin/sh)/Win<</F(cmd.exe)>>>>>>"})
    yield "goes-elsewhere.pdf", "text", pdf({1: b"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/GoToR/F(%s)/D[0/Fit]>>>>" % SECRET.encode()})
    yield "calls.pdf", "text", pdf({1: b"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/URI/URI(%s)>>/AA<</WC<</S/SubmitForm/F(%s)>>>>>>" % (CALL.encode(), CALL.encode())})
    yield "embedded.pdf", "text", pdf({1: b"<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[(a.exe)6 0 R]>>>>>>",
                                       6: b"<</Type/Filespec/F(../../tmp/minuted-zoo-escape.txt)/EF<</F 7 0 R>>>>", 7: stream(b"MZ" * 1_000)})
    yield "form-in-xml.pdf", ANY, pdf({1: b"<</Type/Catalog/Pages 2 0 R/AcroForm<</XFA 6 0 R/Fields[7 0 R]>>/NeedsRendering true>>",
                                       6: stream(b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'), 7: b"<</Kids[7 0 R]/Parent 7 0 R>>"})
    yield "annotation-cycle.pdf", ANY, pdf({6: b"<</Subtype/Popup/Parent 6 0 R/Popup 6 0 R/AP<</N 6 0 R>>/Kids[6 0 R]>>"}, page=b"/Annots[6 0 R 6 0 R]")
    yield "layers-cycle.pdf", ANY, pdf({1: b"<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[6 0 R]/D<</Order[7 0 R]>>>>>>", 6: b"<</Type/OCG/Name(x)>>", 7: b"[7 0 R]"})
    for title, fields in {"unknown": b"/Filter/Mystery/V 1", "v9": b"/Filter/Standard/V 9/R 9", "short": b"/Filter/Standard/V 1/R 2/O(a)/U(b)/P -1",
                          "of-itself": b"/Filter/Standard/CF 6 0 R/V 4/R 4", "aes": b"/Filter/Standard/V 5/R 6/Length 256/O(a)/U(b)/OE(c)/UE(d)/P 0"}.items():
        # Poppler reads some of them: nothing in them was ever locked.
        yield f"encrypted-{title}.pdf", "encrypted|damaged|text", pdf({6: b"<<%s>>" % fields}, trailer=b"/Encrypt 6 0 R/ID[(a)(b)]")
    yield "says-encrypted.pdf", "text", pdf(content=b"BT /F 12 Tf 72 700 Td (The word /Encrypt is not a lock, said the meeting.) Tj ET")
    yield "says-encrypted-and-is-damaged.pdf", "damaged|encrypted", b"%PDF-1.4\n% /Encrypted or not, there is no catalog\n1 0 obj<<>>endobj\ntrailer<</Root 1 0 R>>\n"


def syntax():
    noise = random.Random(4)
    yield "mark-only.pdf", "damaged", b"%PDF-1.7"
    yield "mark-and-noise.pdf", "damaged", b"%PDF-1.7\n" + noise.randbytes(100_000)
    yield "mark-and-zeros.pdf", "damaged", b"%PDF-1.7\n" + bytes(1_000_000)
    yield "60-MB-of-rubbish-before.pdf", ANY, b"%PDF-1.7\n" + b"x" * (60 << 20) + pdf()
    yield "mark-late.pdf", "text", pdf(head=b"\r\n" * 300 + b"%PDF-1.7\n")
    yield "million-objects.pdf", ANY, b"%PDF-1.7\n" + b"1 0 obj null endobj\n" * 1_000_000 + b"trailer<</Root 1 0 R>>"
    yield "million-endings.pdf", ANY, pdf(tail=b"startxref\n9\n%%EOF\n" * 500_000)
    yield "object-without-end.pdf", ANY, pdf({6: b"<</A<</A" * 100_000})
    yield "string-without-end.pdf", ANY, pdf({6: b"(" * 2_000_000})
    yield "hex-without-end.pdf", ANY, pdf({6: b"<" + b"41" * 5_000_000})
    yield "name-of-5-MB.pdf", ANY, pdf({6: b"/" + b"n" * 5_000_000})
    yield "number-of-1-MB.pdf", ANY, pdf({6: b"9" * 1_000_000}, count=b"6 0 R")
    yield "reference-cycle.pdf", ANY, pdf({2: b"2 0 R"})
    yield "million-references.pdf", ANY, pdf({6: b"[" + b"6 0 R " * 1_000_000 + b"]"}, trailer=b"/Info 6 0 R")
    yield "catalog-is-a-page.pdf", ANY, pdf({1: b"<</Type/Page/Pages 1 0 R/Kids[1 0 R]/Count 1>>"})
    whole = pdf()
    for seed in range(40):
        bitten, dice = bytearray(whole), random.Random(seed)
        for _ in range(1 + seed // 4):
            bitten[dice.randrange(9, len(bitten))] = dice.randrange(256)
        yield f"bytes-changed-{seed}.pdf", ANY, bytes(bitten)
