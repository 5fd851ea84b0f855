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
      reply.amended.told("reading put right", "readings put right", ("更正读法", "处")),
      reply.corrected.told("digest corrected", "digests corrected", ("更正摘要", "份")),
    ].compactMap(\.self)
    let same = parts.count == 1 && reply.amended ?? 0 > 0 && gone(reply).isEmpty
    let told = parts + gone(reply) + (same ? [Speech.say("no digest says anything else", "摘要无须更正")] : [])
    let back = command.map { command in
      let words = "minutectl \(command) --undo \(number) --reason …"
      return Speech.say("; to take it back: \(words)", "；要取消：\(words)")
    }
    let done = command == nil ? Speech.say("taken back", "已取消") : Speech.say("done", "已记下")
    let head =
      Speech.say("edit \(number): ", "第\(number)号操作：") + (told.isEmpty ? done : Speech.list(told))
      + (back ?? "")
    let said = (reply.said ?? []).map { "  " + Sanitised.text($0) }
    let unknown = (reply.unknown ?? []).map {
      let name = "“\(Sanitised.text($0))”"
      return "  "
        + Speech.say(
          "\(name) stands in no report that is kept: it counts from the first that has it",
          "收存的报道里没有\(name)：从首次出现起算")
    }
    return ([head] + said + unknown).joined(separator: "\n")
  }

  /// 2 digests withdrawn; 98861089 holds again.
  private static func gone(_ reply: ControlClient.Reply) -> [String] {
    let restored = (reply.restored ?? []).map { String($0.prefix(8)) }
    let own = (reply.own?.prefix(8)).map {
      Speech.say("the meeting's own digest \($0) withdrawn", "撤回这次会议自己的摘要\($0)")
    }
    let names = restored.joined(separator: Speech.say(", ", "、"))
    let again =
      restored.isEmpty
      ? nil : Speech.say(names + (restored.count == 1 ? " holds again" : " hold again"), "摘要\(names)恢复有效")
    let parts = [
      own, reply.withdrawn.told("digest withdrawn", "digests withdrawn", ("撤回摘要", "份")), again,
    ].compactMap(\.self)
    return parts.isEmpty ? [] : [parts.joined(separator: Speech.say("; ", "；"))]
  }
}
