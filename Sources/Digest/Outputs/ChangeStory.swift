// SPDX-License-Identifier: Apache-2.0

internal import Diff
internal import Minutes

/// One change in one line, in the words that readers use.
///
/// No `default:`: a new kind of change is named here by the compiler.
struct ChangeStory {
  let change: Change
  let digest: MeetingDigest

  static func text(_ change: Change, in digest: MeetingDigest) -> String {
    switch change.subject {
    case .figure: FigureStory(change: change, digest: digest).text
    case .formulation: ChangeStory(change: change, digest: digest).term
    case .priority, .leader, .length: ChangeStory(change: change, digest: digest).text
    }
  }

  private var voice: Voice { digest.voice }

  private var text: String {
    switch change.kind {
    case .newItem: voice(digest.isOnlyBeside ? .changeHere : .changeNew, to) + reach
    case .firstEver: voice(.changeFirst, to) + reach
    case .returned: voice(.changeReturned, to) + lastSeen
    case .dropped: silence
    case .kept: voice(.changeKept, to)
    case .reworded: voice(.changeReworded, wording)
    case .strengthUp: voice(.changeStronger, wording)
    case .strengthDown: voice(.changeSofter, wording)
    case .rankUp: voice(.changeUp, to) + path
    case .rankDown: voice(.changeDown, to) + path
    case .merged: voice(.changeMerged, to, list(change.from, voice(.was, "")))
    case .split: voice(.changeSplit, list(change.from, voice(.was, "")), list(change.to, ""))
    case .peerAhead: voice(.changePeerAhead, to)
    case .peerOnly: voice(.changePeerOnly, to) + voice.bracket(change.scope.map(voice.scope))
    case .peerLack: voice(.changePeerLack, from) + voice.bracket(having) + doubt
    case .uptake:
      voice(.changeUptake, list(change.from, voice(.above, "")), list(change.to, ""))
        + (change.scope == Change.inPart ? voice.bracket(voice(.partly)) : "")
    case .uptakeMissing: voice(.changeUptakeMissing, from, rank(change.from)) + doubt
    case .uptakeLocal: voice(.changeLocal, to)
    case .leader:
      voice(.changeLeader, voice.role(change.scope ?? ""), change.wordingFrom ?? "", change.wordingTo ?? "")
    case .newTerm: voice(.changeTermNew, name)
    case .lostTerm: voice(.changeTermLost, name) + doubt
    case .freqUp, .freqDown: term
    case .length: voice(.changeLength, change.wordingFrom ?? "", change.wordingTo ?? "")
    case .structure:
      voice(
        .changeStructure,
        voice(.fromTo, voice.scope(change.wordingFrom ?? ""), voice.scope(change.wordingTo ?? "")))
    case .figureUp, .figureDown, .figureSame, .targetUp, .targetDown, .targetSame, .met, .missed, .notDue,
      .unreported, .figureNew, .figureGone, .revised, .modifier, .incomparable:
      FigureStory(change: change, digest: digest).text
    }
  }

  /// A name that came, went, or was taken up from the level above.
  private var term: String {
    switch change.kind {
    case .uptake: voice(.changeTermUptake, name)
    case .uptakeMissing: voice(.changeTermMissing, name) + doubt
    case .uptakeLocal: voice(.changeTermLocal, name)
    case .lostTerm: voice(.changeTermLost, name) + known + doubt
    case .firstEver: voice(.changeFirst, name) + reach
    case .returned: voice(.changeTermReturned, name) + lastSeen
    case .peerAhead: voice(.changePeerAhead, name) + voice.bracket(places + since)
    case .freqUp, .freqDown:
      voice(
        .changeFrequency, Names.quoted(change.scope ?? ""), voice.scope(change.wordingFrom ?? ""),
        voice.scope(change.wordingTo ?? ""))
    case .newItem, .dropped, .kept, .reworded, .strengthUp, .strengthDown, .rankUp, .rankDown, .merged,
      .split,
      .peerOnly, .peerLack, .leader, .figureUp, .figureDown, .figureSame, .targetUp, .targetDown, .targetSame,
      .met, .missed, .notDue, .unreported, .figureNew, .figureGone, .revised, .modifier, .incomparable,
      .newTerm,
      .length, .structure:
      voice(.changeTermNew, name)
    }
  }

  /// 不再提：增强基层治理效能（上年第4项），报告说明已移交; a short text's silence is only 未提及.
  private var silence: String {
    if digest.isOnlyBeside { return voice(.changeThere, from, rank(change.from)) }
    let last = voice.last(digest)
    if change.confidence == .low, let before = digest.predecessor?.meeting, before.length > 0 {
      let percent = digest.meeting.length * 100 / before.length
      return voice(.changeUnnamed, from, last, rank(change.from), "\(percent)")
    }
    return voice(.changeDropped, from, last, rank(change.from))
      + (change.stated == nil ? "" : voice(.statedToo))
  }

  private var name: String { Names.quoted(change.wordingTo ?? change.wordingFrom ?? "") }

  private var doubt: String { change.confidence == .low ? voice(.comma) + voice(.doubt) : "" }

  private var to: String { change.to.first.map { voice.item($0, topic: change.topic) } ?? "" }

  private var from: String { change.from.first?.head ?? "" }

  private func rank(_ side: [Change.Evidence]) -> String { side.first?.rank.map(String.init) ?? "" }

  private var path: String { voice.bracket(voice(.rankPath, rank(change.from), rank(change.to))) }

  private var wording: String {
    voice(.fromTo, Names.quoted(change.wordingFrom ?? ""), Names.quoted(change.wordingTo ?? ""))
  }

  private func list(_ side: [Change.Evidence], _ mark: String) -> String {
    voice.list(side.map { "\(mark)\($0.rank.map(String.init) ?? "") \($0.name ?? $0.head ?? "")" })
  }

  /// How long a name had been in use: （2022—2024年用过）.
  private var known: String {
    change.seen.count > 1 ? voice.bracket(voice(.usedIn, voice.years(change.seen.map(\.year)))) : ""
  }

  private var lastSeen: String { voice.bracket(change.lastSeen.map { voice(.lastSeen, "\($0)") }) }

  private var since: String {
    change.scope.map { (voice.language == .chinese ? "" : " ") + voice.scope($0) } ?? ""
  }

  private var reach: String {
    voice.bracket(change.scope.map { voice(.firstHere, voice.here(digest.meeting), voice.scope($0)) })
  }

  /// Who has it, or of many how many: 5/9家.
  private var having: String { change.scope.map(voice.scope) ?? places }

  private var places: String {
    voice.list(change.baselines.compactMap(digest.record(of:)).map { Names.short($0.meeting) })
  }
}
