// SPDX-License-Identifier: Apache-2.0

package import Minutes

/// Which division a meeting governs, and how that is known.
///
/// The place where people met is not the jurisdiction: 浙江省民政工作座谈会在杭州召开 is a meeting of 浙江省.
package struct Jurisdiction: Sendable, Hashable {
  /// The kinds of evidence, strongest first.
  package enum Evidence: String, Sendable, Hashable, CaseIterable {
    /// The name of the meeting: 2023年江苏省民政工作会议.
    case meetingName = "meeting name"
    /// Who held it: 深圳市民政局2月21日召开全市民政工作会议.
    case host
    /// The headline: 云岫：八项任务织密民生保障网.
    case headline
    /// 全市 and 市民政局 together with the places that the report names.
    case context
    /// The file's name or its sub-folder.
    case fileName = "file name"
  }

  package var division: Division
  package var evidence: Evidence

  /// True where neither the meeting's name nor its host names the division.
  package var inferred: Bool { evidence != .meetingName && evidence != .host }

  package init(division: Division, evidence: Evidence) {
    self.division = division
    self.evidence = evidence
  }
}
