// SPDX-License-Identifier: Apache-2.0

/// Why a document could not be read: a code for machines, and a line for people that ends in what to do.
///
/// It concerns the one document; the daemon rejects it and goes on.
package struct DocumentError: Error, Sendable, Hashable {
  /// Closed vocabulary of `MINUTED_REASON`.
  package enum Reason: String, Sendable, Hashable, CaseIterable {
    case empty, binary, format, unreadable, crashed, damaged, encrypted, scanned, forgotten
    case missingTool = "missing-tool"
    case tooLarge = "too-large"
    case neverQuiet = "never-quiet"
    case noDate = "no-date"
    case noJurisdiction = "no-jurisdiction"
    case noMeeting = "no-meeting"
    case commentary, notice, bulletin, navigation, interview, interpretation
    case pressConference = "press-conference"
    case foreign = "foreign-language"
  }

  package var reason: Reason
  /// What is wrong, in Chinese, for the journal.
  package var what: String
  /// What to do about it, in Chinese.
  package var hint: String
  /// Both in English, for whoever reads a file by hand; nil where only the daemon meets the problem.
  package var english: String?

  package init(_ reason: Reason, _ what: String, hint: String, english: String? = nil) {
    self.reason = reason
    self.what = what
    self.hint = hint
    self.english = english
  }
}

extension DocumentError: CustomStringConvertible {
  package var description: String { "\(what)；\(hint)" }
}
