// SPDX-License-Identifier: Apache-2.0

internal import CLinux
internal import Glibc
internal import Minutes
internal import Settings

/// The way by which `minutectl` writes: a socket, one JSON object a line, answered by one JSON object a line.
///
/// A request may carry a descriptor (a file to import). Who asks is known from the socket itself
/// (SO_PEERCRED).
final class ControlSocket {
  /// Answers one request; it may reply later, as long as it keeps the connection.
  typealias Handler = (ControlRequest, ControlConnection) -> Void

  private let loop: EventLoop
  private let path: String
  private let descriptor: Int32
  private let handler: Handler
  private var connections: [ObjectIdentifier: ControlConnection] = [:]
  private var listening: EventLoop.Source?
  private var pause: EventLoop.Source?

  /// The most clients of one user at a time: nobody's can keep out others.
  private static let mostOfOne = 64
  private static let most = 256
  /// How long nobody is let in where the process or the machine has no descriptor left, in microseconds.
  private static let rest: UInt64 = 200_000

  /// Listens at `path`; what an earlier daemon left there is taken away.
  init(path: String, loop: EventLoop, handler: @escaping Handler) throws(StartupError) {
    unlink(path)
    // Members of the socket's group may ask; what they may ask for is decided request by request.
    let mask = umask(0o117)
    descriptor = minuted_unix_listen(path)
    let code = errno
    umask(mask)
    guard descriptor >= 0 else {
      throw StartupError(
        "cannot listen here: \(String(cString: strerror(code)))", at: Place(file: path),
        hint: "the unit's RuntimeDirectory=minuted makes the folder", exitCode: .missing)
    }
    self.path = path
    self.loop = loop
    self.handler = handler
    listening = loop.watch(descriptor) { [unowned self] _ in accept() }
    pause = loop.timer { [unowned self] in listening?.enabled = true }
  }

  deinit {
    close(descriptor)
    unlink(path)
  }

  /// Hashes of what imports have handed in so far that have not ended.
  var imported: Set<String> { Set(connections.values.flatMap { $0.imported.compactMap(\.sha256) }) }

  private func accept() {
    let accepted = minuted_unix_accept(descriptor)
    guard accepted >= 0 else {
      if [EMFILE, ENFILE, ENOBUFS, ENOMEM].contains(errno) {
        // Who waits to be let in would keep the loop busy.
        listening?.enabled = false
        pause?.fire(at: EventLoop.now + Self.rest)
      }
      return
    }
    let connection = ControlConnection(accepted, handler)
    let ofThisUser = connections.values.count { $0.user == connection.user }
    guard connections.count < Self.most, ofThisUser < Self.mostOfOne else {
      return connection.refuse(
        Saying("too many clients at a time", "同时连接的客户端过多"),
        hint: Saying("close some of them, and ask again", "请关闭一些再试"))
    }
    let identifier = ObjectIdentifier(connection)
    connections[identifier] = connection
    connection.source = loop.watch(accepted) { [unowned self, unowned connection] ready in
      if connection.serve(ready) { return }
      // Who still owes it an answer may hold it for long: what is hung up would be told without end meanwhile.
      connection.source?.cancel()
      connections[identifier] = nil
    }
    connection.source?.takeTurns()
  }
}
