// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser

/// `minutectl hold FILE…`: keeps files from being told before somebody releases them.
struct HoldCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hold", abstract: "Keep files from being told, or take their planned release back.",
    discussion: """
      Files on hold that minutectl release --at has given a time wait for a person again. Files that were taken \
      and wait to be read, in a burst or behind a document that is just opened, are put on hold. A file dropped \
      alone is told within moments, and what was told cannot be held back any more; minutectl retract withdraws \
      its digest. To be sure, drop a report into a sub-folder that Hold= names. Needs root or the group \
      minuted-admin.
      """)

  @Argument(help: "Files by their names, or as minutectl list --held lists them.", completion: .held)
  var files: [String]

  func validate() throws {
    if files.isEmpty || files.contains("") {
      throw ValidationError("name files by their names, or as minutectl list --held lists them")
    }
  }

  func run() throws {
    try ControlClient.asking { (client) throws(ControlClient.Refusal) in
      let reply = try client.ask(["verb": "hold"], lists: ["files": files])
      Output.line(Self.text(reply))
    }
  }

  /// 继续保留1份，无定时；新保留2份，解除用 minutectl release.
  static func text(_ reply: ControlClient.Reply) -> String {
    let kept = reply.files.told("file stays on hold", "files stay on hold", ("继续保留", "份"))
    let fresh = reply.held.told("file put on hold", "files put on hold", ("新保留", "份"))
    return [
      kept.map { Speech.say("\($0), without a time", "\($0)，无定时") },
      fresh.map { Speech.say("\($0); minutectl release tells it", "\($0)，解除用 minutectl release") },
    ].compactMap(\.self).joined(separator: Speech.say("; ", "；"))
  }
}
