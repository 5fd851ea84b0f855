// SPDX-License-Identifier: Apache-2.0

internal import CLinux
internal import Glibc

/// Hands changes that were made on another machine to the daemon, a request each.
struct ChangeBearer {
  /// What a request holds of a line, whose quotes are escaped in it, stays far below the longest request.
  private static let mostInRequest = 1 << 14

  private let client: ControlClient

  init(path: String = ControlClient.path) throws(ControlClient.Refusal) {
    client = try ControlClient.connect(to: path)
  }

  /// Hands over one line of `minutectl corrections export`; a long one goes as a file in memory.
  func bring(_ line: String) throws(ControlClient.Refusal) -> ControlClient.Reply {
    if line.utf8.count <= Self.mostInRequest { return try client.ask(["verb": "bring", "change": line]) }
    let file = minuted_memory_file("minuted-change")
    defer { if file >= 0 { close(file) } }
    guard file >= 0, Self.write(Array(line.utf8), to: file) else {
      throw ControlClient.Refusal(
        description:
          "cannot hand over a change of \(line.utf8.count) bytes: \(String(cString: strerror(errno))); "
          + "free some memory and import again")
    }
    return try client.ask(["verb": "bring"], with: file)
  }

  private static func write(_ bytes: [UInt8], to file: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }
}
