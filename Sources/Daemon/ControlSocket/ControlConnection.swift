// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import CLinux
internal import Digest
internal import FoundationEssentials
internal import Glibc
internal import Minutes

/// One client of the control socket: its lines in, its replies out.
final class ControlConnection {
  /// The longest line that is taken; requests are short, what is long comes as a descriptor.
  private static let longestLine = 1 << 16
  /// Descriptors that may wait for their lines; a client that sends more is cut off.
  private static let mostDescriptors = 64
  /// The most that may wait for a client which asks and does not read.
  private static let mostUnread = 1 << 20

  var source: EventLoop.Source?
  /// Files handed in so far by an import that has not ended.
  var imported: [ArrivedFile] = []
  /// True for root, for the daemon's own user and for members of minuted-admin: they may change something.
  let isAdministrator: Bool
  /// Who asks, as the kernel knows it.
  let user: UInt32
  private let descriptor: Int32
  private let handler: ControlSocket.Handler
  private var buffer: [UInt8] = []
  private var passed: [Int32] = []
  /// Bytes of replies that the client has not taken yet.
  private var outgoing: [UInt8] = []
  /// True for a client that wants to be answered in Chinese.
  private var isChinese = false
  /// Requests that were not answered yet.
  private var owed = 0
  /// True when the client has closed its side.
  private var isFinished = false

  init(_ descriptor: Int32, _ handler: @escaping ControlSocket.Handler) {
    self.descriptor = descriptor
    self.handler = handler
    user = UInt32(bitPattern: minuted_peer_uid(descriptor))
    isAdministrator =
      user == 0 || user == getuid() || Self.isMember(descriptor, of: "minuted-admin")
  }

  /// What this client asks for, as it is kept: who, when and why.
  func edit(_ request: ControlRequest, target: String, _ more: [String: String] = [:]) -> Edit {
    Edit(
      at: Int64(SystemClock.microseconds), uid: user, who: Self.name(of: user), verb: request.verb,
      target: target,
      content: request.content.merging(more) { _, more in more }, reason: request.text("reason") ?? "")
  }

  private static func name(of user: UInt32) -> String {
    getpwuid(user).flatMap { $0.pointee.pw_name }.map { String(cString: $0) } ?? String(user)
  }

  private static func isMember(_ descriptor: Int32, of group: String) -> Bool {
    guard let entry = getgrnam(group) else { return false }
    return minuted_peer_is_member(descriptor, entry.pointee.gr_gid) != 0
  }

  deinit {
    source?.cancel()
    for waiting in passed { close(waiting) }
    close(descriptor)
  }

  /// Serves what the loop has seen of it; false where the client is gone or misbehaves.
  ///
  /// One that has only closed its own side still gets the answers that it is owed.
  func serve(_ ready: UInt32) -> Bool {
    let isReadable = ready & EventLoop.readable != 0 && !isFinished
    // What it asked for before it went is done, and nobody gets the answer.
    if isReadable, !receive() { return false }
    if ready & EventLoop.hungUp != 0, isFinished || !isReadable { return false }
    if ready & EventLoop.writable != 0, !flush() { return false }
    if isFinished, owed == 0, outgoing.isEmpty { return false }
    source?.listen(
      for: (isFinished ? 0 : EventLoop.readable) | (outgoing.isEmpty ? 0 : EventLoop.writable))
    return true
  }

  /// Takes what has come and answers whole lines.
  private func receive() -> Bool {
    var chunk = [UInt8](repeating: 0, count: 4096)
    var came: Int32 = -1
    let count = minuted_receive_descriptor(descriptor, &chunk, chunk.count, &came)
    if came >= 0 { passed.append(came) }
    if count < 0 { return errno == EAGAIN || errno == EINTR }
    if count == 0 { isFinished = true }
    buffer.append(contentsOf: chunk[..<count])
    while let end = buffer.firstIndex(of: 0x0A) {
      let line = Array(buffer[..<end])
      buffer.removeSubrange(...end)
      answer(line)
    }
    guard buffer.count < Self.longestLine, passed.count <= Self.mostDescriptors else {
      refuse(
        "a line of \(Self.longestLine) bytes or more, or \(Self.mostDescriptors) descriptors that no line names",
        hint: "send one JSON object a line, and a file by its descriptor")
      return false
    }
    return outgoing.count <= Self.mostUnread
  }

  /// The descriptor that came with the request being answered; whoever takes it closes it.
  func takeDescriptor() -> Int32? { passed.isEmpty ? nil : passed.removeFirst() }

  /// The bytes of the file that came with the request being answered; nil where none came, it is no regular file
  /// or has more than `most` bytes.
  func takeText(most: Int) -> String? {
    guard let file = takeDescriptor() else { return nil }
    defer { close(file) }
    var state = stat()
    guard fstat(file, &state) == 0, minuted_is_regular(state.st_mode) != 0, state.st_size <= most else {
      return nil
    }
    var bytes = [UInt8](repeating: 0, count: Int(state.st_size))
    var count = 0
    while count < bytes.count {
      let read = bytes.withUnsafeMutableBytes {
        pread(file, $0.baseAddress! + count, $0.count - count, off_t(count))
      }
      if read < 0, errno == EINTR { continue }
      guard read > 0 else { return nil }
      count += read
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Sends one line, now or when the client has room for it; the daemon never waits.
  func reply(_ members: JSONValue.Members) {
    owed = max(0, owed - 1)
    outgoing += JSONValue.object(members).text() + [0x0A]
    guard flush() else { return }
    // Told at once, so that a client which has finished is let go.
    if !outgoing.isEmpty || isFinished { source?.listen(for: EventLoop.writable) }
  }

  /// Sends as much as the client takes; false where it is gone.
  private func flush() -> Bool {
    guard !outgoing.isEmpty else { return true }
    let count = minuted_send_descriptor(descriptor, outgoing, outgoing.count, -1)
    if count < 0 { return errno == EAGAIN || errno == EINTR }
    outgoing.removeFirst(count)
    return true
  }

  /// A refusal: what is wrong, and what to do.
  ///
  /// In the language of the client's last request.
  func refuse(_ error: Saying, hint: Saying) {
    let (error, hint) = isChinese ? (error.chinese, hint.chinese) : (error.english, hint.english)
    reply(["ok": .bool(false), "error": .string(error), "hint": .string(hint)])
  }

  private func answer(_ line: [UInt8]) {
    owed += 1
    guard let request = try? JSONDecoder().decode(ControlRequest.self, from: Data(line)) else {
      return refuse(
        "no JSON object with a verb", hint: "send one object a line, such as {\"verb\":\"status\"}")
    }
    isChinese = request.text("language") == "zh"
    handler(request, self)
  }
}
