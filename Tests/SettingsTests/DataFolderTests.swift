// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Settings

@Suite struct `The data folder` {
  @Test func `stands beside an installed executable`() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "usr/share/minuted/lexicon/units.tsv")
    let found = try DataFolder.find(executable: folder.path + "/usr/libexec/minuted/minuted") { _ in nil }
    #expect(found.path == folder.path + "/usr/share/minuted")
  }

  @Test func `is config in a checkout, however deep the build lies`() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "config/lexicon/units.tsv")
    let found = try DataFolder.find(executable: folder.path + "/.build/debug/minuted") { _ in nil }
    #expect(found.path == folder.path + "/config")
  }

  @Test func `is what the environment says, and nothing else then`() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "config/lexicon/units.tsv")
    try folder.write("", to: "other/lexicon/units.tsv")
    let executable = folder.path + "/.build/debug/minuted"
    let variables = ["MINUTED_DATA_DIR": folder.path + "/other"]
    #expect(try DataFolder.find(executable: executable) { variables[$0] }.path == folder.path + "/other")
    let error = #expect(throws: StartupError.self) {
      try DataFolder.find(executable: executable) { _ in folder.path + "/wrong" }
    }
    #expect(error?.exitCode == .missing)
    #expect(error?.place?.file == folder.path + "/wrong")
  }
}
