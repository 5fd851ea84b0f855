// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Desk
internal import Digest
internal import Minutes

/// A change with all it rests on: both sides' words in their paragraphs, the rule, the similarity.
struct ChangeExplanation {
  /// A quotation and what is known of where it stands.
  struct Side {
    let isBaseline: Bool
    let evidence: KeptChange.Evidence
    let record: Record?
    /// The document that has the words: a report of the meeting, or a bulletin.
    let reading: DocumentReading?
    /// What a person has put right in these words.
    let amendments: [SignedAmendment]

    var document: Document? { reading?.document ?? record?.documents.first }

    /// Its title, where it is no report of the meeting.
    var bulletin: String? {
      reading.flatMap { $0.report.meetings.isEmpty ? $0.report.title ?? $0.document.name : nil }
    }

    /// The quotation inside its paragraph; nil where the report was read otherwise since, or is a bulletin,
    /// of which only the figures are kept.
    var passage: Passage? {
      guard bulletin == nil else { return nil }
      let paragraph = record?.meeting.paragraphs.first { $0.text.contains(evidence.quote) }
      guard let paragraph, let range = paragraph.text.firstRange(of: evidence.quote) else { return nil }
      let text = Array(paragraph.text)
      let start = paragraph.text.distance(from: paragraph.text.startIndex, to: range.lowerBound)
      let end = start + paragraph.text.distance(from: range.lowerBound, to: range.upperBound)
      return Passage(start..<end, of: text, in: paragraph, span: evidence.excerpt.span)
    }
  }

  let found: EntryLookup.Found
  let sides: [Side]
  /// Whether the digest that tells it may still be quoted.
  let validity: Validity

  init(_ found: EntryLookup.Found, in archive: MeetingArchive) throws {
    self.found = found
    let lookup = EntryLookup(archive: archive)
    let standing = ValidityLookup(archive: archive)
    validity = try standing.validity(of: found.digest)
    func side(_ evidence: KeptChange.Evidence, _ isBaseline: Bool) throws -> Side {
      let record = try lookup.record(evidence.meeting, found.digest.provenance)
      let reading = try lookup.reading(of: evidence, record)
      let amended = try record.map { try standing.amendments(of: $0) } ?? []
      return Side(
        isBaseline: isBaseline, evidence: evidence, record: record, reading: reading,
        amendments: amended.filter { $0.isAbout(evidence.excerpt) })
    }
    sides = try found.change.from.map { try side($0, true) } + found.change.to.map { try side($0, false) }
  }

  func lines(width: Int) -> [String] {
    let change = found.change
    let short = found.story.id.prefix(8) + change.entry.dropFirst(found.story.id.count)
    let basis = [
      "种类 \(CodeWords.change(change.change))", "关系 \(CodeWords.relation(change.relation))",
      "规则 \(change.rule)",
      change.similarity.map { "相似度 \($0)" }, "可信度 \(CodeWords.degree(change.confidence))",
      "权重 \(CodeWords.degree(change.weight))",
    ].compactMap(\.self)
    let margin = short.count + 2
    var lines = Wrap.hanging("\(short)", Sanitised.text(change.story), margin: margin, width: width)
      .map(Terminal.strong)
    if let note = validity.note(in: .chinese) { lines += Wrap.lines(Sanitised.text(note), width: width) }
    lines += Wrap.hanging("", basis.joined(separator: "　"), margin: 2, width: width)
    if let scope = change.scope { lines.append("  范围 " + Sanitised.text(scope)) }
    for label in [true, false] {
      let side = sides.filter { $0.isBaseline == label }
      lines += side.flatMap { self.lines(of: $0, width) }
      if side.isEmpty { lines.append(label ? "基准：没有对应的原文" : "本次：没有对应的原文") }
    }
    if let stated = change.stated {
      lines += Wrap.lines("报告说明：“" + Sanitised.text(stated) + "”", width: width)
    }
    return lines + ["  规则版本 \(found.story.rules)"]
  }

  private func lines(of side: Side, _ width: Int) -> [String] {
    let evidence = side.evidence
    let rank = evidence.rank.map { "　第\($0)项" } ?? ""
    let span = evidence.excerpt.span
    let place = evidence.page.map { "第\($0)页第\(evidence.paragraph)段 \(span.start)-\(span.end)" }
    let document = side.document.map { "　\($0.name)　\($0.sha256.prefix(12))" } ?? ""
    let quoted = side.passage?.marked(width: 4 * width) ?? Sanitised.text(evidence.quote)
    let label = side.bulletin.map { "公报：\($0)" } ?? "\(side.isBaseline ? "基准" : "本次")：\(evidence.meeting)"
    return Wrap.lines(Sanitised.text("\(label)\(rank)"), width: width)
      + Wrap.hanging(
        "", Sanitised.text((place ?? evidence.excerpt.place) + document), margin: 2, width: width)
      + Wrap.lines(quoted, width: width - 6).map { "    " + Terminal.showing($0) }
      + side.amendments.flatMap {
        Wrap.hanging("", Sanitised.text($0.told(in: .naming, quoting: false)), margin: 2, width: width)
      }
  }

  var value: JSONValue {
    let change = found.change
    return .object([
      "entry": .string(change.entry), "change": .string(change.change), "relation": .string(change.relation),
      "story": .string(change.story), "rule": .string(change.rule), "rules": .string(found.story.rules),
      "similarity": change.similarity.map { .share($0, places: 3) } ?? .null,
      "confidence": .string(change.confidence), "weight": .string(change.weight),
      "scope": .optional(change.scope), "stated": .optional(change.stated),
      "from": .array(sides.filter(\.isBaseline).map(value)),
      "to": .array(sides.filter { !$0.isBaseline }.map(value)), "validity": validity.value,
    ])
  }

  private func value(_ side: Side) -> JSONValue {
    let excerpt = side.evidence.excerpt
    let members: JSONValue.Members = [
      "meeting": .string(side.evidence.meeting), "quote": .string(excerpt.text),
      "span": .array([.integer(excerpt.span.start), .integer(excerpt.span.end)]),
      "paragraph": .integer(excerpt.paragraph), "rank": side.evidence.rank.map(JSONValue.integer) ?? .null,
      "context": .optional(side.passage?.excerpt(around: 60)),
      "file": .optional(side.document?.name), "sha256": .optional(side.document?.sha256),
      "bulletin": .optional(side.bulletin), "amended": .array(side.amendments.map(\.value)),
    ]
    return .object(members.with("page", excerpt.page))
  }
}
