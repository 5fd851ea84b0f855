// SPDX-License-Identifier: Apache-2.0

internal import Diff
internal import Minutes

internal import FoundationEssentials

/// The results told against those of the earlier meeting; revisions first, then the largest movements.
struct FigureSection {
  private let digest: MeetingDigest
  private let voice: Voice

  static func make(_ digest: MeetingDigest) -> Section? {
    digest.predecessor == nil ? nil : FigureSection(digest: digest, voice: digest.voice).section
  }

  private var section: Section? {
    let revised = told(.revised)
    let (up, down, same) = (told(.figureUp), told(.figureDown), told(.figureSame))
    let apart = told(.incomparable).filter { $0.figures?.to?.aspect != .target }
    let all = up.count + down.count + same.count
    guard all + revised.count + apart.count > 0 else { return none }
    return Section(
      head(all, [(.rose, up.count), (.fell, down.count), (.flat, same.count)], revised.count),
      [
        row(.revised, revised.compactMap(revision), .revised),
        Section.Row(
          label: "", items: ordered(up + down).compactMap(movement), keep: Weight.keep(.figureUp)),
        row(.incomparable, apart.compactMap(self.apart), .incomparable),
      ])
  }

  private func head(_ all: Int, _ ways: [(Phrase, Int)], _ revised: Int) -> String {
    let gone = digest.goneFigures.count
    let moved = voice.list(counted(ways), .countGap)
    let rest = counted([(.revised, revised), (.gone, gone)]).map { voice(.semicolon) + $0 }.joined()
    return voice(.figureHead, "\(all)", moved) + rest
  }

  private func counted(_ counts: [(Phrase, Int)]) -> [String] {
    counts.filter { $0.1 > 0 }.map { voice(.count, voice($0.0), "\($0.1)") }
  }

  private func row(_ label: Phrase, _ items: [String], _ kind: Change.Kind) -> Section.Row {
    Section.Row(label: voice(label), items: items, keep: Weight.keep(kind))
  }

  /// Said once where neither report has figures.
  private var none: Section? {
    digest.meeting.figures.isEmpty && digest.predecessor?.meeting.figures.isEmpty == true
      ? Section(voice(.noFiguresBoth)) : nil
  }

  private func told(_ kind: Change.Kind) -> [Change] {
    digest.changes(kind).filter { $0.relation == .previous || $0.relation == .chosen }
  }

  /// What rests on a revised base first, then by the size of the movement in percent, then by the indicator's
  /// name.
  private func ordered(_ changes: [Change]) -> [Change] {
    let keys = changes.map { (isRebased: $0.figures?.note == .revisedBase, size: size($0)) }
    return changes.indices.sorted { i, j in
      let (a, b) = (keys[i], keys[j])
      if a.isRebased != b.isRebased { return a.isRebased }
      if a.size != b.size { return a.size > b.size }
      return (changes[i].figures?.indicator ?? "") < (changes[j].figures?.indicator ?? "")
    }.map { changes[$0] }
  }

  private func size(_ change: Change) -> Decimal {
    // Growth of a growth is worth telling last of all.
    if change.figures?.to?.aspect == .increase, change.figures?.to?.quantity.dimension == .percent {
      return 0
    }
    let percent = change.figures?.percent ?? 0
    return percent < 0 ? -percent : percent
  }

  /// 2022年养老服务床位：上年报41.9万张，今年报41.3万张（−6000张）.
  private func revision(_ change: Change) -> String? {
    guard let pair = change.figures, let old = pair.from, let new = pair.to else { return nil }
    let delta = pair.delta.map { voice.delta($0, like: new.quantity) }
    return voice(
      .revision, voice.period(new), voice.indicator(new.indicator), voice.last(digest),
      voice.text(old), voice.text(new), voice.bracket(pair.isExact ? delta : nil))
  }

  /// 救助资金：上次2.3亿元（2022-H1），今年4.1亿元（2023），时期不同类.
  private func apart(_ change: Change) -> String? {
    guard let pair = change.figures, let old = pair.from, let new = pair.to else { return nil }
    func side(_ figure: Figure) -> String {
      voice.text(figure) + voice.bracket(figure.period?.rawValue)
    }
    return voice(
      .apart, voice.indicator(new.indicator), voice.last(digest), side(old), side(new),
      pair.note.map { voice(.comma) + voice.note($0) } ?? "")
  }

  private func movement(_ change: Change) -> String? {
    guard let pair = change.figures, let old = pair.from, let new = pair.to else { return nil }
    guard pair.isExact else { return voice.movement(pair, old, new) }
    if pair.note == .revisedBase, let delta = pair.delta, let percent = pair.percent {
      let growth = voice.delta(delta, like: new.quantity) + voice.bracket(voice.percent(percent))
      return voice(.onRevisedBase, voice.told(new), growth)
    }
    let way =
      new.quantity.dimension == .percent
      ? pair.delta.map { voice.delta($0, like: new.quantity) } : pair.percent.map(voice.percent)
    return voice.movement(pair, old, new) + voice.bracket(way)
  }
}
