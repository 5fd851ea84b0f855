// SPDX-License-Identifier: Apache-2.0

internal import Diff
internal import Digest
internal import Minutes

/// Every change with the words it rests on, and the documents that these stand in, numbered.
struct MeetingEvidence {
  let digest: MeetingDigest

  private let sources: [Source]

  /// A document with what is known of where it was published.
  private struct Source {
    var document: Document
    /// Publisher, date and address; empty where the report tells none.
    var published: String
    var title: String
  }

  init(digest: MeetingDigest) {
    self.digest = digest
    let records = [digest.record] + digest.compared.map(\.record) + digest.baselines.history
    var known: Set<String> = []
    let reports = records.flatMap { record in
      record.documents.enumerated().map { place, document in
        Source(
          document: document, published: place < record.sources.count ? record.sources[place] : "",
          title: record.meeting.title ?? digest.voice.story(record.meeting))
      }
    }
    let bulletins = digest.baselines.bulletins.map {
      Source(document: $0.document, published: $0.source, title: $0.title ?? "")
    }
    // Only what is quoted: a series of twenty years is not all told of.
    let quoted = Set(
      digest.changes.flatMap { $0.from + $0.to }.compactMap { Self.document(of: $0, in: digest)?.sha256 })
    let own = Set(digest.record.documents.map(\.sha256))
    sources = (reports + bulletins).filter {
      (quoted.contains($0.document.sha256) || own.contains($0.document.sha256))
        && known.insert($0.document.sha256).inserted
    }
  }

  private var voice: Voice { digest.voice }
  private var language: Language { voice.language }

  private static func document(of evidence: Change.Evidence, in digest: MeetingDigest) -> Document? {
    if evidence.meeting == digest.meeting.id { return digest.document(of: evidence.excerpt) }
    return digest.record(of: evidence.meeting)?.document(of: evidence.excerpt)
  }

  // MARK: - Findings

  /// The changes under each relation, in the order in which they are told and numbered.
  var blocks: [Block] {
    let groups: [(PageWord, [Relation])] = [
      (.againstSuperior, [.superior]), (.againstPrevious, [.previous]), (.againstChosen, [.chosen]),
      (.againstPeers, [.peer]),
    ]
    return groups.flatMap { heading, relations -> [Block] in
      let findings = digest.changes.enumerated().filter { relations.contains($0.element.relation) }
        .map { finding($0.element, number: $0.offset + 1) }
      return findings.isEmpty ? [] : [.heading(heading(language)), .findings(findings)]
    }
  }

  private func finding(_ change: Change, number: Int) -> Block.Finding {
    let id = digest.entryID(number)
    let stated = change.stated.map {
      [Block.Quotation(label: "", words: $0.text, place: .text(voice.place($0)))]
    }
    let sides =
      change.from.map { quotation($0, before(change)) } + change.to.map { quotation($0, now(change)) }
    return Block.Finding(
      anchor: "c\(id.dropFirst(digest.id.count + 1))",
      story: [
        .text(DigestText.story(of: change, in: digest)), .faint("　" + id.prefix(8) + id.dropFirst(16)),
      ],
      quotations: sides + (stated ?? []))
  }

  private func before(_ change: Change) -> String {
    digest.record(of: change.from.first?.meeting ?? "").map { voice.story($0.meeting) } ?? ""
  }

  private func now(_ change: Change) -> String {
    digest.bulletin(of: change)?.title ?? voice.story(digest.meeting)
  }

  /// The words, then date, page, paragraph and characters, then the number of the source.
  private func quotation(_ evidence: Change.Evidence, _ label: String) -> Block.Quotation {
    let (excerpt, span) = (evidence.excerpt, evidence.excerpt.span)
    let place = [
      evidence.rank.map { language == .chinese ? "第\($0)项" : "task \($0)" }, voice.place(excerpt),
      PageWord.characters(language, "\(span.start)", "\(span.end)"),
    ].compactMap(\.self).joined(separator: "　")
    let document = Self.document(of: evidence, in: digest)
    let number = sources.firstIndex { $0.document.sha256 == document?.sha256 }
    return Block.Quotation(
      label: label, words: excerpt.text, place: [.text(place)] + (number.map { [.note($0 + 1)] } ?? []))
  }

  // MARK: - Notes

  /// 《…》，省民政厅 2024-03-09 https://…，file, SHA-256: as a footnote gives it.
  var notes: [[Inline]] {
    sources.map { source in
      let words = source.published.split(separator: " ").map(String.init)
      let published = words.flatMap { [Inline.text("　"), .address($0)] }
      let origin = published.isEmpty ? [Inline.faint("　" + PageWord.noSource(language))] : published
      let name = source.title.isEmpty ? source.document.name : source.title
      return [.text(language == .chinese ? "《\(name)》" : name)] + origin
        + [.faint("　\(source.document.name)　SHA-256 \(source.document.sha256.prefix(16))")]
    }
  }
}
