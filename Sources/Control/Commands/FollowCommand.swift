// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Digest
internal import Glibc
internal import Journal
internal import Settings

/// `minutectl follow`: digests as they are told, from the journal.
struct FollowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "follow", abstract: "Show digests as they are told.",
    discussion: """
      Shows the last digests and then each new one, until ^C. Corrections and retractions are shown too, with \
      --all also what happened to every other file. Needs the group systemd-journal, as journalctl does.

        minutectl follow
        minutectl follow --since yesterday --all
      """)

  @Option(name: [.customShort("n"), .long], help: "Begin with so many of the last ones.")
  var lines = 3

  @Option(
    name: [.customShort("S"), .long], help: "Begin with those from then on: today, 2h, 2024-03-01.",
    completion: .list(["today", "yesterday", "1h", "24h"]), transform: Moment.option)
  var since: Moment?

  @Flag(name: .shortAndLong, help: "Show further sources, duplicates, refusals and roll-ups too.")
  var all = false

  @Option(help: "Another journal namespace than Namespace= of the configuration.")
  var namespace: String?

  @Option(help: "Journal files in this folder instead of the system's.", completion: .directory)
  var directory: String?

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if lines < 0 { throw ValidationError("--lines \(lines) is negative; give 0 for none") }
  }

  func run() throws {
    // ^C is how following ends, and no failure.
    signal(SIGINT) { _ in _exit(0) }
    signal(SIGPIPE, SIG_IGN)
    do throws(JournalError) { try follow() } catch {
      let isRefused = error.code == EACCES || error.code == EPERM
      let reason = isRefused ? "this user may not read it" : "\(error)"
      Output.complain("cannot follow the journal: \(reason); be root or a member of group systemd-journal")
      throw ExitCode(1)
    }
  }

  private func follow() throws(JournalError) {
    let journal = try JournalFollower(source, matches: events.map { "MINUTED_EVENT=\($0.rawValue)" })
    if let since {
      try journal.seek(since: UInt64(max(0, since.microseconds)))
    } else {
      try journal.seek(last: lines)
    }
    repeat {
      while let entry = try journal.next() { show(entry) }
    } while try journal.wait(writingTo: STDOUT_FILENO)
  }

  private var source: JournalReader.Source {
    if let directory { return .directory(directory) }
    let name = namespace ?? (try? ConfigurationFolders.system.load())?.configuration.namespace
    return name.map { .namespace($0) } ?? .system
  }

  private var events: [Event] {
    [.digest, .correction, .retraction] + (all ? [.conflict, .source, .duplicate, .rejected, .rollup] : [])
  }

  /// Through no pager: it would wait for the end.
  private func show(_ entry: JournalFollower.Entry) {
    if output.isJSON {
      let text = Self.value(entry).text()
      return Output.write((output.form == .pretty ? PrettyJSON.text(text) : text) + [0x0A])
    }
    let message = Sanitised.text(entry["MESSAGE"] ?? "", lines: true).split(separator: "\n")
    let head = Moment.text(Int64(clamping: entry.time)) + "　" + (message.first ?? "")
    Output.line(
      ([Terminal.strong(head)] + message.dropFirst().map(String.init)).joined(separator: "\n") + "\n")
  }

  /// The fields as journalctl -o json has them: an array where a name stands several times.
  private static func value(_ entry: JournalFollower.Entry) -> JSONValue {
    let names = Dictionary(grouping: entry.fields, by: \.name).mapValues { $0.map(\.value) }
    let members = names.sorted { $0.key < $1.key }.map { name, values in
      (name, values.count == 1 ? JSONValue.string(values[0]) : .strings(values))
    }
    return .object(.init(members))
  }
}
