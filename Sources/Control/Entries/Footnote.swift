// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Desk
internal import Digest
internal import Minutes

/// Where one quotation was published, as a footnote says it.
///
/// Example: [1] 省民政厅：《全省民政工作会议召开》，2024-03-09，https://…，第7段（974—986字）：“…”。sha256 3f9a1c…
struct Footnote {
  let number: Int
  let evidence: KeptChange.Evidence
  /// Nil where a bulletin is quoted, which tells of none.
  let meeting: Meeting?
  let document: Document?
  /// Publisher, date and address, where the kept document tells them.
  let report: Report?
  /// Whether the digest that quotes it may still be quoted.
  let validity: Validity
  /// What a person has put right in these words.
  let amendments: [SignedAmendment]

  /// One for each quotation of a change, the baseline's first.
  static func all(of found: EntryLookup.Found, in archive: MeetingArchive) throws -> [Footnote] {
    let lookup = EntryLookup(archive: archive)
    let standing = ValidityLookup(archive: archive)
    let validity = try standing.validity(of: found.digest)
    return try (found.change.from + found.change.to).enumerated().map { place, evidence in
      let record = try lookup.record(evidence.meeting, found.digest.provenance)
      let reading = try lookup.reading(of: evidence, record)
      let isBulletin = reading?.report.meetings.isEmpty == true
      return Footnote(
        number: place + 1, evidence: evidence, meeting: isBulletin ? nil : record?.meeting,
        document: reading?.document ?? record?.documents.first, report: reading?.report, validity: validity,
        amendments: try (record.map { try standing.amendments(of: $0) } ?? []).filter {
          $0.isAbout(evidence.excerpt)
        })
    }
  }

  private var span: Span { evidence.excerpt.span }

  /// The title, else what is known of the meeting itself.
  private var title: String {
    if let title = meeting?.title ?? report?.title { return "《\(title)》" }
    return (meeting?.jurisdiction?.fullName ?? "") + (meeting?.kind ?? evidence.meeting) + "的报道"
  }

  private var page: String { evidence.page.map { "第\($0)页" } ?? "" }

  private var provenance: String {
    switch document?.provenance {
    case .invented: "【虚构，不可引用】"
    case .paraphrase: "【改写文本，引文非原文】"
    case .report, nil: ""
    }
  }

  var text: String {
    let published = report?.published.map(\.description) ?? meeting?.date.map { "会议日期\($0)" }
    let source = [
      (report?.publisher.map { $0 + "：" } ?? "") + title, published, report?.url, document?.name,
      "\(page)第\(evidence.paragraph)段（\(span.start)—\(span.end)字）",
    ].compactMap(\.self).joined(separator: "，")
    let hash = document.map { "　sha256 \($0.sha256.prefix(16))" } ?? ""
    let note = validity.note(in: .chinese) ?? ""
    let amended = amendments.map { "【\($0.told(in: .naming, quoting: false))】" }.joined()
    return Sanitised.text("[\(number)] \(note)\(provenance)\(source)：“\(evidence.quote)”\(amended)\(hash)")
  }

  var value: JSONValue {
    let members: JSONValue.Members = [
      "number": .integer(number), "publisher": .optional(report?.publisher),
      "title": .optional(meeting?.title ?? report?.title),
      "published": .optional(report?.published?.description),
      "url": .optional(report?.url), "meeting": .string(evidence.meeting),
      "date": .optional(meeting?.date?.description), "quote": .string(evidence.quote),
      "paragraph": .integer(evidence.paragraph),
      "span": .array([.integer(span.start), .integer(span.end)]), "file": .optional(document?.name),
      "sha256": .optional(document?.sha256), "provenance": .optional(document?.provenance.rawValue),
      "validity": validity.value, "amended": .array(amendments.map(\.value)),
    ]
    return .object(members.with("page", evidence.page))
  }
}
