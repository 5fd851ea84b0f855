// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import ArgumentParser
internal import Glibc
internal import Settings

/// Which archive a command reads: the service's, unless `--archive` names another.
struct ArchiveOptions: ParsableArguments {
  @Option(name: .customLong("archive"), help: "The archive to read.", completion: .file())
  var path = usual

  /// Where the service keeps its own.
  static let usual = "/var/lib/minuted/archive.sqlite"

  /// True where there is one that this user can reach: what needs nothing but files does without.
  var exists: Bool { access(path, F_OK) == 0 }

  /// Opens it for reading, whether the daemon runs or not, and runs `body`; failures are told in one line.
  func reading(_ body: (MeetingArchive) throws -> Void) throws {
    do { try body(try MeetingArchive.readOnly(path: path)) } catch let error as ArchiveError {
      Output.complain("\(error)")
      throw ExitCode(error.reason == .newer || error.reason == .foreign ? 78 : 69)
    }
  }
}
