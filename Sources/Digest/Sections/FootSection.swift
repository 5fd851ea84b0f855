// SPDX-License-Identifier: Apache-2.0

internal import Diff
internal import Minutes

/// Who led the meeting, what the comparison rests on, and where the whole of it can be read if it is kept.
enum FootSection {
  static func make(_ digest: MeetingDigest) -> [Section] {
    [officials(digest), basis(digest)].compactMap(\.self)
      + (digest.isFromArchive ? [Section("出处 minutectl digest \(digest.shortID)（逐条原文）")] : [])
  }

  private static func officials(_ digest: MeetingDigest) -> Section? {
    let changed = digest.changes(.leader).map {
      "\($0.scope ?? "")：\($0.wordingFrom ?? "")→\($0.wordingTo ?? "")"
    }
    guard digest.predecessor != nil else {
      let present = digest.meeting.officials.prefix(3).map {
        Columns.cut("\($0.role)\($0.name)\($0.part)", to: 40)
      }
      return present.isEmpty ? nil : Section("出席 " + present.joined(separator: "；"))
    }
    let before = Set(digest.predecessor?.meeting.officials.map(\.name) ?? [])
    let stayed = digest.meeting.officials.filter { before.contains($0.name) }
      .map { "\($0.role.split(separator: "、").last ?? "")\($0.name)未变" }
    let parts = changed + stayed.prefix(2)
    return parts.isEmpty ? nil : Section("出席 " + parts.joined(separator: "；"))
  }

  private static func basis(_ digest: MeetingDigest) -> Section? {
    guard digest.primary.relation != .none else { return nil }
    var parts: [String] = []
    if let before = digest.predecessor?.meeting, before.length > 0 {
      let percent = (digest.meeting.length * 100 + before.length / 2) / before.length
      parts.append("篇幅为\(digest.primary.relation == .chosen ? "对照" : "上次")\(percent)%")
      if percent < 75 { parts[0] += "，“未提”“不再提”或因报道较短" }
    }
    parts.append(digest.meeting.damaged > 0 ? "文本有损伤" : "文本无损伤")
    let absent = [
      digest.baselines.superiors.isEmpty ? "上级" : nil, digest.baselines.peers.isEmpty ? "同级" : nil,
    ].compactMap(\.self)
    if !absent.isEmpty, digest.isFromArchive {
      parts.append("\(absent.joined(separator: "、"))：馆藏无\(digest.meeting.planYear.map { "\($0)年" } ?? "")会议")
    }
    if !digest.baselines.peers.isEmpty, digest.predecessor == nil {
      let held = digest.isFromArchive ? "已收录\(digest.baselines.peers.count + 1)家" : "这两份文本"
      parts.append("“独有”“未提”只就\(held)而言")
    }
    return Section("依据 " + parts.joined(separator: "；"))
  }
}
