// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestKit
import Testing

extension `End to end` {
  /// What a document that has taken over its reader can do within the unit, and which layer stops what.
  @Suite struct `Within the unit a document` {
    private static let probe = Repository.root.appending(path: ".build/release/ExtractorProbe")

    /// Outcomes that mean refused: a filter's SIGSYS, or an error that says so.
    private static let refusals: Set<Int> = [
      256 + 31, Int(EPERM), Int(EACCES), Int(ENOSYS), Int(EROFS), Int(EAFNOSUPPORT), Int(EAGAIN),
    ]

    /// One layer is the unit; the others are the walls of the reader, each tried by itself by root, whom nothing
    /// else stops.
    @Test func `is stopped whatever it tries, and by two layers in forty ways or more`() throws {
      let box = try Box(starting: false)
      let (within, outside) = (try outcomes(in: box), try outcomes(run(Self.probe, "all")))
      for profile in ["parsing", "converting"] {
        let (unit, root) = (try #require(within[profile]), try #require(outside[profile]))
        let names = try #require(unit["none"]).keys.sorted()
        func stops(_ walls: String, in found: [String: [String: Int]], _ name: String) -> Bool {
          found[walls]?[name].map(Self.refusals.contains) ?? false
        }
        // The unit shows no other's process.
        for name in names where name != "reads_environment_of_init" {
          #expect(stops("limits,landlock,seccomp", in: unit, name), "\(profile) \(name)")
        }
        let twice = names.filter { name in
          let isFree = !stops("none", in: root, name)
          let walls = ["limits", "landlock", "seccomp"].filter { isFree && stops($0, in: root, name) }
          return walls.count + (stops("none", in: unit, name) ? 1 : 0) >= 2
        }
        #expect(twice.count >= 40, "\(profile), by one alone: \(Set(names).subtracting(twice).sorted())")
      }
    }

    /// The outcomes by profile, walls and name, of the probe run in the place of the service.
    private func outcomes(in box: Box) throws -> [String: [String: [String: Int]]] {
      let place = box.state.appending(path: "etc/minuted/ExtractorProbe")
      try FileManager.default.copyItem(at: Self.probe, to: place)
      try box.expectSuccess("chmod", "755", "/etc/minuted/ExtractorProbe")
      let unit = try box.expectSuccess("cat", "/usr/local/lib/systemd/system/minuted.service")
      let lines = unit.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        switch line.prefix(while: { $0 != "=" }) {
        case "Type": "Type=oneshot\nStandardOutput=truncate:/run/probes"
        case "ExecStart": "ExecStart=/etc/minuted/ExtractorProbe all"
        case "Restart", "WatchdogSec", "ExecReload": ""
        default: String(line)
        }
      }
      try Data(lines.joined(separator: "\n").utf8).write(
        to: box.state.appending(path: "etc/systemd/system/probe.service"))
      try box.expectSuccess("systemctl", "daemon-reload")
      if try box.run("systemctl", "start", "probe").status != 0 {
        throw Failure(try box.expectSuccess("journalctl", "--unit=probe", "--output=cat"))
      }
      return try outcomes(try box.expectSuccess("cat", "/run/probes"))
    }

    /// By profile, walls and name: what the probe printed, a line each.
    private func outcomes(_ printed: String) throws -> [String: [String: [String: Int]]] {
      var outcomes: [String: [String: [String: Int]]] = [:]
      for line in printed.split(separator: "\n") {
        let cells = line.split(separator: "\t").map(String.init)
        guard cells.count == 4 else { throw Failure("the probe said: \(line)") }
        outcomes[cells[0], default: [:]][cells[1], default: [:]][cells[2]] = Int(cells[3])
      }
      return outcomes
    }

    private func run(_ program: URL, _ argument: String) throws -> String {
      let process = Process()
      process.executableURL = program
      process.arguments = [argument]
      let pipe = Pipe()
      process.standardOutput = pipe
      try process.run()
      let printed = try pipe.fileHandleForReading.readToEnd() ?? Data()
      process.waitUntilExit()
      return String(decoding: printed, as: UTF8.self)
    }
  }
}
