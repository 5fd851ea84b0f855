// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestKit

extension Box {
  /// Lays the files of docs/examples/NAME over the /etc of the box, as the administrator is told to do.
  func adopt(example name: String) throws {
    let folder = "/usr/local/share/doc/minuted/docs/examples/\(name)"
    let own = Repository.root.appending(path: "docs/examples/\(name)/etc").path
    let copied = try Command(URL(filePath: "/bin/cp"), ["-r", "\(own)/.", state.appending(path: "etc").path])
    guard copied.status == 0 else { throw Failure("\(folder): \(copied.errors)") }
    try expectSuccess("systemctl", "daemon-reload")
  }

  /// Gives digests a journal of their own, before the service is started.
  func separateJournal() throws {
    try adopt(example: "journal")
    try expectSuccess("systemd-tmpfiles", "--create", "minuted-journal.conf")
    namespace = "minuted"
  }

  /// Runs a command as a user of the box, with all of the user's groups.
  func run(as user: String, _ command: String...) throws -> Command {
    let group = try expectSuccess("id", "-g", user).trimmingCharacters(in: .newlines)
    return try run(["setpriv", "--reuid", user, "--regid", group, "--init-groups"] + command)
  }

  /// Lays a cable between two boxes: 10.9.0.1 is this one, 10.9.0.2 the other.
  ///
  /// Its ends are made within the boxes, so nothing of the machine's own network is touched and nothing is
  /// left.
  func connect(to other: Box) throws {
    let ends = [(try leader(), "10.9.0.1/24"), (try other.leader(), "10.9.0.2/24")]
    try host(
      "ip", "link", "add", "wire", "netns", ends[0].0, "type", "veth", "peer", "wire", "netns", ends[1].0)
    for (process, address) in ends {
      try host("nsenter", "--target", process, "--net", "ip", "address", "add", address, "dev", "wire")
      try host("nsenter", "--target", process, "--net", "ip", "link", "set", "wire", "up")
    }
  }

  /// The first process of the box, as the machine counts.
  private func leader() throws -> String {
    try String(contentsOf: state.appending(path: "leader"), encoding: .utf8)
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private func host(_ command: String...) throws {
    let result = try Command(URL(filePath: "/usr/bin/env"), command)
    guard result.status == 0 else { throw Failure("\(command.joined(separator: " ")): \(result.errors)") }
  }
}
