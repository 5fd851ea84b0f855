// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Digest

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
    let same = parts.count == 1 && reply.amended ?? 0 > 0 && gone(reply).isEmpty
    let told = parts + gone(reply) + (same ? ["no digest says anything else"] : [])
    let back = command.map { "; to take it back: minutectl \($0) --undo \(number) --reason …" } ?? ""
    let done = command == nil ? "taken back" : "done"
    let head = "edit \(number): \(told.isEmpty ? done : told.joined(separator: ", "))\(back)"
    let said = (reply.said ?? []).map { "  " + Sanitised.text($0) }
    let unknown = (reply.unknown ?? []).map {
      "  “\(Sanitised.text($0))” stands in no report that is kept: it counts from the first that has it"
    }
    return ([head] + said + unknown).joined(separator: "\n")
  }

  /// 2 digests withdrawn; 98861089 holds again.
  private static func gone(_ reply: ControlClient.Reply) -> [String] {
    let restored = (reply.restored ?? []).map { String($0.prefix(8)) }
    let again =
      restored.isEmpty
      ? nil : restored.joined(separator: ", ") + (restored.count == 1 ? " holds again" : " hold again")
    let parts = [reply.withdrawn.told("digest withdrawn", "digests withdrawn"), again].compactMap(\.self)
    return parts.isEmpty ? [] : [parts.joined(separator: "; ")]
  }
}
