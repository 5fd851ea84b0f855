// SPDX-License-Identifier: Apache-2.0

internal import CLinux
internal import Glibc
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
    loop.watch(descriptor) { [unowned self] _ in accept() }
  }

  deinit {
    close(descriptor)
    unlink(path)
  }

  private func accept() {
    let accepted = minuted_unix_accept(descriptor)
    guard accepted >= 0 else { return }
    let connection = ControlConnection(accepted, handler)
    let identifier = ObjectIdentifier(connection)
    connections[identifier] = connection
    connection.source = loop.watch(accepted) { [unowned self, unowned connection] _ in
      if !connection.receive() { connections[identifier] = nil }
    }
  }
}
