// SPDX-License-Identifier: Apache-2.0

package import Minutes

/// What a person has put right, as a correction tells it.
package struct EditNote: Sendable, Hashable {
  /// The meeting whose reports were amended, as it is now.
  package var meeting: String
  /// Each thing once, whatever reports have it.
  package var amendments: [Amendment]
  package var reason: String
  /// True where what had been put right was taken back.
  package var isUndone: Bool

  package init(meeting: String, amendments: [Amendment], reason: String, isUndone: Bool = false) {
    self.meeting = meeting
    self.reason = reason
    self.isUndone = isUndone
    // Two reports may have the same words at different places.
    var seen: Set<[String]> = []
    self.amendments = amendments.filter {
      seen.insert([$0.mark.words, $0.mark.name, $0.field.rawValue, $0.after]).inserted
    }
  }

  /// A line each.
  package func lines(in voice: Voice) -> [String] {
    amendments.map { $0.told(in: voice, isUndone: isUndone) }
  }

  /// A line each, with the meeting where it is not the one that is told of.
  func lines(for told: Meeting, in voice: Voice) -> [String] {
    let whose = told.id == meeting ? "" : voice(.amendedMeeting, name(for: told))
    return amendments.map { whose + $0.told(in: voice, isUndone: isUndone) }
  }

  /// Its date; for a meeting of another place or kind its whole id.
  private func name(for told: Meeting) -> String {
    let (own, other) = (told.id.split(separator: "/"), meeting.split(separator: "/"))
    guard let date = other.last, own.dropLast() == other.dropLast() else { return meeting }
    return String(date)
  }
}
