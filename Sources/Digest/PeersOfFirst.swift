// SPDX-License-Identifier: Apache-2.0

package import Diff
internal import Minutes

extension Comparer {
  /// Where the peers of a first report have its tasks; nothing where an earlier meeting is told of instead,
  /// since then no table of them is shown.
  package func places(in digest: MeetingDigest) -> [PeerPlace] {
    guard digest.predecessor == nil else { return [] }
    return places(of: digest.meeting, among: digest.baselines.peers.map(\.meeting))
  }
}
