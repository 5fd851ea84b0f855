// SPDX-License-Identifier: Apache-2.0

/// All that was read from one document (会议报道).
///
/// A report has one meeting or more. A document without a meeting has a `reason` and may still give figures
/// (a bulletin, a press conference). Headlines that name a meeting without telling of it are `mentions`.
package struct Report: Sendable, Hashable {
  /// Why a document is no report: nil where it is one.
  package enum Reason: String, Sendable, Hashable, CaseIterable {
    case empty
    case noMeeting = "no-meeting"
    case commentary, notice, bulletin, navigation, interview
    /// What a rule means, told by those who made it: 《…办法》政策解读.
    case interpretation
    case pressConference = "press-conference"
    case foreign = "foreign-language"
  }

  package var reason: Reason?
  package var publisher: String?
  package var published: MeetingDate?
  package var url: String?
  package var damage: [Damage]
  package var meetings: [Meeting]
  package var mentions: [String]
  /// Figures of a document that reports on no meeting.
  package var figures: [Figure]
  /// The title of a document that gives figures and reports on no meeting: 2023年瀚海省民政事业发展统计公报.
  package var title: String?
  /// The place that such a document tells of, where its title or publisher says so.
  package var jurisdiction: Division?

  package var isReport: Bool { !meetings.isEmpty }

  /// Publisher, date and address as far as the text gives them, with spaces between.
  package var source: String {
    [publisher, published?.description, url].compactMap(\.self).joined(separator: " ")
  }

  package init(
    reason: Reason? = nil, publisher: String? = nil, published: MeetingDate? = nil, url: String? = nil,
    damage: [Damage] = [], meetings: [Meeting] = [], mentions: [String] = [], figures: [Figure] = [],
    title: String? = nil, jurisdiction: Division? = nil
  ) {
    self.reason = reason
    self.publisher = publisher
    self.published = published
    self.url = url
    self.damage = damage
    self.meetings = meetings
    self.mentions = mentions
    self.figures = figures
    self.title = title
    self.jurisdiction = jurisdiction
  }
}
