// SPDX-License-Identifier: Apache-2.0

internal import CLinux
internal import FoundationEssentials
internal import Glibc

/// The client's end of the control socket: one JSON object a line out, one back.
final class ControlClient {
  /// Why the daemon could not be asked, or what it refused.
  struct Refusal: Error, CustomStringConvertible {
    var description: String
    /// True where no daemon answers at all.
    var isAbsence = false
  }

  /// What the daemon answers to any request; counts only where it counted.
  struct Reply: Decodable {
    var ok: Bool
    var error: String?
    var hint: String?
    var files: Int?
    var digests: Int?
    var duplicates: Int?
    var sources: Int?
    var rejected: Int?
    var unchanged: Int?
    /// Files handed in that are known and were refused before.
    var refused: Int?
    var waiting: Int?
    /// How many files were put on hold.
    var held: Int?
    var entries: Int?
    /// The number under which a change is kept, by which it is taken back.
    var edit: Int?
    /// How many readings were amended, and how many digests corrected for it.
    var amended: Int?
    var corrected: Int?
    /// True for a change that was known already; how many of its documents are not kept there.
    var known: Bool?
    var absent: Int?
    /// The digest of a withdrawn meeting itself.
    var own: String?
    /// How many digests were withdrawn, and which hold again.
    var withdrawn: Int?
    var restored: [String]?
    /// What was put right or taken back, in words.
    var said: [String]?
    /// Names that stand in no report that is kept.
    var unknown: [String]?
  }

  static let path = "/run/minuted/control"

  private let descriptor: Int32
  private var buffer: [UInt8] = []

  private init(descriptor: Int32) { self.descriptor = descriptor }

  /// Connects to the daemon.
  static func connect(to path: String = path) throws(Refusal) -> ControlClient {
    let descriptor = minuted_unix_connect(path)
    if descriptor >= 0 { return ControlClient(descriptor: descriptor) }
    let code = errno
    let hint =
      code == EACCES
      ? Speech.say(
        "run it as root, or be in the groups minuted and minuted-admin",
        "请用 root 执行，或加入 minuted 和 minuted-admin 组")
      : Speech.say(
        "start it: systemctl start minuted; why it ended: systemctl status minuted",
        "启动：systemctl start minuted；为何停止：systemctl status minuted")
    let reason = String(cString: strerror(code))
    let told = Speech.say(
      "cannot reach the daemon at \(path): \(reason); \(hint)", "连不上服务（\(path)：\(reason)）；\(hint)")
    throw Refusal(description: told, isAbsence: code != EACCES)
  }

  deinit { close(descriptor) }

  /// Sends one request, with a descriptor where it needs one, and waits for its answer.
  func ask(_ members: [String: String], with file: Int32 = -1) throws(Refusal) -> Reply {
    try send(members, with: file)
    return try reply()
  }

  /// Sends one request and waits for an answer that says more than counts.
  func ask<Answer: Decodable>(
    _ members: [String: String], for answer: Answer.Type
  ) throws(Refusal) -> Answer {
    try send(members)
    return try reply(as: answer)
  }

  /// Waits for such an answer to the request before.
  func reply<Answer: Decodable>(as answer: Answer.Type) throws(Refusal) -> Answer {
    let line = try receive()
    if let answer = try? JSONDecoder().decode(Answer.self, from: Data(line)) { return answer }
    _ = try Self.reply(in: line)
    throw Self.ended
  }

  /// How the daemon is.
  func state() throws(Refusal) -> DaemonState {
    try send(["verb": "status"])
    guard hasReply(within: 2_000) else {
      throw Refusal(
        description: Speech.say(
          "the daemon does not answer; see systemctl status minuted", "服务没有回答；请看 systemctl status minuted"))
    }
    let line = try receive()
    if let state = try? JSONDecoder().decode(DaemonState.self, from: Data(line)) { return state }
    _ = try Self.reply(in: line)
    throw Self.ended
  }

  /// Sends one request, whose answer is asked for later.
  func send(_ members: [String: String], with file: Int32 = -1) throws(Refusal) {
    let members = members.merging(["language": Speech.name]) { given, _ in given }
    try send((try? JSONEncoder().encode(members)).map { [UInt8]($0) } ?? [], with: file)
  }

  /// Sends one JSON object.
  func send(_ object: [UInt8], with file: Int32 = -1) throws(Refusal) {
    let line = object + [0x0A]
    guard minuted_send_descriptor(descriptor, line, line.count, file) == line.count else { throw Self.ended }
  }

  /// Waits for the answer to the request before; what the daemon refuses is thrown.
  func reply() throws(Refusal) -> Reply { try Self.reply(in: try receive()) }

  /// True when an answer is there; waits for it for so many milliseconds.
  func hasReply(within milliseconds: Int32) -> Bool {
    var wanted = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return !buffer.isEmpty || poll(&wanted, 1, milliseconds) > 0
  }

  private static var ended: Refusal {
    let told = Speech.say(
      "the daemon ended the connection; see journalctl -t minuted -n 20",
      "服务断开了连接；请看 journalctl -t minuted -n 20")
    return Refusal(description: told, isAbsence: true)
  }

  private static func reply(in line: [UInt8]) throws(Refusal) -> Reply {
    guard let reply = try? JSONDecoder().decode(Reply.self, from: Data(line)) else { throw ended }
    guard reply.ok else {
      throw Refusal(
        description: [reply.error, reply.hint].compactMap(\.self).joined(separator: Speech.say("; ", "；")))
    }
    return reply
  }

  private func receive() throws(Refusal) -> [UInt8] {
    var chunk = [UInt8](repeating: 0, count: 4096)
    while true {
      if let end = buffer.firstIndex(of: 0x0A) {
        let line = Array(buffer[..<end])
        buffer.removeSubrange(...end)
        return line
      }
      let count = read(descriptor, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw Self.ended }
      buffer.append(contentsOf: chunk[..<count])
    }
  }
}
