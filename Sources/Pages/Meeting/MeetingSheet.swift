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
  /// The id of the digest that this one replaces.
  let superseded: String?

  /// `words` tell which figures of several years are of one indicator; `isRetold` where the digest was sent
  /// from another state of the archive.
  package static func make(
    _ digest: MeetingDigest, words: ComparingWords, isRetold: Bool = false, supersedes: String? = nil
  ) -> Sheet {
    MeetingSheet(
      digest: digest, outline: DigestOutline(digest), words: words, language: digest.voice.language,
      superseded: supersedes ?? digest.correction?.superseded.id
    ).sheet(isRetold)
  }

  private func sheet(_ isRetold: Bool) -> Sheet {
    let evidence = MeetingEvidence(digest: digest)
    let kind: PageWord = digest.primary.relation == .none ? .record : .comparison
    return Sheet(
      language: language, kicker: "\(kind(language)) · \(digest.voice.story(digest.meeting))",
      headline: outline.headline, lead: [.text(outline.circumstances)], warnings: warnings(isRetold),
      sections: [
        section("correction", .correction, rows(.correction)), section("superior", .superior, superior),
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

  private func warnings(_ isRetold: Bool) -> [String] {
    let texts = [digest.record] + digest.compared.map(\.record)
    let provenance = texts.lazy.compactMap(digest.voice.provenance).first
    return [provenance, isRetold ? PageWord.retold(language) : nil].compactMap(\.self)
  }

  private var foot: [[Inline]] {
    let basis = outline.sections(.foot).map { [Inline.text($0.head)] }
    let superseded = superseded.map { "　" + PageWord.supersedes(language, String($0.prefix(8))) } ?? ""
    let names =
      PageWord.digestNumber(language, digest.id) + "　" + PageWord.rulesNumber(language, digest.rules)
      + superseded
    return basis + [[.text(names)]]
  }

  // MARK: - Sections

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
    let table = MeetingFigures(digest: digest, words: words).targets
    let told = rows(.targets)
    return table.map { Array(told.prefix(1)) + [.table($0)] } ?? told
  }

  private var figures: [Block] {
    let figures = MeetingFigures(digest: digest, words: words)
    if digest.predecessor == nil { return figures.record.map { [.table($0)] } ?? [] }
    let told = rows(.figures)
    return figures.movements.map { Array(told.prefix(1)) + [.table($0)] } ?? told
  }

  private var superior: [Block] {
    let told = rows(.superior)
    let chart = MeetingRanks(digest: digest).uptake.map { [Block.ranks($0)] } ?? []
    return Array(told.prefix(1)) + chart + told.dropFirst()
  }

  private var peers: [Block] { rows(.peers) }
}
