// SPDX-License-Identifier: Apache-2.0
import Foundation
import Glibc

/// A service that answers each line of one client by a function of its members; gone with the test.
final class FakeService: Sendable {
  let path: String
  private let descriptor: Int32

  init(_ answer: @escaping @Sendable ([String: Any]) -> String) throws {
    let name = "minuted-\(UUID().uuidString.prefix(8))"
    let path = FileManager.default.temporaryDirectory.appending(path: name).path
    let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    let isBound = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
      }
    }
    guard isBound, listen(descriptor, 4) == 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
    (self.path, self.descriptor) = (path, descriptor)
    Thread.detachNewThread { Self.serve(descriptor, answer) }
  }

  deinit {
    shutdown(descriptor, Int32(SHUT_RDWR))
    close(descriptor)
    unlink(path)
  }

  private static func serve(_ descriptor: Int32, _ answer: ([String: Any]) -> String) {
    let client = FileHandle(fileDescriptor: accept(descriptor, nil, nil), closeOnDealloc: true)
    guard client.fileDescriptor >= 0 else { return }
    var buffer = Data()
    while case let more = client.availableData, !more.isEmpty {
      buffer += more
      while let end = buffer.firstIndex(of: 0x0A) {
        let members = try? JSONSerialization.jsonObject(with: buffer[..<end]) as? [String: Any]
        buffer.removeSubrange(...end)
        client.write(Data((answer(members ?? [:]) + "\n").utf8))
      }
    }
  }
}
