// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser

/// `minutectl retry FILE|SHA256|NUMBER…`: lets the daemon read refused files again.
struct RetryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retry", abstract: "Let the daemon read refused files again.",
    discussion: """
      A file is named as minutectl rejected lists it: by its name, its number, or the beginning of its \
      SHA-256. One that comes to the same reason again is not told a second time. Needs root or the group \
      minuted-admin.
      """)

  @Argument(help: "Files as minutectl rejected lists them.", completion: .refused)
  var files: [String]

  func run() throws {
    do throws(ControlClient.Refusal) {
      let client = try ControlClient.connect()
      for file in files { report(file, try client.ask(["verb": "retry", "file": file])) }
    } catch {
      Output.complain("\(error)")
      throw ExitCode(1)
    }
  }

  private func report(_ file: String, _ reply: ControlClient.Reply) {
    let counts = [
      ("digests", reply.digests), ("duplicates", reply.duplicates), ("further sources", reply.sources),
      ("refused again", reply.rejected), ("looked at again in the folder", reply.waiting),
    ]
    let parts = counts.compactMap { name, count in count.flatMap { $0 > 0 ? "\($0) \(name)" : nil } }
    Output.line("\(file): \(parts.joined(separator: ", "))")
  }
}
