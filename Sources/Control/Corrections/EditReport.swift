// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser

/// Asks the daemon for a change and says what came of it, with how it is taken back.
enum EditReport {
  static func ask(_ members: [String: String], lists: [String: [String]] = [:], undo command: String? = nil)
    throws
  {
    do throws(ControlClient.Refusal) {
      let reply = try ControlClient.connect().ask(members, lists: lists)
      Output.line(text(reply, undo: command))
    } catch {
      Output.complain("\(error)")
      throw ExitCode(1)
    }
  }

  /// edit 12: 2 readings put right, 3 digests corrected; to take it back: minutectl correct --undo 12.
  static func text(_ reply: ControlClient.Reply, undo command: String?) -> String {
    let number = reply.edit ?? 0
    let parts = [
      reply.amended.told("reading put right", "readings put right"),
      reply.corrected.told("digest corrected", "digests corrected"),
    ].compactMap(\.self)
    let back = command.map { "; to take it back: minutectl \($0) --undo \(number) --reason …" } ?? ""
    let done = command == nil ? "taken back" : "done"
    return "edit \(number): \(parts.isEmpty ? done : parts.joined(separator: ", "))\(back)"
  }
}
