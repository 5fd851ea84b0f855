// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Digest
internal import Glibc

/// `minutectl forget SHA256|MEETING`: removes a report for good.
struct ForgetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget", abstract: "Remove a report for good, and say where it still stands.",
    discussion: """
      Original, text and reading are removed, and what was told of it alone; its digest is withdrawn, and \
      digests that compared with it are told anew. A tombstone stays: the hash, the reason and the file's name, \
      so that the same bytes are refused when they come again. What minuted cannot take back is listed with what \
      to do about it: the journal, backups, the file in its folder. Needs root or the group minuted-admin.

        sudo minutectl forget 440300/民政工作会议/2023-02-21 --reason "published by mistake"
        sudo minutectl forget --undo SHA256 --reason "it was the right one"
      """)

  @Argument(
    help: "A meeting's id, for all that tells of it, or the beginning of a document's SHA-256.",
    completion: .meetings)
  var target: String

  @Option(help: "Why; kept for ever with who asked for it and when.")
  var reason: String

  @Flag(help: "Let bytes that were forgotten (all 64 digits) be kept again when they are dropped again.")
  var undo = false

  @Flag(help: "List every journal entry with its cursor.")
  var entries = false

  /// What the daemon answers.
  struct Outcome: Decodable {
    struct Entry: Decodable {
      var id: String
      var cursor: String?
    }

    var files: [String]
    var gone: [String]
    var left: [String]
    var digests: [String]
    var corrected: Int
    var pages: Int
    var containers: Int
    var marks: Int?
    /// Copies of the archive on this machine that still hold it, by path.
    var copies: [String]?
    /// False while the archive's files still hold some of it.
    var swept: Bool?
    /// When the last of the entries was queued, in microseconds since 1970; 0 where there is none.
    var latest: Int64
    var entries: [Entry]
  }

  func run() throws {
    do throws(ControlClient.Refusal) {
      let client = try ControlClient.connect()
      guard !undo else {
        _ = try client.ask(["verb": "forget-undo", "target": target, "reason": reason])
        return Output.line("\(target): kept again when it is dropped again")
      }
      let request = ["verb": "forget", "target": target, "reason": reason]
      let outcome = try client.ask(request, for: Outcome.self)
      Output.line(Self.lines(outcome, target, now: Moment.now, listing: entries).joined(separator: "\n"))
    } catch {
      Output.complain("\(error)")
      throw ExitCode(1)
    }
  }

  /// What was done, and what is left to do; `now` is in microseconds since 1970.
  static func lines(_ outcome: Outcome, _ target: String, now: Int64, listing: Bool) -> [String] {
    let files = Set(outcome.files).sorted().map { Sanitised.text($0) }
    var done = ["forgotten: \(files.isEmpty ? target : files.joined(separator: ", "))"]
    done += outcome.gone.map { "meeting \($0) is gone, and what was told of it is withdrawn" }
    done += outcome.left.map { "meeting \($0) is kept: other reports tell of it" }
    if outcome.corrected > 0 {
      done.append(outcome.corrected.counted("digest is", "digests are") + " told anew")
    }
    if let marks = outcome.marks, marks > 0 {
      done.append(marks.counted("mark", "marks") + " on changes that it told taken back")
    }
    if outcome.pages > 0 { done.append(outcome.pages.counted("page is", "pages are") + " removed") }
    return done + ["what stays until you remove it:"]
      + rest(outcome, files, now: now, listing: listing).map { "  " + $0 }
  }

  private static func rest(_ outcome: Outcome, _ files: [String], now: Int64, listing: Bool) -> [String] {
    var lines: [String] = []
    if !outcome.entries.isEmpty {
      lines.append("the journal: \(outcome.entries.count.counted("entry", "entries"))")
      lines += outcome.digests.map { "  journalctl MINUTED_DIGEST_ID=\($0)" }
      if listing { lines += outcome.entries.map { "  \($0.id)  \($0.cursor ?? "not yet read back")" } }
      lines += [
        "journald removes whole files only, those of all services; this takes all that is older than they are:",
        "  journalctl --rotate --vacuum-time=\(age(outcome.latest, now))",
      ]
    }
    lines += files.map { "the file, if it still lies in its folder: \($0)" }
    if outcome.containers > 0 {
      lines.append("the archive that it came in, if that still lies in its folder")
    }
    if outcome.swept == false {
      lines.append("the archive's own files, for some seconds, or until nobody reads them: nothing to do")
    }
    for copy in outcome.copies ?? [] {
      lines += ["the archive as it was before an upgrade or a restore:", "  rm -r \(copy)"]
    }
    return lines + [
      "digests of other meetings that were compared with it: what they quote of it stays as it was sent",
      "backups and exports made before, and machines that journals are sent to",
      "its tombstone: hash, name and reason",
    ]
  }

  /// How long ago the last entry was, as journalctl takes it, and not more.
  private static func age(_ latest: Int64, _ now: Int64) -> String {
    let seconds = max(1, (now - latest) / 1_000_000)
    switch seconds {
    case ..<120: return "\(seconds)s"
    case ..<7_200: return "\(seconds / 60)min"
    case ..<172_800: return "\(seconds / 3_600)h"
    default: return "\(seconds / 86_400)d"
    }
  }
}
