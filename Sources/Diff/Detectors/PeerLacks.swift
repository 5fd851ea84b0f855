// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// What peers have and this meeting has not.
///
/// Beside a few peers each one's tasks are told. Beside many, a line of work that several have is told once,
/// with all who have it and how many they are: twenty cities' 社会组织 are one thing to a reader. What one of
/// many has alone is that one's own affair, and no lack here.
enum PeerLacks {
  private struct Lack {
    let side: Comparing
    let link: PriorityLink
  }

  static func find(_ sides: [Comparing]) -> [Change] {
    let lacks = sides.flatMap(lacking)
    guard sides.count > Peers.few else { return lacks.map(change) }
    return grouped(lacks).compactMap { shared($0, of: sides.count) }
  }

  private static func lacking(_ side: Comparing) -> [Lack] {
    side.comparison.priorities.filter { link in
      link.kind == .dropped
        && !side.baseline.priorities.contains {
          link.from.contains($0.rank) && Peers.covers(side.meeting, $0)
        }
    }.map { Lack(side: side, link: $0) }
  }

  /// By line of work, where none is known by the short name; what most peers have first, equals in the peers'
  /// order.
  private static func grouped(_ lacks: [Lack]) -> [[Lack]] {
    let groups = Dictionary(grouping: lacks.enumerated()) { matter(of: $0.element) }.values
    return groups.sorted { ($1.count, $0[0].offset) < ($0.count, $1[0].offset) }.map { $0.map(\.element) }
  }

  private static func matter(of lack: Lack) -> String {
    if let topic = lack.side.topic(lack.link), topic != "other" { return topic }
    return lack.side.before(lack.link.from).first?.name ?? ""
  }

  /// One change for what several peers have: the words of the first of them, and who they are.
  private static func shared(_ lacks: [Lack], of count: Int) -> Change? {
    let peers = lacks.map(\.side.baseline.id).unique(without: [])
    guard peers.count > 1 else { return nil }
    var told = change(lacks[0])
    told.baselines = peers
    told.scope = "\(peers.count)/\(count)家"
    return told
  }

  private static func change(_ lack: Lack) -> Change {
    var change = lack.side.change(.peerLack, lack.link, rule: "peers")
    if !SilenceWeight.speaks(lack.side) { change.confidence = .low }
    return change
  }
}
