// SPDX-License-Identifier: Apache-2.0

package import Minutes

/// The entry that withdraws a digest which nothing replaces.
package enum RetractionEntry {
  /// Closed vocabulary of `MINUTED_REASON` on retractions.
  package enum Reason: String, Sendable, Hashable, CaseIterable {
    /// The file has a new version, which no longer tells of the meeting.
    case revision
    /// A correction no longer holds, and what it replaced holds again.
    case restored
    /// A person has withdrawn the meeting.
    case withdrawn
    /// A person has put right which meeting it is: another one, which has its digest.
    case amended
    /// What a person had put right was taken back, and the digest of before holds again.
    case undone
    /// The report was removed at somebody's request; the digest of before it came may hold again.
    case forgotten
    /// A person has withdrawn the digest; its meeting stays.
    case request

    /// True where a person asked for it; false where it follows from files.
    package var isAskedFor: Bool { self != .revision && self != .restored }
  }

  /// `MINUTED_REASON` of a correction that lets a withdrawn digest hold again.
  package static let reinstated = "reinstated"

  /// 撤回 瀚海省民政2024（2024-03-08）的摘要1a2b3c4d：甲.txt的新版本不再报道这次会议.
  ///
  /// `digest` is withdrawn; `cause` is the file with the new version, `restored` the digest that holds again, or
  /// the meeting that it is now; `why` is what a person gave as the reason, `removed` are the names of reports
  /// that were forgotten. With `isReturn` what was taken back is the withdrawal of the meeting before.
  package static func make(
    _ digest: String, of meeting: Meeting, reason: Reason, cause: Document?, restored: String? = nil,
    why given: String = "", removed: [String] = [], isReturn: Bool = false, id: String,
    in voice: Voice = .chinese
  ) -> Entry {
    let why =
      switch reason {
      case .revision: voice(.withdrawnVersion, cause?.name ?? "")
      case .restored: voice(.withdrawnRestored, "\(restored?.prefix(8) ?? "")")
      case .withdrawn: voice(.withdrawnByHand, given)
      case .amended: voice(.withdrawnAmended, given, restored ?? "")
      case .undone:
        voice(isReturn ? .withdrawnReturned : .withdrawnUndone, given, "\(restored?.prefix(8) ?? "")")
      case .forgotten:
        restored.map { voice(.withdrawnForgottenInPart, voice.list(removed), given, "\($0.prefix(8))") }
          ?? voice(.withdrawnForgotten, given)
      case .request: voice(.withdrawnRequest, given)
      }
    let message = voice(.withdrawn, voice.story(meeting), voice.date(meeting), "\(digest.prefix(8))", why)
    var list = FieldList()
    list.open(.retraction, priority: 5, message: message)
    list.add(.entryID, id)
    CommonFields.add(to: &list, meeting: meeting)
    list.add(.supersedes, digest)
    list.add(.reason, reason.rawValue)
    list.add(.file, cause?.name)
    list.add(.sha256, cause?.sha256)
    list.add(.provenance, cause?.provenance.rawValue)
    return Entry(id: id, fields: list.fields)
  }

  /// 恢复 瀚海省民政2024（2024-03-08）的摘要1a2b3c4d：撤回已取消（误撤）.
  ///
  /// A correction of the retraction: the digest holds as it was sent.
  package static func reinstating(
    _ digest: String, of meeting: Meeting, why: String, id: String, in voice: Voice = .chinese
  ) -> Entry {
    let message = voice(.reinstated, voice.story(meeting), voice.date(meeting), "\(digest.prefix(8))", why)
    var list = FieldList()
    list.open(.correction, priority: 5, message: message)
    list.add(.entryID, id)
    list.add(.digestID, digest)
    CommonFields.add(to: &list, meeting: meeting)
    list.add(.reason, reinstated)
    return Entry(id: id, fields: list.fields)
  }
}
