// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import ArgumentParser

/// `minutectl retract DIGEST --reason WORDS`: withdraws a digest that should not have been told so.
struct RetractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retract", abstract: "Withdraw a digest.",
    discussion: """
      The journal gets an entry that says which digest is withdrawn and why, list, digest, changes and \
      the pages \
      show it as withdrawn. What was sent stays in the journal: nothing can be unsent. The meeting \
      stays too and \
      goes on being compared with; minutectl withdraw takes a meeting away. Needs root or the group minuted-admin.

        minutectl retract 7f3a91c2 --reason 数字取自旧稿
        minutectl retract 7f3a91c2 --undo --reason 误撤

      --undo lets it hold again, which an entry says too.
      """)

  @Argument(help: "A digest's id, or the beginning of one.", completion: .digests)
  var digest: String

  @Option(help: "Why, in words for readers: they stand in the journal.")
  var reason: String

  @Flag(help: "Take the withdrawal back.")
  var undo = false

  func validate() throws {
    if digest.isEmpty { throw ValidationError("the id of the digest is empty; minutectl list shows ids") }
    try GivenWords.check(reason: reason, "it stands in the journal")
  }

  func run() throws {
    try ControlClient.asking { (client) throws(ControlClient.Refusal) in
      _ = try client.ask(["verb": undo ? "unretract" : "retract", "digest": digest, "reason": reason])
    }
    Output.line(
      undo
        ? Speech.say("in force again: \(digest); an entry in the journal says so", "重新有效：\(digest)；日志中有一条说明")
        : Speech.say("withdrawn: \(digest); an entry in the journal says so", "已撤回：\(digest)；日志中有一条撤回说明"))
  }
}
