// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Glibc
internal import Inbox
internal import Settings

/// The program `minuted`.
package enum DaemonProgram {
  package static func main() { exit(run()) }

  /// Runs until a signal ends it; what stops the start is told on standard error and by the exit code.
  private static func run() -> Int32 {
    do {
      let source = Setup.Source(configuration: .system, data: try DataFolder.find())
      let loop = EventLoop()
      let daemon = try Daemon(setup: Setup.load(from: source), state: StateFolder(), loop: loop)
      let status = daemon.run()
      // After a write that failed nothing more is written; closed, the archive would sync its log again. And what is
      // left ends with the process: to let go of it takes a thread, and where there is none it would never end.
      if status == 0 { try? daemon.archive.close() }
      exit(status)
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
