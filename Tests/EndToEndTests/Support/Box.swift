// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestKit
import Testing

/// A booted private systemd with minuted installed, for one test; it is gone with the value.
///
/// Its state folder outlives a stop, so that a test can boot it again. See scripts/box for how it is made.
final class Box {
  let state: URL
  /// The namespace of the journal that minuted's entries are looked for in; nil is the system's.
  var namespace: String?
  private let tree: URL

  /// Boots a box and starts the service in it; with `configuration`, lines of the section [Minuted].
  convenience init(configuration: String? = nil, starting: Bool = true) throws {
    try self.init(tree: Installation.tree.get(), configuration: configuration)
    if starting { try start() }
  }

  /// Boots a box over `tree` and starts nothing.
  init(tree: URL, configuration: String? = nil) throws {
    self.tree = tree
    state = Installation.folder.appending(path: "box-\(UUID().uuidString.prefix(8))")
    try boot()
    if let configuration { try configure(configuration) }
  }

  /// What was told here as trouble of the machine is looked at once more: of every test, for all of its
  /// entries.
  deinit {
    let loud = (try? entries(["PRIORITY=3", "PRIORITY=4"])) ?? []
    for breach in loud.flatMap(Contract.alarms) { Issue.record("\(breach)") }
    stop()
    try? FileManager.default.removeItem(at: state)
  }

  /// Boots the box; its end is bound to the end of the tests.
  func boot() throws {
    let process = String(ProcessInfo.processInfo.processIdentifier)
    let box = try script(["start", "--state", state.path, "--tree", tree.path, "--with", process])
    guard box.status == 0 else { throw Failure("no box: \(box.errors)") }
  }

  func stop() {
    _ = try? script(["stop", "--state", state.path])
  }

  func start() throws {
    try expectSuccess("systemctl", "start", "minuted")
  }

  /// Writes a drop-in with lines of the section [Minuted].
  func configure(_ lines: String) throws {
    let folder = state.appending(path: "etc/minuted/minuted.conf.d")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data("[Minuted]\n\(lines)\n".utf8).write(to: folder.appending(path: "50-test.conf"))
  }

  /// Runs a command in the box.
  func run(_ command: String...) throws -> Command { try run(command) }

  func run(_ command: [String]) throws -> Command {
    try script(["exec", "--state", state.path] + command)
  }

  /// Runs a command in the box that must end with status 0, and returns what it printed.
  @discardableResult func expectSuccess(_ command: String...) throws -> String {
    try expectSuccess(command)
  }

  @discardableResult func expectSuccess(_ command: [String]) throws -> String {
    let result = try script(["exec", "--state", state.path] + command)
    guard result.status == 0 else {
      let said = try run("systemctl", "--no-pager", "status", "minuted").output
      throw Failure(
        "\(command.joined(separator: " ")) ended with \(result.status): \(result.errors)\n\(said)")
    }
    return result.output
  }

  /// A property of the unit, as `systemctl show` prints it.
  func property(_ name: String) throws -> String {
    try expectSuccess("systemctl", "show", "minuted", "--value", "-p", name).trimmingCharacters(in: .newlines)
  }

  /// Puts a file into the drop folder as `cp` does: opened, written, closed.
  func drop(_ bytes: Data, as name: String) throws {
    try bytes.write(to: state.appending(path: "spool/incoming/\(name)"))
  }

  func drop(_ file: URL) throws {
    try drop(try Data(contentsOf: file), as: file.lastPathComponent)
  }

  /// The service's entries that match all of `matches` (FIELD=value), oldest first.
  func entries(_ matches: String...) throws -> [JournalEntry] {
    try entries(matches)
  }

  /// Waits until at least `count` entries match, and returns them.
  func awaitEntries(_ count: Int = 1, _ matches: String...) throws -> [JournalEntry] {
    try awaitEntries(count, matches)
  }

  /// Waits for the outcome of a dropped file, whichever it is: all of them if the file holds several
  /// meetings.
  func outcomes(of file: String, count: Int = 1) throws -> [JournalEntry] {
    let outcomes = ["digest", "source", "duplicate", "rejected"].map { "MINUTED_EVENT=\($0)" }
    return try awaitEntries(count, ["MINUTED_FILE=\(file)"] + outcomes)
  }

  func awaitEntries(_ count: Int, _ matches: [String]) throws -> [JournalEntry] {
    let deadline = ContinuousClock.now + .seconds(30)
    while true {
      let found = try entries(matches)
      if found.count >= count { return found }
      guard ContinuousClock.now < deadline else {
        let journal = try run("journalctl", "--no-pager", "-n", "40").output
        throw Failure(
          "\(found.count) of \(count) entries with \(matches) after 30 s; the journal ends:\n\(journal)")
      }
      usleep(20_000)
    }
  }

  func entries(_ matches: [String]) throws -> [JournalEntry] {
    let source = namespace.map { ["--namespace=\($0)"] } ?? []
    let journal = ["journalctl", "--output=json", "--quiet", "-t", "minuted"] + source + matches
    return try script(["exec", "--state", state.path] + journal).output.split(separator: "\n")
      .map { try JournalEntry(line: $0) }
  }

  private func script(_ arguments: [String]) throws -> Command {
    try Command(Installation.scripts.appending(path: "box"), arguments)
  }
}
