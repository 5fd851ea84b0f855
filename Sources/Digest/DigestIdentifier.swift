// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// Names a digest by what it was made from.
///
/// The meeting, its sources' hashes and what people have put right in them, the baselines with theirs, and
/// the rules: the same inputs give the same id on any machine, so that a digest sent twice can be told from
/// a new one. What readers have marked counts where it changes what is told, and only there.
enum DigestIdentifier {
  static func of(
    _ record: Record, _ baselines: Baselines, _ rules: String, marked: [Insignificance] = [],
    _ hash: ([UInt8]) -> [UInt8]
  ) -> String {
    var lines = [rules] + side("meeting", record)
    lines += (baselines.previous.map { side("previous", $0) } ?? [])
    lines += baselines.superiors.flatMap { side("superior", $0) }
    lines += baselines.peers.flatMap { side("peer", $0) }
    lines += (baselines.chosen.map { side("chosen", $0) } ?? [])
    // History counts too: it decides what is called first or returned.
    lines += baselines.history.flatMap { side("history", $0) }
    lines += baselines.bulletins.map { "bulletin \($0.document.sha256)" }
    lines += Set(marked.map { "marked \($0.change) \($0.subject) \($0.matter)" }).sorted()
    return hex(hash(Array(lines.joined(separator: "\n").utf8)).prefix(8))
  }

  private static func side(_ role: String, _ record: Record) -> [String] {
    ["\(role) \(record.meeting.id)"] + record.documents.map(\.sha256).sorted()
      + record.amendments.map { "amended \($0)" }
  }

  private static func hex(_ bytes: some Sequence<UInt8>) -> String {
    bytes.map { byte in
      let digits = String(byte, radix: 16)
      return digits.count < 2 ? "0" + digits : digits
    }.joined()
  }
}
