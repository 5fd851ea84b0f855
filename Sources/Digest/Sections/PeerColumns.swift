// SPDX-License-Identifier: Apache-2.0

internal import Diff
internal import Minutes

/// The columns beside the tasks of a first report: at which rank each peer has them.
///
/// Up to three peers have a column each; of more it is said how many have the task, since a page has no room
/// for thirty.
///
/// Example: 3 强化儿童福利和未成年人保护  5内  2内.
struct PeerColumns {
  /// Where the first column begins, counted from the margin of the page, and how wide each is.
  static let start = 42
  private static let width = 12
  static let mostColumns = 3

  let digest: MeetingDigest

  private var voice: Voice { digest.voice }
  private var peers: [Meeting] { digest.baselines.peers.map(\.meeting) }
  private var isCounted: Bool { peers.count > Self.mostColumns }

  /// The names over the columns, set behind the section's head.
  func head(_ text: String) -> String {
    let names = isCounted ? [voice(.peerCount, "\(peers.count)")] : peers.map(Names.short)
    return digest.peerPlaces.isEmpty ? text : laid(text, names, margin: 0)
  }

  /// A task with where the peers have it.
  func line(_ task: Priority) -> String {
    let number = task.rank < 10 ? " \(task.rank)" : String(task.rank)
    let places = digest.peerPlaces.filter { $0.rank == task.rank }
    guard !places.isEmpty else { return "\(number) \(Columns.cut(task.head, to: 72))" }
    let text = "\(number) \(Columns.cut(task.head, to: Self.start - 6))"
    guard isCounted else { return laid(text, places.map(cell), margin: 2) }
    let having = places.count { !$0.ranks.isEmpty }
    return laid(text, [voice(.peersHaving, "\(having)", "\(places.count)")], margin: 2)
  }

  private func laid(_ text: String, _ cells: [String], margin: Int) -> String {
    let padded = cells.enumerated().map { place, cell in
      place + 1 < cells.count ? Columns.padded(cell, to: Self.width) : cell
    }
    return Columns.padded(text, to: Self.start - margin) + padded.joined()
  }

  private func cell(_ place: PeerPlace) -> String {
    guard let rank = place.ranks.first else { return voice(.missing) }
    return place.isOwn ? place.ranks.map(String.init).joined(separator: ",") : voice(.inside, "\(rank)")
  }

  /// Tasks of their own here that each peer has inside another or not at all, and at least one inside.
  var apart: [Priority] {
    digest.meeting.priorities.filter { task in
      let places = digest.peerPlaces.filter { $0.rank == task.rank }
      return places.contains { !$0.ranks.isEmpty } && places.allSatisfy { !$0.isOwn }
    }
  }
}
