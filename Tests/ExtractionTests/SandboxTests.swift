// SPDX-License-Identifier: Apache-2.0
import CProbes
import Foundation
import Settings
import Testing

/// What happened to a probe behind some walls.
private enum Outcome: Equatable {
  case done
  case refused(Int32)
  /// A filter ended the process.
  case ended
}

@Suite struct `Behind the walls` {
  static let probes = Array(0..<probe_count())
  static let profiles = ["parsing", "converting"]
  static let all = "limits,landlock,seccomp"

  private func outcome(_ probe: Int32, _ profile: String, behind walls: String) throws -> Outcome {
    let folder = URL(filePath: DataFolder.runningExecutable).deletingLastPathComponent()
    let process = Process()
    process.executableURL = folder.appending(path: "ExtractorProbe")
    process.arguments = [profile, walls, "\(probe)"]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    if process.terminationReason == .uncaughtSignal { return .ended }
    return process.terminationStatus == 0 ? .done : .refused(process.terminationStatus)
  }

  private func name(_ probe: Int32) -> String { String(cString: probe_name(probe)) }

  @Test(arguments: profiles, probes) func `nothing is possible that could do harm`(
    profile: String, probe: Int32
  ) throws {
    let outcome = try outcome(probe, profile, behind: Self.all)
    #expect([.ended, .refused(EPERM), .refused(EACCES)].contains(outcome), "\(profile): \(name(probe))")
  }

  /// Otherwise the test above would find that nothing is possible anywhere.
  @Test(arguments: probes) func `is where the probes are stopped, not by themselves`(probe: Int32) throws {
    let free = try outcome(probe, "parsing", behind: "none")
    #expect(free != .ended, "\(name(probe))")
    if geteuid() == 0, name(probe) != "reads_environment_of_init" {
      #expect(free != .refused(EPERM) && free != .refused(EACCES), "\(name(probe))")
    }
  }

  @Test(arguments: probes) func `the filter alone stops a parser's every try`(probe: Int32) throws {
    #expect(try outcome(probe, "parsing", behind: "seccomp") == .ended, "\(name(probe))")
  }

  @Test(
    arguments: profiles,
    [
      "reads_passwords", "reads_accounts", "reads_own_memory_map", "reads_root_folder", "makes_file",
      "makes_folder",
      "makes_symlink", "makes_fifo", "writes_device", "runs_shell",
    ])
  func `Landlock alone stops what concerns files`(profile: String, name: String) throws {
    let probe = try #require(Self.probes.first { self.name($0) == name })
    #expect(try outcome(probe, profile, behind: "landlock") == .refused(EACCES))
  }
}
