// SPDX-License-Identifier: Apache-2.0

internal import Control
internal import Daemon

/// One binary, two programs told apart by the name they are called by: one copy of Foundation on disk and in memory.
@main struct Minuted {
  static func main() {
    let name = CommandLine.arguments.first?.split(separator: "/").last ?? ""
    if name == "minutectl" { ControlProgram.main() } else { DaemonProgram.main() }
  }
}
