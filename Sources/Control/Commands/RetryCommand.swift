// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser

/// `minutectl retry FILE|SHA256|NUMBER…` or `--all`: lets the daemon read refused files again.
struct RetryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retry", abstract: "Let the daemon read refused files again.",
    discussion: """
      A file is named as minutectl rejected lists it: by its name, its number, or the beginning of its \
      SHA-256. One that comes to the same reason again is not told a second time. Needs root or the group \
      minuted-admin.

      After a change of words, or an update, --all has every refused file read again, in the order of their \
      meetings.
      """)

  @Flag(help: "All files that were refused.")
  var all = false

  @Argument(help: "Files as minutectl rejected lists them.", completion: .refused)
  var files: [String] = []

  func validate() throws {
    guard all == files.isEmpty else {
      throw ValidationError("name files as minutectl rejected lists them, or give --all")
    }
  }

  func run() throws {
    do throws(ControlClient.Refusal) {
      let client = try ControlClient.connect()
      if all { report(nil, try client.ask(["verb": "retry-all"])) }
      for file in files { report(file, try client.ask(["verb": "retry", "file": file])) }
    } catch {
      Output.complain("\(error)")
      throw ExitCode(1)
    }
  }

  private func report(_ file: String?, _ reply: ControlClient.Reply) {
    let others = [
      reply.rejected.told("refused again", "refused again", ("再次拒收", "份")),
      reply.waiting.told("looked at again in the folder", "looked at again in the folder", ("在目录中重看", "份")),
    ]
    let parts = reply.outcomes + others.compactMap(\.self)
    let name = file ?? (reply.files ?? 0).counted("file", "files", ("文件", "份"))
    let done = parts.isEmpty ? Speech.say("nothing to read again", "没有要重读的") : Speech.list(parts)
    Output.line(name + Speech.say(": ", "：") + done)
  }
}
