// SPDX-License-Identifier: Apache-2.0

internal import Diff
internal import Minutes

/// One change in one line, in the words that readers use.
///
/// No `default:`: a new kind of change is named here by the compiler.
enum ChangeStory {
  static func text(_ change: Change, in digest: MeetingDigest) -> String {
    if change.subject == .figure { return FigureStory.text(change, in: digest) }
    if change.subject == .formulation { return term(change, digest) }
    return switch change.kind {
    case .newItem: "新增重点：" + to(change) + reach(change, digest)
    case .firstEver: "首次提出：" + to(change) + reach(change, digest)
    case .returned: "时隔再提：" + to(change) + (change.lastSeen.map { "（上次见于\($0)年）" } ?? "")
    case .dropped: silence(change, digest)
    case .kept: "延续：" + to(change)
    case .reworded: "表述变化：" + wording(change)
    case .strengthUp: "力度加大：" + wording(change)
    case .strengthDown: "力度减弱：" + wording(change)
    case .rankUp: "排序前移：" + to(change) + path(change)
    case .rankDown: "排序后移：" + to(change) + path(change)
    case .merged: "合并：" + to(change) + " ← " + list(change.from, "原")
    case .split: "单列：" + list(change.from, "原") + " → " + list(change.to, "")
    case .peerAhead: "同级先提：" + to(change)
    case .peerOnly: "同级独有：" + to(change) + (change.scope.map { "（\($0)）" } ?? "")
    case .peerLack: "同级有、本次未提：" + from(change) + "（\(places(change, digest))）" + doubt(change)
    case .uptake: "上级部署已落实：" + list(change.from, "上级") + " → " + list(change.to, "")
    case .uptakeMissing: "上级部署未提：" + from(change) + "（上级第\(rank(change.from))项）" + doubt(change)
    case .uptakeLocal: "本地特色：" + to(change) + "（上级未提）"
    case .leader: "人员变化：\(change.scope ?? "")\(change.wordingFrom ?? "")→\(change.wordingTo ?? "")"
    case .newTerm: "新提法：" + Names.quoted(change.wordingTo ?? "")
    case .lostTerm: "不再用：" + Names.quoted(change.wordingFrom ?? "") + doubt(change)
    case .freqUp, .freqDown: "词频：" + wording(change)
    case .length: "篇幅：\(change.wordingFrom ?? "")→\(change.wordingTo ?? "")字"
    case .structure: "结构：" + wording(change)
    case .figureUp, .figureDown, .figureSame, .targetUp, .targetDown, .targetSame, .met, .missed, .notDue,
      .unreported,
      .figureNew, .figureGone, .revised, .modifier, .incomparable:
      FigureStory.text(change, in: digest)
    }
  }

  /// A name that came, went, or was taken up from the level above.
  private static func term(_ change: Change, _ digest: MeetingDigest) -> String {
    let name = Names.quoted(change.wordingTo ?? change.wordingFrom ?? "")
    return switch change.kind {
    case .uptake: "上级提法已用：" + name
    case .uptakeMissing: "上级提法未用：" + name + doubt(change)
    case .uptakeLocal: "本地提法：" + name + "（上级报道未用）"
    case .lostTerm: "不再用：" + name + known(change.seen) + doubt(change)
    case .firstEver: "首次提出：" + name + reach(change, digest)
    case .returned: "时隔再用：" + name + (change.lastSeen.map { "（上次见于\($0)年）" } ?? "")
    case .peerAhead: "同级先提：" + name + "（\(places(change, digest))\(change.scope ?? "")）"
    case .freqUp, .freqDown:
      "词频：" + Names.quoted(change.scope ?? "") + "\(change.wordingFrom ?? "")→\(change.wordingTo ?? "")"
    case .newItem, .dropped, .kept, .reworded, .strengthUp, .strengthDown, .rankUp, .rankDown, .merged, .split,
      .peerOnly, .peerLack, .leader, .figureUp, .figureDown, .figureSame, .targetUp, .targetDown, .targetSame,
      .met, .missed, .notDue, .unreported, .figureNew, .figureGone, .revised, .modifier, .incomparable, .newTerm,
      .length, .structure:
      "新提法：" + name
    }
  }

  /// How long a name had been in use: （2022—2024年用过）.
  private static func known(_ seen: [Change.Sighting]) -> String {
    seen.count > 1 ? "（\(Names.years(seen.map(\.year)))用过）" : ""
  }

  /// 不再提：增强基层治理效能（上年第4项），报告说明已移交; a short text's silence is only 未提及.
  private static func silence(_ change: Change, _ digest: MeetingDigest) -> String {
    let last = digest.predecessor.map { Names.last(digest.meeting, $0.meeting) } ?? "上次"
    let item = from(change) + "（\(last)第\(rank(change.from))项）"
    if change.confidence == .low, let before = digest.predecessor?.meeting, before.length > 0 {
      return "未提及：" + item + "，篇幅为\(last)的\(digest.meeting.length * 100 / before.length)%，待核"
    }
    return "不再提：" + item + (change.stated == nil ? "" : "，报告有说明")
  }

  static func doubt(_ change: Change) -> String { change.confidence == .low ? "，待核" : "" }

  private static func to(_ change: Change) -> String { change.to.first.map { Names.item($0) } ?? "" }

  private static func from(_ change: Change) -> String { change.from.first?.head ?? "" }

  private static func rank(_ side: [Change.Evidence]) -> String { side.first?.rank.map(String.init) ?? "" }

  private static func path(_ change: Change) -> String { "（第\(rank(change.from))→第\(rank(change.to))）" }

  private static func wording(_ change: Change) -> String {
    "由\(Names.quoted(change.wordingFrom ?? ""))改为\(Names.quoted(change.wordingTo ?? ""))"
  }

  private static func list(_ side: [Change.Evidence], _ mark: String) -> String {
    side.map { "\(mark)\($0.rank.map(String.init) ?? "") \($0.name ?? $0.head ?? "")" }.joined(separator: "、")
  }

  private static func reach(_ change: Change, _ digest: MeetingDigest) -> String {
    change.scope.map { "（\(Names.scope(digest.meeting, "本"))首次；\($0)）" } ?? ""
  }

  private static func places(_ change: Change, _ digest: MeetingDigest) -> String {
    change.baselines.compactMap(digest.record(of:)).map { Names.short($0.meeting) }.joined(separator: "、")
  }
}
