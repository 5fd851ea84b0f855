// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

@testable import Settings

@Suite struct `Configuration on disk` {
  @Test func `is read like any configuration of systemd`() throws {
    let folder = try TemporaryFolder()
    for name in [
      "etc/minuted.conf", "lib/minuted.conf", "lib/minuted.conf.d/20-b.conf",
      "etc/minuted.conf.d/10-a.conf", "etc/minuted.conf.d/20-b.conf", "lib/minuted.conf.d/30-c.conf",
    ] {
      try folder.write("[Minuted]\n", to: name)
    }
    let folders = ConfigurationFolders(roots: ["etc", "run", "lib"].map { folder.path + "/" + $0 })
    let names = try folders.files().map { $0.path.dropFirst(folder.path.count + 1) }
    #expect(
      names == [
        "etc/minuted.conf", "etc/minuted.conf.d/10-a.conf", "etc/minuted.conf.d/20-b.conf",
        "lib/minuted.conf.d/30-c.conf",
      ])
  }

  @Test func `may be missing altogether`() throws {
    let (configuration, warnings) = try ConfigurationFolders(roots: ["/nonexistent/minuted"]).load()
    #expect(configuration.folders == [Configuration.defaultFolder])
    #expect(warnings.isEmpty)
  }

  @Test func `is masked by a link to the null device`() throws {
    let folder = try TemporaryFolder()
    try folder.write("[Minuted]\nSettleSec=9\n", to: "lib/minuted.conf.d/10-a.conf")
    try folder.write("", to: "etc/minuted.conf.d/00.conf")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/etc/minuted.conf.d/10-a.conf", withDestinationPath: "/dev/null")
    let folders = ConfigurationFolders(roots: [folder.path + "/etc", folder.path + "/lib"])
    #expect(try folders.load().configuration.settle == .seconds(2))
  }

  @Test func `names the file that is a folder`() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "minuted.conf/x")
    let error = #expect(throws: StartupError.self) { try ConfigurationFolders(roots: [folder.path]).files() }
    #expect(error?.place?.file == folder.path + "/minuted.conf")
  }
}
