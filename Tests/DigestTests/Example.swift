// SPDX-License-Identifier: Apache-2.0
import Diff
import Foundation
import Minutes
import TestKit

@testable import Digest

/// Digests made from the written corpus, as the archive would have them made.
enum Example {
  static let words: ComparingWords = {
    let indicators = try! LexiconRows.table("indicators").map { ($0[0], $0.count > 1 ? $0[1] : "") }
    let changes = try! LexiconRows.table("changes").map { ($0[0], $0[1], $0.count > 2 ? Int($0[2]) ?? 0 : 0) }
    return ComparingWords(indicators: indicators, changes: changes)
  }()

  static let english: EnglishWords = {
    let rows = try! LexiconRows.table("english")
    return EnglishWords(rows.map { ($0[0], $0[1], $0.count > 2 ? $0[2] : "") })
  }()

  static func digest(_ record: Record, _ baselines: Baselines) -> MeetingDigest {
    let comparer = Comparer(words: words)
    let found = comparer.findings(in: record.meeting, against: baselines)
    var digest = MeetingDigest(
      record: record, baselines: baselines, changes: found.changes, rules: "1+0123456789ab", hash: hash)
    digest.peerPlaces = found.peerPlaces
    digest.voice = Voice(.chinese, words: english)
    return digest
  }

  /// Not SHA-256, but as long: eight rounds of FNV-1a.
  static func hash(_ bytes: [UInt8]) -> [UInt8] {
    (0..<32).map { round in
      UInt8(
        truncatingIfNeeded: bytes.reduce(UInt64(round) &+ 0xcbf2_9ce4_8422_2325) {
          ($0 ^ UInt64($1)) &* 0x100_0000_01b3
        } >> 32)
    }
  }

  static func records(_ names: String..., provenance: Provenance = .invented) throws -> [Record] {
    try names.map { try GoldMeetings.record($0, provenance: provenance) }
  }

  /// The first model: the province against its last year.
  static func yearOnYear() throws -> MeetingDigest {
    let history = try records(
      "2021-02-26-hanhai-minzheng", "2022-03-02-hanhai-minzheng", "2023-02-24-hanhai-minzheng")
    return digest(
      try GoldMeetings.record("2024-03-08-hanhai-minzheng"), Baselines(previous: history[2], history: history)
    )
  }

  /// The second model: the city against its province, its last year and its peer.
  static func city() throws -> MeetingDigest {
    let history = try records(
      "2021-04-02-lanpu-minzheng", "2022-04-08-lanpu-minzheng", "2023-03-30-lanpu-minzheng")
    return digest(
      try GoldMeetings.record("2024-04-12-lanpu-minzheng"),
      Baselines(
        previous: history[2], superiors: try records("2024-03-08-hanhai-minzheng"),
        peers: try records("2024-03-28-yunxiu-minzheng"), history: history))
  }

  /// The third model: a first report beside two peers.
  static func peersOnly(_ provenance: Provenance = .report) throws -> MeetingDigest {
    digest(
      try GoldMeetings.record("2023-03-17-jiangsu-minzheng", provenance: provenance),
      Baselines(
        peers: try records(
          "2023-02-10-zhejiang-minzheng", "2023-02-15-shanghai-minzheng", provenance: provenance)))
  }

  static func model(_ name: String) throws -> [String] {
    let url = Repository.fixtures.appending(path: "digests/\(name)")
    return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map(String.init)
  }
}
