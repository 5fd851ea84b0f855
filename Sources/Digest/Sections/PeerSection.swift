// SPDX-License-Identifier: Apache-2.0

internal import Diff
internal import Minutes

/// What is said here alone among the peers, and what they say that is not said here. A peer drops nothing.
enum PeerSection {
  static func make(_ digest: MeetingDigest) -> [Section] {
    let peers = digest.baselines.peers.map(\.meeting)
    guard !peers.isEmpty else { return [] }
    let only = digest.changes(.peerOnly)
    let ratios = digest.changes(.peerAhead, about: .figure).compactMap { ratio($0, digest) }
    let lacking = peers.compactMap { peer -> String? in
      let items = digest.changes(.peerLack).filter { $0.baselines == [peer.id] }
      guard !items.isEmpty else { return nil }
      return Names.short(peer) + "："
        + items.map { Columns.cut($0.from[0].head ?? "", to: 30) }.joined(separator: "、")
    }
    let names = peers.map { "\(Names.place($0))\($0.date?.description ?? "")，\($0.priorities.count)项" }
    return [
      Section(
        "对同级 " + names.joined(separator: "；") + (digest.isFromArchive ? "（同级已收录\(peers.count)家）" : ""),
        [
          Section.Row(label: "独有", items: only.map { Names.item($0.to[0]) }, keep: Weight.keep(.peerOnly)),
          Section.Row(label: "未提", items: lacking, keep: Weight.keep(.peerLack), apart: true),
          Section.Row(label: "先提", items: firsts(digest), keep: Weight.keep(.peerAhead)),
          Section.Row(label: "对照", items: ratios, keep: Weight.keep(.peerAhead)),
        ])
    ]
  }

  /// “物质＋服务” 浙江早35天: who said first what is new here.
  private static func firsts(_ digest: MeetingDigest) -> [String] {
    digest.changes(.peerAhead, about: .formulation).map { change in
      let peer = change.baselines.first.flatMap(digest.record(of:)).map { Names.short($0.meeting) } ?? ""
      return Names.quoted(change.wordingTo ?? "") + peer + (change.scope ?? "更早")
    }
  }

  /// 护理型床位占比 云岫61.3%、澜浦53.5%.
  private static func ratio(_ change: Change, _ digest: MeetingDigest) -> String? {
    guard let theirs = change.figures?.from, let mine = change.figures?.to,
      let peer = change.baselines.first.flatMap(digest.record(of:))
    else { return nil }
    return "\(FigureName.of(mine)) \(Names.short(peer.meeting))\(Amounts.plain(theirs.quantity))、"
      + "\(Names.short(digest.meeting))\(Amounts.plain(mine.quantity))"
  }
}
