// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Desk
internal import Glibc
internal import Inbox
internal import Settings

/// The program `minuted`.
package enum DaemonProgram {
  /// Runs until a signal ends it; what stops the start is told on standard error and by the exit code.
  package static func main() {
    // Before the first thread, which would take a signal otherwise.
    Signals.block()
    var archive: MeetingArchive?
    let status = run(&archive)
    // After a write that failed nothing more is written; closed, the archive would sync its log again. And it ends with
    // the process: to let go of it takes a thread, and where there is none that would never end.
    withExtendedLifetime(archive) {
      if status == 0 { try? archive?.close() }
      exit(status)
    }
  }

  private static func run(_ archive: inout MeetingArchive?) -> Int32 {
    do {
      let source = Setup.Source(configuration: .system, data: try DataFolder.find())
      // A configuration that cannot be used stops the start before the archive is touched.
      var (setup, state) = (try Setup.load(from: source), StateFolder())
      let opened = try state.openArchive()
      archive = opened
      let aliases = try AliasTable.layer(of: opened)
      if !aliases.isEmpty { setup = try Setup.load(from: source, aliases: aliases) }
      return try Daemon(setup: setup, state: state, archive: opened, loop: EventLoop()).run()
    } catch let error as StartupError {
      return refuse("\(error)", error.exitCode.rawValue)
    } catch {
      return refuse("\(error)", StartupError.ExitCode.missing.rawValue)
    }
  }

  private static func refuse(_ problem: String, _ code: Int32) -> Int32 {
    StandardError.line(problem)
    ServiceManager.status(problem)
    return code
  }
}
