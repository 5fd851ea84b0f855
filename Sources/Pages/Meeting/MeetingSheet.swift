// SPDX-License-Identifier: Apache-2.0

package import Diff
package import Digest
internal import Minutes

/// The page of one meeting: the story, the tasks as a chart, wording, targets, figures, superior, peers, and
/// all excerpts with where they stand.
package struct MeetingSheet {
  let digest: MeetingDigest
  let outline: DigestOutline
  let words: ComparingWords
  let language: Language
  let origin: Origin

  /// `words` tell which figures of several years are of one indicator.
  package static func make(
    _ digest: MeetingDigest, words: ComparingWords, origin: Origin = Origin()
  ) -> Sheet {
    MeetingSheet(
      digest: digest, outline: DigestOutline(digest), words: words, language: digest.voice.language,
      origin: origin
    ).sheet
  }

  private var sheet: Sheet {
    let evidence = MeetingEvidence(digest: digest)
    let kind: PageWord = digest.primary.relation == .none ? .record : .comparison
    return Sheet(
      language: language, kicker: "\(kind(language)) · \(digest.voice.story(digest.meeting))",
      headline: outline.headline, lead: lead, warnings: warnings,
      sections: [
        section("correction", .correction, rows(.correction)), section("amended", .amended, amended),
        section("superior", .superior, superior),
        section("tasks", .tasks, tasks),
        section("targets", .targets, targets), section("next", .nextTargets, rows(.nextTargets)),
        section("figures", .figures, figures),
        section("peers", .peers, peers), section("excerpts", .excerpts, evidence.blocks),
        section("sources", .sources, [.notes(evidence.notes)]),
      ].compactMap(\.self),
      foot: foot)
  }

  private func section(_ anchor: String, _ heading: PageWord, _ blocks: [Block]) -> Sheet.Section? {
    blocks.isEmpty ? nil : Sheet.Section(anchor, heading(language), blocks)
  }

  /// Where the texts come from, unless they are real reports: 虚构，仅供演示.
  private var provenance: String? {
    ([digest.record] + digest.compared.map(\.record)).lazy.compactMap(digest.voice.provenance).first
  }

  /// The second line of the digest, without what stands as a warning below it.
  private var lead: [[Inline]] {
    let told = provenance.map { (language == .chinese ? "｜" : "; ") + $0 }
    return [.text(told.map { outline.circumstances.replacing($0, with: "") } ?? outline.circumstances)]
  }

  private var warnings: [String] {
    let validity = origin.validity.note(in: digest.voice)
    return [provenance, validity, origin.isRetold ? PageWord.retold(language) : nil].compactMap(\.self)
  }

  private var foot: [[Inline]] {
    // The last line of a kept digest says where its excerpts can be read: on a page they stand above.
    let lines = outline.sections(.foot).dropLast(digest.isFromArchive ? 1 : 0)
    let superseded = (origin.supersedes ?? digest.correction?.superseded.id).map {
      "　" + PageWord.supersedes(language, String($0.prefix(8)))
    }
    let names =
      PageWord.digestNumber(language, digest.id) + "　" + PageWord.rulesNumber(language, digest.rules)
      + (superseded ?? "")
    let index = origin.index.map { [[Inline.link(PageWord.arrivals(language), to: $0)]] }
    return lines.map { [Inline.text($0.head)] } + [[.text(names)]] + (index ?? [])
  }

  // MARK: - Sections

  /// What a person has put right in the reports, and who did, when and why.
  private var amended: [Block] {
    let rows = origin.amendments.map { Block.Row("", [.text($0.told(in: digest.voice))]) }
    return rows.isEmpty ? [] : [.rows(rows)]
  }

  /// A section of the digest in its own words.
  private func rows(_ part: DigestOutline.Part, except kind: Change.Kind? = nil) -> [Block] {
    outline.sections(part).flatMap { section -> [Block] in
      let rows = section.rows.filter { kind == nil || $0.kind != kind }
        .map { Block.Row($0.label, $0.items.map { .text($0) }) }
      return [.paragraph([.strong(section.head)])] + (rows.isEmpty ? [] : [.rows(rows)])
    }
  }

  private var tasks: [Block] {
    let told = rows(.priorities, except: .reworded)
    guard let head = told.first else { return record }
    let chart = MeetingRanks(digest: digest).sinceLast.map { [Block.ranks($0)] } ?? []
    let wordings = MeetingWording(digest: digest).rows
    let changed = wordings.isEmpty ? [] : [.heading(PageWord.wording(language)), Block.rows(wordings)]
    return [head] + chart + told.dropFirst() + changed
  }

  /// The tasks of a meeting that has no earlier one: beside its peers, where there are any.
  private var record: [Block] {
    guard let section = outline.sections(.record).first else { return [] }
    let head = Block.paragraph([
      .strong("\(digest.meeting.priorities.count)" + (language == .chinese ? "项" : ""))
    ])
    let peers = PeerRanks(digest: digest)
    if let table = peers.table { return [head, .table(table), .paragraph([.faint(peers.legend)])] }
    let rows = section.rows.map { Block.Row($0.label, $0.items.map { .text($0) }) }
    return [.paragraph([.strong(section.head)]), .rows(rows)]
  }

  private var targets: [Block] {
    let tables = MeetingFigures(digest: digest, words: words).targets
    let told = rows(.targets)
    return tables.isEmpty ? told : told.prefix(1) + tables.map(Block.table)
  }

  private var figures: [Block] {
    let figures = MeetingFigures(digest: digest, words: words)
    if digest.predecessor == nil { return figures.record.map { [.table($0)] } ?? [] }
    let told = rows(.figures)
    return (figures.movements.map { Array(told.prefix(1)) + [.table($0)] } ?? told) + figures.gone
  }

  private var superior: [Block] {
    let told = rows(.superior)
    let chart = MeetingRanks(digest: digest).uptake.map { [Block.ranks($0)] } ?? []
    return Array(told.prefix(1)) + chart + told.dropFirst()
  }

  private var peers: [Block] { rows(.peers) }
}
