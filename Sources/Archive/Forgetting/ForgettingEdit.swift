// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// What an edit that forgets documents keeps of the meetings that they told of: when the archive has gone on,
/// what it had corrected is told from this, as it was told then.
extension Edit {
  private static let left = "left"

  /// The ids of these meetings, in order.
  package var forgottenMeetings: [String] {
    (content["meetings"] ?? "").split(separator: " ").map(String.init)
  }

  /// Keeps the documents that it removes, and of each meeting those that told of it.
  package mutating func note(_ documents: [String], of meetings: [(key: MeetingKey, documents: [String])]) {
    content["documents"] = documents.joined(separator: " ")
    content["meetings"] = meetings.map(\.key.id).joined(separator: " ")
    for (key, own) in meetings { content["documents:" + Self.name(key)] = own.joined(separator: " ") }
  }

  /// Keeps the meetings that other reports still told of when it was done.
  package mutating func noteLeft(_ keys: [MeetingKey]) {
    content[Self.left] = keys.map(Self.name).joined(separator: " ")
  }

  /// Those of its documents that told of a meeting; all of them in an edit from before that was kept.
  package func documents(of key: MeetingKey) -> [String] {
    guard let own = content["documents:" + Self.name(key)] else { return documents }
    return own.split(separator: " ").map(String.init)
  }

  /// True where other reports still told of a meeting; nil in an edit from before that was kept.
  package func leaves(_ key: MeetingKey) -> Bool? {
    content[Self.left].map { $0.split(separator: " ").contains { $0 == Self.name(key) } }
  }

  private static func name(_ key: MeetingKey) -> String { "\(key.provenance.rawValue):\(key.id)" }
}
