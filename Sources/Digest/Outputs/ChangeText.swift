// SPDX-License-Identifier: Apache-2.0

internal import Diff
internal import Minutes

/// The MESSAGE of a change's entry: one line that tells it, then both sides' words and where they stand.
///
/// Example: 瀚海省民政2024 上年目标未完成：新建老年助餐点1143个，目标1200个（95.3%）.
enum ChangeText {
  static func text(_ change: Change, in digest: MeetingDigest) -> String {
    var lines = [
      Columns.cut("\(Names.story(digest.meeting)) \(ChangeStory.text(change, in: digest))", to: Page.width)
    ]
    lines += change.from.map { quoted(label(change, .from, digest), $0, digest) }
    lines += change.to.map { quoted(label(change, .to, digest), $0, digest) }
    if let next = change.nextTarget { lines.append("  后续   今年目标" + Amounts.text(next.quantity)) }
    if !change.seen.isEmpty, change.kind != .rankUp, change.kind != .rankDown {
      lines.append(history(change.seen))
    }
    if let note = provenance(change, digest) { lines.append("  出处   " + note) }
    return lines.joined(separator: "\n")
  }

  private enum Side { case from, to }

  private static func label(_ change: Change, _ side: Side, _ digest: MeetingDigest) -> String {
    if side == .to { return "今年" }
    switch change.relation {
    case .superior: return "上级"
    case .peer: return "同级"
    case .chosen: return "对照"
    case .previous, .none: return digest.predecessor.map { Names.last(digest.meeting, $0.meeting) } ?? "上次"
    }
  }

  /// 上年   “新建老年助餐点1200个”（2023-02-24，第7段）.
  private static func quoted(
    _ label: String, _ evidence: Change.Evidence, _ digest: MeetingDigest
  ) -> String {
    let date = digest.record(of: evidence.meeting)?.meeting.date?.description ?? "日期不明"
    let words = Columns.cut(evidence.excerpt.text, to: 160)
    return "  \(Columns.padded(label, to: 6)) \(Names.quoted(words))（\(date)，第\(evidence.excerpt.paragraph)段）"
  }

  private static func history(_ seen: [Change.Sighting]) -> String {
    let ranks = seen.filter { $0.rank > 0 }.map { "第\($0.rank)" }.joined(separator: "、")
    if ranks.isEmpty { return "  历史   \(Names.years(seen.map(\.year)))提到" }
    return "  历史   \(Names.years(seen.map(\.year)))列为重点（\(ranks)）"
  }

  /// Invented and paraphrased texts say so in every entry.
  private static func provenance(_ change: Change, _ digest: MeetingDigest) -> String? {
    let records = [digest.record] + change.baselines.compactMap(digest.record(of:))
    return records.lazy.compactMap(Names.provenance).first
  }
}
