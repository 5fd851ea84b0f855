// SPDX-License-Identifier: Apache-2.0
import Lexicon
import Testing

@testable import Settings

@Suite struct `Folders of lexicons` {
  @Test func `are laid over one another in the order of the contract`() throws {
    let folder = try TemporaryFolder()
    let tables = ["data/lexicon/b": "2", "data/lexicon/a": "1", "etc/a": "3", "one/a": "4", "two/a": "5"]
    for (name, text) in tables { try folder.write(text, to: name + ".tsv") }
    let folders = LexiconFolders(
      base: DataFolder(path: folder.path + "/data"), machine: folder.path + "/etc",
      configured: [folder.path + "/one"], given: [folder.path + "/two"])
    let texts = try folders.layers().map { $0.map { String(decoding: $0.bytes, as: UTF8.self) } }
    #expect(texts == [["1", "2"], ["3"], ["4"], ["5"]])
  }

  @Test func `of the machine may be absent, those that somebody named may not`() throws {
    let folder = try TemporaryFolder()
    try folder.write("1", to: "data/lexicon/a.tsv")
    let base = DataFolder(path: folder.path + "/data")
    #expect(try LexiconFolders(base: base, machine: folder.path + "/none").layers().count == 1)
    let error = #expect(throws: StartupError.self) {
      try LexiconFolders(base: base, machine: folder.path + "/none", given: [folder.path + "/typo"]).layers()
    }
    #expect(error?.exitCode == .configuration)
    #expect(error?.place?.file == folder.path + "/typo")
  }

  @Test func `only give tables`() throws {
    let folder = try TemporaryFolder()
    for name in ["a.tsv", "README.md", ".a.tsv.swp", ".hidden.tsv"] {
      try folder.write("1", to: "data/lexicon/" + name)
    }
    let folders = LexiconFolders(
      base: DataFolder(path: folder.path + "/data"), machine: folder.path + "/none")
    #expect(try folders.layers().joined().map(\.tableName) == ["a"])
  }
}

@Suite struct `The identifier of the rules` {
  private func identifier(_ tables: [String: String], in folder: String) throws -> String {
    let disk = try TemporaryFolder()
    for (name, text) in tables { try disk.write(text, to: "\(folder)/lexicon/\(name).tsv") }
    let folders = LexiconFolders(base: DataFolder(path: "\(disk.path)/\(folder)"), machine: "/nonexistent")
    return RulesIdentifier.of(rules: 1, layers: try folders.layers())
  }

  @Test func `is the same wherever the tables lie`() throws {
    let tables = ["units": "张\tcount\n", "topics": "养老\n"]
    #expect(try identifier(tables, in: "a") == identifier(tables, in: "b"))
    #expect(try identifier(tables, in: "a").wholeMatch(of: /1\+[0-9a-f]{12}/) != nil)
  }

  @Test func `changes with every byte and with the name of a table`() throws {
    let first = try identifier(["units": "张"], in: "a")
    #expect(try identifier(["units": "名"], in: "a") != first)
    #expect(try identifier(["topics": "张"], in: "a") != first)
  }
}
