// SPDX-License-Identifier: Apache-2.0
package import Lexicon

/// Why the program cannot start or cannot go on with this configuration.
///
/// It tells what happened, where (a file, and the line if there is one) and what to do, and names the exit
/// code. Errors about one document are no startup errors: such a document is rejected and the daemon goes on.
///
/// Example: `/etc/minuted/minuted.conf:7: SettleSec=soon is no time span; write seconds or units, such as
/// “2s”`.
package struct StartupError: Error, Sendable, Hashable {
  /// The exit codes of sysexits.h that the programs use; 78 is never restarted by the unit.
  package enum ExitCode: Int32, Sendable, Hashable {
    case usage = 64
    case missing = 69
    case configuration = 78
  }

  /// What is wrong, in one clause without a full stop.
  package var what: String
  /// Where it stands: nil where no file is to blame.
  package var place: Place?
  /// What to do about it, in one clause.
  package var hint: String
  package var exitCode: ExitCode

  package init(_ what: String, at place: Place? = nil, hint: String, exitCode: ExitCode = .configuration) {
    self.what = what
    self.place = place
    self.hint = hint
    self.exitCode = exitCode
  }
}

extension StartupError: CustomStringConvertible {
  /// One line for standard error and `systemctl status`.
  package var description: String {
    "\(place.map { "\($0): " } ?? "")\(what); \(hint)"
  }
}

extension StartupError {
  /// A line of a lexicon that cannot be used stops the start like a line of the configuration.
  package init(_ error: LexiconError) {
    self.init(
      error.problem, at: Place(file: error.path, line: error.line), hint: "expected \(error.expected)")
  }
}
