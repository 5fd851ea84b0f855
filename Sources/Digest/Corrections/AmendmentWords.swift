// SPDX-License-Identifier: Apache-2.0

package import Minutes

extension Amendment {
  /// What is put right, in words: “养老床位14050张”数值由14050改为14500.
  ///
  /// Taken back, it is told the other way round: what had been taken out is restored.
  package func told(in voice: Voice, isUndone: Bool = false) -> String {
    let what = mark.subject == .meeting ? "" : Names.quoted(Columns.cut(mark.words, to: 40))
    switch field {
    case .none: return voice(isUndone ? .amendedRestored : .amendedNone, what)
    case .link: return voice(isUndone ? .amendedUnlink : .amendedLink, what, after)
    case .unlink: return voice(isUndone ? .amendedLink : .amendedUnlink, what, after)
    default:
      let (before, after) = (words(before ?? "", in: voice), words(after, in: voice))
      let (from, to) = isUndone ? (after, before) : (before, after)
      let name = voice(label)
      return from.isEmpty ? voice(.amendedPlain, what, name, to) : voice(.amendedChange, what, name, from, to)
    }
  }

  /// The same as it stands now, told beside what was read: 数值原读作1143，人工更正为1243.
  func putRight(in voice: Voice, quoting: Bool) -> String {
    let isQuoted = quoting && mark.subject != .meeting
    let what = isQuoted ? Names.quoted(Columns.cut(mark.words, to: 40)) : ""
    switch field {
    case .none: return voice(.handRemoved, what)
    case .link: return voice(.amendedLink, what, after)
    case .unlink: return voice(.amendedUnlink, what, after)
    default:
      let name = voice(label)
      let after = words(after, in: voice)
      guard let before, !before.isEmpty else { return voice(.handAdded, what, name, after) }
      return voice(.handChanged, what, name, words(before, in: voice), after)
    }
  }

  /// What a field says, for people: a line of work and a place by their names.
  package func words(_ kept: String, in voice: Voice) -> String {
    switch field {
    case .topic where !kept.isEmpty: voice.topic(kept)
    case .jurisdiction: voice.place(code: kept)
    default: kept
    }
  }

  private var label: Phrase {
    switch field {
    case .date: .fieldDate
    case .jurisdiction: .fieldPlace
    case .kind: .fieldKind
    case .sector: .fieldSector
    case .value: .fieldValue
    case .unit: .fieldUnit
    case .indicator: .fieldIndicator
    case .period: mark.subject == .meeting ? .fieldPlan : .fieldPeriod
    case .head, .none, .link, .unlink: .fieldHead
    case .rank: .fieldRank
    case .topic: .fieldTopic
    }
  }
}
