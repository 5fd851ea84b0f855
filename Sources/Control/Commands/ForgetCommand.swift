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

  func validate() throws { try GivenWords.check(reason: reason, "it is kept for ever") }

  func run() throws {
    do throws(ControlClient.Refusal) {
      let client = try ControlClient.connect()
      guard !undo else {
        _ = try client.ask(["verb": "forget-undo", "target": target, "reason": reason])
        return Output.line(
          Speech.say("\(target): kept again when it is dropped again", "\(target)：再放入时重新收存"))
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
    let names = files.isEmpty ? target : files.joined(separator: Speech.say(", ", "、"))
    var done = [Speech.say("forgotten: ", "已删除：") + names]
    done += outcome.gone.map {
      Speech.say("meeting \($0) is gone, and what was told of it is withdrawn", "会议 \($0) 不再收存，所发摘要已撤回")
    }
    done += outcome.left.map {
      Speech.say("meeting \($0) is kept: other reports tell of it", "会议 \($0) 仍收存：另有报道")
    }
    if outcome.corrected > 0 {
      let digests = outcome.corrected.counted("digest is", "digests are", ("重发摘要", "份"))
      done.append(Speech.say("\(digests) told anew", digests))
    }
    if let marks = outcome.marks, marks > 0 {
      let taken = marks.counted("mark", "marks", ("取消标记", "个"))
      done.append(Speech.say("\(taken) on changes that it told taken back", taken))
    }
    if outcome.pages > 0 {
      let pages = outcome.pages.counted("page is", "pages are", ("删除页面", "张"))
      done.append(Speech.say("\(pages) removed", pages))
    }
    return done + [Speech.say("what stays until you remove it:", "以下各处仍在，需另行清除：")]
      + rest(outcome, files, now: now, listing: listing).map { "  " + $0 }
  }

  private static func rest(_ outcome: Outcome, _ files: [String], now: Int64, listing: Bool) -> [String] {
    var lines: [String] = []
    if !outcome.entries.isEmpty {
      lines.append(
        Speech.say("the journal: ", "系统日志：")
          + outcome.entries.count.counted("entry", "entries", ("", "条")))
      lines += outcome.digests.map { "  journalctl MINUTED_DIGEST_ID=\($0)" }
      if listing {
        lines += outcome.entries.map { "  \($0.id)  \($0.cursor ?? Speech.say("not yet read back", "尚未读回"))" }
      }
      lines += [
        Speech.say(
          "journald removes whole files only, those of all services; this takes all that is older than they are:",
          "journald 只能整个文件清除，不分服务；下面的命令清除早于这些条目的一切："),
        "  journalctl --rotate --vacuum-time=\(age(outcome.latest, now))",
      ]
    }
    lines += files.map { Speech.say("the file, if it still lies in its folder: ", "文件，若仍在目录中：") + $0 }
    if outcome.containers > 0 {
      lines.append(
        Speech.say("the archive that it came in, if that still lies in its folder", "它所在的压缩包，若仍在目录中"))
    }
    if outcome.swept == false {
      lines.append(
        Speech.say(
          "the archive's own files, for some seconds, or until nobody reads them: nothing to do",
          "档案库自身的文件：几秒之内，或到无人读取时即清，不必处理"))
    }
    for copy in outcome.copies ?? [] {
      let what = Speech.say("the archive as it was before an upgrade or a restore:", "升级或恢复之前的档案库：")
      lines += [what, "  rm -r \(copy)"]
    }
    return lines + [
      Speech.say(
        "digests of other meetings that were compared with it: what they quote of it stays as it was sent",
        "与它比较过的其他会议的摘要：所引文字照发出时不变"),
      Speech.say(
        "backups and exports made before, and machines that journals are sent to", "此前的备份、导出，以及接收日志的机器"),
      Speech.say("its tombstone: hash, name and reason", "删除记录：哈希、文件名和理由"),
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
