// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser

/// `minutectl reread`: has all kept documents read again.
struct RereadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reread", abstract: "Have all kept documents read again.",
    discussion: """
      After a change of words the service reads again by itself what other rules have read; this is for what it \
      cannot see, such as another version of the programs that open documents. Digests that were sent stay as \
      they are; minutectl changes --rules tells what is read otherwise. Needs root or the group minuted-admin.

        sudo minutectl reread --correct --dry-run
        sudo minutectl reread --correct --reason "the tables of 2027"

      --correct reads nothing again: digests that other rules told and that would say something else by those in \
      force are corrected, each by an entry that names the rules and the reason. With --dry-run they are counted.

      --dry-run changes nothing: it reads the latest documents by the tables that lie on the disk now, and \
      tells what would be read otherwise. minutectl lexicon test does so with tables of your own.
      """)

  /// What the daemon answers where digests are to be corrected.
  private struct Corrections: Decodable {
    var compared: Int
    var corrected: Int
  }

  /// What the daemon answers.
  private struct Outcome: Decodable {
    var read: Int
    var changed: Int
  }

  @Flag(help: "Tell what would be read otherwise, and change nothing.")
  var dryRun = false

  @Flag(help: "Correct digests that other rules told and that would say something else now.")
  var correct = false

  @Option(help: "With --correct: why; kept and told.")
  var reason: String?

  @OptionGroup var trial: TrialOptions

  func validate() throws {
    if correct, !dryRun {
      try GivenWords.check(reason: reason, "it is kept, and told in each correction")
    }
    if reason != nil, !correct { throw ValidationError("--reason goes with --correct") }
  }

  func run() throws {
    if correct { return try askForCorrections() }
    if dryRun { return try trial.run(over: []) }
    do throws(ControlClient.Refusal) {
      let client = try ControlClient.connect()
      try client.send(["verb": "reread"])
      watch(client)
      let outcome = try client.reply(as: Outcome.self)
      let read = outcome.read.counted("document", "documents", ("重读存档", "份"))
      Output.line(
        Speech.say(
          "\(read) read again, \(outcome.changed) of them otherwise (minutectl changes --rules ..)",
          "\(read)，其中\(outcome.changed)份读法有变（minutectl changes --rules ..）"))
    } catch {
      Output.complain("\(error)")
      throw ExitCode(1)
    }
  }

  private func askForCorrections() throws {
    var request = ["verb": "reread", "correct": "yes", "reason": reason ?? ""]
    request[dryRun ? "trial" : "reason"] = dryRun ? "yes" : reason
    try ControlClient.asking { (client) throws(ControlClient.Refusal) in
      let outcome = try client.ask(request, for: Corrections.self)
      let what = outcome.corrected.counted("digest", "digests")
      let done = dryRun ? "would be corrected" : outcome.corrected == 1 ? "was corrected" : "were corrected"
      Output.line("\(what) \(done), of \(outcome.compared) that other rules told")
    }
  }

  /// Tells how far the daemon is until it has answered.
  private func watch(_ client: ControlClient) {
    var progress = ProgressBar(isQuiet: trial.quiet)
    defer { progress.end() }
    let asking = try? ControlClient.connect()
    var all = 0
    while !client.hasReply(within: 200) {
      guard let left = (try? asking?.state())?.rereading else { continue }
      all = max(all, left)
      progress.tell(Speech.say("reading", "读取"), all - left, of: all)
    }
  }
}
