// SPDX-License-Identifier: Apache-2.0

internal import Diff
internal import FoundationEssentials
internal import Minutes

/// One change of a figure in one line.
struct FigureStory {
  let change: Change
  let digest: MeetingDigest

  private var voice: Voice { digest.voice }

  var text: String { change.figures.map(told) ?? "" }

  private func told(_ pair: FigurePair) -> String {
    switch change.kind {
    case .met, .missed, .notDue, .unreported: target(pair)
    case .revised: revision(pair)
    case .targetUp: compared(.changeTargetUp, pair)
    case .targetDown: compared(.changeTargetDown, pair)
    case .targetSame: compared(.changeTargetSame, pair)
    case .figureUp: compared(.changeRose, pair)
    case .figureDown: compared(.changeFell, pair)
    case .figureSame: compared(.changeFlat, pair)
    case .modifier: voice(.changeModifier, one(pair.from), one(pair.to))
    case .figureNew: voice(pair.to?.aspect == .target ? .changeTargetNew : .changeFigureNew, one(pair.to))
    case .figureGone where pair.from?.aspect == .target:
      voice(.changeTargetGone, one(pair.from), voice.last(digest)) + doubt
    case .figureGone: voice(.changeFigureGone, one(pair.from)) + doubt
    case .reworded:
      voice(
        .changeRenamed, named(change.wordingFrom ?? "", pair.from), named(change.wordingTo ?? "", pair.to))
    case .peerAhead: beside(pair)
    case .incomparable: voice(.changeApart, apart(pair))
    case .returned:
      voice(
        .changeAgain, one(pair.to), change.scope.map(voice.scope) ?? "",
        pair.from.map { voice.text($0.quantity) } ?? "")
    case .uptakeMissing:
      voice(.noTargetHere, one(pair.from), voice(.above, "").trimmed, voice.mark(digest.meeting).trimmed)
    case .newItem, .firstEver, .dropped, .kept, .strengthUp, .strengthDown, .rankUp, .rankDown, .merged,
      .split, .peerOnly, .peerLack, .uptake, .uptakeLocal, .leader, .newTerm, .lostTerm, .freqUp, .freqDown,
      .length, .structure:
      ""
    }
  }

  /// What became of a target, of the last report or of an older one.
  private func target(_ pair: FigurePair) -> String {
    verdict(pair) + (digest.bulletin(of: change).map { voice(.comma) + voice.bulletin($0) } ?? "")
  }

  private func verdict(_ pair: FigurePair) -> String {
    let last = voice.last(digest)
    let set = change.rule == "open-targets" ? change.scope.map(voice.scope) ?? "" : nil
    switch change.kind {
    case .met:
      let told = judged(pair)
      return set.map { voice(.changeOlderMet, $0, told) + (pair.note == .metEarly ? voice(.early) : "") }
        ?? voice(.changeMet, last, told)
    case .missed where change.confidence == .low: return voice(.changeDoubtful, last, judged(pair))
    case .missed: return voice(set == nil ? .changeMissed : .changeOlderMissed, set ?? last, judged(pair))
    case .notDue: return voice(.changeNotDue, last, one(pair.from))
    default:
      return voice(set == nil ? .changeUnreported : .changeOlderSilent, set ?? last, one(pair.from)) + doubt
    }
  }

  /// In quotation marks only where the report has the name letter by letter.
  private func named(_ name: String, _ figure: Figure?) -> String {
    figure?.excerpt.text.contains(name) == true ? Names.quoted(name) : name
  }

  private var doubt: String { change.confidence == .low ? voice(.comma) + voice(.doubt) : "" }

  private func one(_ figure: Figure?) -> String { figure.map(voice.told) ?? "" }

  /// 同级对照：护理型床位占比 云岫61.3%、本级53.5%（−7.8个百分点）.
  private func beside(_ pair: FigurePair) -> String {
    guard let theirs = pair.from?.quantity, let mine = pair.to?.quantity else { return "" }
    let peer = change.baselines.first.flatMap(digest.record(of:)).map { Names.short($0.meeting) }
    let gap = [
      pair.delta.map { voice.delta($0, like: mine) },
      change.scope.map { voice(.peersHigher, voice.scope($0)) },
    ]
    return voice(
      .changeBeside, voice.indicator(pair.indicator), peer ?? voice(.peers), voice.plain(theirs),
      voice.plain(mine), voice.bracket(voice.list(gap.compactMap(\.self), .semicolon)))
  }

  /// 救助资金，上年2.3亿元（2022-H1），今年4.1亿元（2023），时期不同类.
  private func apart(_ pair: FigurePair) -> String {
    guard let old = pair.from, let new = pair.to else { return "" }
    func side(_ figure: Figure) -> String {
      voice.text(figure) + voice.bracket(figure.period?.rawValue)
    }
    return voice(
      .apart, voice.indicator(new.indicator), voice.last(digest), side(old), side(new),
      pair.note.map { voice(.comma) + voice.note($0) } ?? "")
  }

  private func judged(_ pair: FigurePair) -> String {
    guard let target = pair.from, let result = pair.to else { return "" }
    let gap =
      change.rate.map(Amounts.share)
      ?? pair.delta.map { $0 == 0 ? voice(.even) : voice.delta($0, like: target.quantity) }
    return voice(.withTarget, voice.told(result), voice.text(target.quantity)) + voice.bracket(gap)
  }

  /// 修订：2022年养老床位，上年报41.9万张，今年报41.3万张.
  private func revision(_ pair: FigurePair) -> String {
    guard let old = pair.from, let new = pair.to else { return "" }
    return voice(
      .changeRevised, voice.period(new), voice.indicator(new.indicator), voice.last(digest),
      voice.text(old), voice.text(new))
  }

  /// A superior's target is set beside one's own in words: 上级61%、本级56%.
  private func compared(_ label: Phrase, _ pair: FigurePair) -> String {
    guard let result = pair.to, let before = pair.from else { return "" }
    let old = FigureName.quantity(before)
    let (name, new) = (voice.name(result), FigureName.quantity(result))
    if change.relation == .superior {
      let gap = voice.bracket(pair.delta.map { voice.delta($0, like: new) })
      return voice(.changeTargetBeside, name, voice.text(old), voice.text(new), gap)
    }
    guard pair.isExact else { return voice(label) + voice.movement(pair, before, result) }
    if pair.note == .revisedBase, let percent = pair.percent, let delta = pair.delta {
      let growth = voice.delta(delta, like: new) + voice.bracket(voice.percent(percent))
      return voice(label) + name + voice.path(before, result) + voice(.onBase, growth)
    }
    let points = new.dimension == .percent
    let way = points ? pair.delta.map { voice.delta($0, like: new) } : pair.percent.map(voice.percent)
    let isTarget = result.aspect == .target
    return voice(label) + voice.movement(pair, before, result) + voice.bracket(way)
      + (pair.note == .wordsChanged && isTarget ? voice(.scopeDoubtful) : "")
  }
}

extension Voice {
  /// The year of a figure before its name: 2022年, or 2022 with a space.
  func period(_ figure: Figure) -> String {
    guard let year = figure.period?.lastYear else { return "" }
    return self(.year, "\(year)") + (language == .chinese ? "" : " ")
  }
}

extension String {
  /// Without the space that a mark leaves before a rank.
  var trimmed: String { hasSuffix(" ") ? String(dropLast()) : self }
}
