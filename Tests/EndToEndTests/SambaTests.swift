// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestKit
import Testing

extension `End to end` {
  /// The drop folder as a share, by the stanza that the documentation gives, with the real smbd on loopback.
  @Suite struct `A Samba share` {
    private static let settings = """
      [global]
      server role = standalone server
      interfaces = lo
      bind interfaces only = yes
      smb ports = 445
      disable netbios = yes
      load printers = no
      private dir = /run/samba/private
      lock directory = /run/samba
      state directory = /run/samba
      cache directory = /run/samba
      pid directory = /run/samba
      ncalrpc dir = /run/samba/ncalrpc
      log file = /run/samba/log


      """

    /// Starts smbd in the box, with one user who may drop.
    private func share(_ box: Box) throws {
      let folder = box.state.appending(path: "etc/samba")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let stanza = try String(contentsOf: Repository.root.appending(path: "docs/samba.conf"), encoding: .utf8)
      try Data((Self.settings + stanza).utf8).write(to: folder.appending(path: "smb.conf"))
      try box.expectSuccess("mkdir", "-p", "/run/samba/private")
      try box.expectSuccess("useradd", "--no-create-home", "--groups", "minuted-drop", "dropper")
      try box.expectSuccess("sh", "-c", "printf 'secret\\nsecret\\n' | smbpasswd -a -s dropper")
      try box.expectSuccess("systemctl", "start", "smbd")
    }

    /// What smbclient is told, as the user who may drop.
    private func client(_ box: Box, _ commands: String) throws {
      try box.expectSuccess(
        "smbclient", "//127.0.0.1/minuted", "--user=dropper%secret", "--command=\(commands)")
    }

    @Test func `has each file that is put, renamed and overwritten told once`() throws {
      let box = try Box(configuration: "SettleSec=0.1")
      try share(box)
      let examples = "/usr/local/share/doc/minuted/examples/2023"
      let (first, second) = (Examples.shenzhen.lastPathComponent, Examples.guangzhou.lastPathComponent)
      try client(box, "lcd \(examples); put \(first) 深圳.txt")
      #expect(try box.outcomes(of: "深圳.txt").map { $0["MINUTED_EVENT"] } == ["digest"])
      try client(box, "rename 深圳.txt b.txt")
      try client(box, "lcd \(examples); put \(second) b.txt")
      #expect(try box.outcomes(of: "b.txt").map { $0["MINUTED_EVENT"] } == ["digest"])
      try client(box, "mkdir 2023; cd 2023; lcd \(examples); put \(first) c.part; rename c.part c.txt")
      #expect(try box.outcomes(of: "2023/c.txt").count == 1)
      let rights = try box.expectSuccess(
        "stat", "--format=%a %G", "/var/spool/minuted/incoming/b.txt", "/var/spool/minuted/incoming/2023")
      #expect(rights == "660 minuted-drop\n2770 minuted-drop\n")
      try box.drop(BadFile.all[0].bytes, as: "poem.txt")
      _ = try box.outcomes(of: "poem.txt")
      let outcomes = try box.entries(
        ["digest", "source", "duplicate", "rejected"].map { "MINUTED_EVENT=\($0)" })
      #expect(outcomes.compactMap { $0["MINUTED_FILE"] } == ["深圳.txt", "b.txt", "2023/c.txt", "poem.txt"])
    }
  }
}
