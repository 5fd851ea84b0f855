// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser

/// `minutectl hold FILE…`: takes the planned time of a release back.
struct HoldCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hold", abstract: "Take the planned release of files back.",
    discussion: """
      Files on hold that minutectl release --at has given a time wait for a person again. What was told \
      cannot be \
      held back any more; minutectl retract withdraws its digest. To put a report on hold, put it into a \
      sub-folder that Hold= names. Needs root or the group minuted-admin.
      """)

  @Argument(help: "Files as minutectl list --held lists them.", completion: .held)
  var files: [String]

  func validate() throws {
    if files.isEmpty || files.contains("") {
      throw ValidationError("name files as minutectl list --held lists them")
    }
  }

  func run() throws {
    try ControlClient.asking { (client) throws(ControlClient.Refusal) in
      let reply = try client.ask(["verb": "hold"], lists: ["files": files])
      Output.line("继续保留 \(reply.files ?? 0) 份，无定时")
    }
  }
}
