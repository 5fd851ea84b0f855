// SPDX-License-Identifier: Apache-2.0

internal import Diff
internal import Minutes

internal import FoundationEssentials

/// Which of the level above's priorities are taken up, and at which place.
struct SuperiorSection {
  private let digest: MeetingDigest
  private let voice: Voice
  private let superior: Meeting
  private let above: String
  private let own: String

  static func make(_ digest: MeetingDigest) -> Section? {
    digest.baselines.superiors.first.map { SuperiorSection(digest, $0.meeting).section }
  }

  private init(_ digest: MeetingDigest, _ superior: Meeting) {
    self.digest = digest
    self.superior = superior
    voice = digest.voice
    (above, own) = (voice.mark(superior), voice.mark(digest.meeting))
  }

  private var section: Section {
    let missing = digest.changes(.uptakeMissing, about: .priority)
    let taken = digest.changes(.uptake, about: .priority).sorted { rank($0) < rank($1) }
    return Section(
      head(missing.count),
      [
        row(.taken, .uptake, taken.map(self.taken)),
        row(.missing, .uptakeMissing, missing.map { voice.item($0.from[0], mark: above) + doubt($0) }),
        row(.brands, .uptake, brands), row(.targets, .targetUp, targets),
        row(
          .local, .uptakeLocal,
          digest.changes(.uptakeLocal, about: .priority).map { voice.item($0.to[0], mark: own) }),
      ])
  }

  private func head(_ missing: Int) -> String {
    let all = superior.priorities.count
    let name = voice(.aboveHead, voice.place(superior), superior.date?.description ?? "")
    if all == 0 { return name + voice(.aboveNone) }
    return name + voice(.aboveCounts, "\(all)", "\(all - missing)")
      + (missing == 0 ? "" : voice(.aboveMissing, "\(missing)"))
  }

  /// 已用“瀚海众扶”“护苗同行”, 未用“颐养瀚海”: the names that the level above gave its tasks.
  private var brands: [String] {
    func names(_ kind: Change.Kind) -> String {
      digest.changes(kind, about: .formulation).compactMap { Names.quoted($0.wordingFrom ?? "") }.joined()
    }
    let told: [(Phrase, String)] = [(.brandUsed, names(.uptake)), (.brandUnused, names(.uptakeMissing))]
    return told.filter { !$0.1.isEmpty }.map { voice($0.0, $0.1) }
  }

  private func row(_ label: Phrase, _ kind: Change.Kind, _ items: [String]) -> Section.Row {
    Section.Row(label: voice(label), items: items, keep: Weight.keep(kind))
  }

  private func rank(_ change: Change) -> Int { change.from.first?.rank ?? 0 }

  private func doubt(_ change: Change) -> String {
    change.confidence == .low ? voice.bracket(voice(.doubt)) : ""
  }

  /// 省6 发展慈善事业＋省7 引导社会组织→市4（部分）.
  private func taken(_ change: Change) -> String {
    let from = change.from.map {
      above + "\($0.rank ?? 0) " + Columns.cut($0.name ?? "", to: 22) + voice.gloss(change.topic)
    }
    let to = change.to.map { own + "\($0.rank ?? 0)" }
    let part = change.scope == Change.inPart ? voice.bracket(voice(.partly)) : ""
    return voice.list(from, .and) + voice(.arrow) + voice.list(to) + part
  }

  private var targets: [String] {
    digest.changes(.targetUp, .targetDown, .targetSame, of: .superior).compactMap { change in
      guard let pair = change.figures, let theirs = pair.from, let mine = pair.to, let delta = pair.delta
      else { return nil }
      let size = voice.gap(delta, like: mine.quantity)
      let gap = delta == 0 ? voice(.even) : voice(delta < 0 ? .lower : .higher, size)
      return voice(
        .targetBeside, voice.indicator(mine.indicator), above + voice.text(theirs.quantity),
        own + voice.text(mine.quantity), voice.bracket(gap))
    } + unset
  }

  /// 节地安葬率、低保差距：省有目标，市未设: shares alone, which a city can be held to as well.
  private var unset: [String] {
    let names = digest.changes(.uptakeMissing, about: .figure).compactMap {
      ($0.figures?.from?.indicator).map(voice.indicator)
    }
    guard !names.isEmpty else { return [] }
    let marks = (above.trimmed, own.trimmed)
    return [voice(.noTargetHere, voice.list(names), marks.0, marks.1)]
  }
}
