// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Glibc

/// `minutectl replay [--since TIME] [DIGEST…]`: writes into the journal again what the archive has.
struct ReplayCommand: ParsableCommand {
  /// More entries than this are sent only when somebody has said so.
  private static let most = 1_000

  static let configuration = CommandConfiguration(
    commandName: "replay", abstract: "Send kept entries to the journal again.",
    discussion: """
      For a journal that is new, was cut or is another one now: digests with their changes, \
      corrections, retractions \
      and outcomes of files are sent as they were, with MINUTED_REISSUE=1, 2 …; one MINUTED_ENTRY_ID is \
      one entry, \
      however often it stands there. Each is confirmed by reading it back. What the machine told of \
      itself is past and \
      stays out. Needs root or the group minuted-admin.

        minutectl replay 7f3a91c2
        minutectl replay --since 2026-01-01

      More than 1,000 entries are asked about first, unless --yes is given.
      """)

  @OptionGroup var time: TimeWindow

  @Flag(help: "Send all that was ever told.")
  var all = false

  @Flag(help: "Do not ask, however many there are.")
  var yes = false

  @Argument(help: "Digests by their ids, or the beginnings of them.", completion: .digests)
  var digests: [String] = []

  func validate() throws {
    let ways = [all, !digests.isEmpty, time.range != nil].count { $0 }
    guard ways == 1, !digests.contains("") else {
      throw ValidationError("name digests, or give --since or --until, or --all")
    }
  }

  func run() throws {
    try ControlClient.asking { (client) throws(ControlClient.Refusal) in
      Output.line(Self.text(try send(by: client, Self.isConfirmed)))
    }
  }

  /// Has the entries sent, where they are many only once `isConfirmed` says so of their number; returns how
  /// many.
  func send(
    by client: ControlClient, _ isConfirmed: (Int) -> Bool
  ) throws(ControlClient.Refusal) -> Int {
    let reply = try client.ask(members, lists: ["digests": digests])
    let count = reply.entries ?? 0
    guard reply.waiting ?? 0 > 0 else { return count }
    guard isConfirmed(count) else { throw ControlClient.Refusal(description: Self.unconfirmed(count)) }
    return try client.ask(members.filter { $0.key != "most" }, lists: ["digests": digests]).entries ?? 0
  }

  private var members: [String: String] {
    var members = ["verb": "replay"]
    if let range = time.range {
      members["since"] = String(range.lowerBound)
      members["until"] = String(range.upperBound)
    }
    if !yes { members["most"] = String(Self.most) }
    return members
  }

  static func text(_ count: Int) -> String {
    let told = count.counted("entry is", "entries are", ("重新发送", "条"))
    return count == 0
      ? Speech.say("there is nothing to send again", "没有可重发的条目")
      : Speech.say(
        "\(told) sent again; minutectl status tells what the journal has not shown yet",
        "\(told)；日志确认情况见 minutectl status")
  }

  /// Asks who sits before the terminal; nobody there is no yes.
  private static func isConfirmed(_ count: Int) -> Bool {
    guard isatty(STDIN_FILENO) == 1 else { return false }
    Output.complain(
      Speech.say("\(count) entries would be sent again; go on? [y/N]", "将重新发送\(count)条，是否继续？ [y/N]"))
    return ["y", "yes", "是"].contains(readLine()?.lowercased() ?? "")
  }

  private static func unconfirmed(_ count: Int) -> String {
    Speech.say(
      "\(count) entries would be sent again, and nothing was; give --yes if that is wanted",
      "将重新发送\(count)条，尚未发送；确要发送请加 --yes")
  }
}
