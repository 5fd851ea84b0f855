// SPDX-License-Identifier: Apache-2.0

internal import Diff
internal import Digest
internal import Minutes

/// A first report beside its peers: each task, and where each of them has it.
struct PeerRanks {
  let digest: MeetingDigest

  /// How its cells are read.
  var legend: String { PageWord.peerLegend(digest.voice.language) }

  /// Nil where an earlier meeting is told of instead.
  var table: SheetTable? {
    let peers = digest.baselines.peers.map(\.meeting)
    guard !digest.peerPlaces.isEmpty, !peers.isEmpty else { return nil }
    let language = digest.voice.language
    let names = peers.map { $0.jurisdiction?.short ?? digest.voice.story($0) }
    return SheetTable(
      caption: PageWord.peerCaption(language), header: [PageWord.task(language)] + names,
      rows: digest.meeting.priorities.map { task in
        [[.text("\(task.rank) \(task.head)")]] + peers.map { cell(task, $0) }
      }, shape: peers.count > 3 ? .wide : .plain)
  }

  private func cell(_ task: Priority, _ peer: Meeting) -> [Inline] {
    let place = digest.peerPlaces.first { $0.rank == task.rank && $0.peer == peer.id }
    guard let place, let first = place.ranks.first else { return [.faint("·")] }
    if place.isOwn { return [.text(place.ranks.map(String.init).joined(separator: "、"))] }
    return [.text(digest.voice.language == .chinese ? "\(first)内" : "in \(first)")]
  }
}
