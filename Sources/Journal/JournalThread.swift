// SPDX-License-Identifier: Apache-2.0
internal import CLinux
internal import Glibc

/// A thread for calls that may block for as long as journald, or its disk, is stalled.
///
/// Nobody waits for its end: one that hangs ends with the process.
final class JournalThread {
  private let body: @Sendable () -> Void

  private init(_ body: @escaping @Sendable () -> Void) { self.body = body }

  /// Runs `body` on a new thread, with all signals blocked: they belong to the event loop.
  static func start(_ body: @escaping @Sendable () -> Void) throws(JournalError) {
    let work = Unmanaged.passRetained(JournalThread(body))
    var thread = pthread_t()
    let result = pthread_create(
      &thread, nil,
      { argument in
        guard let argument else { return nil }
        var signals = sigset_t()
        sigfillset(&signals)
        pthread_sigmask(SIG_BLOCK, &signals, nil)
        Unmanaged<JournalThread>.fromOpaque(argument).takeRetainedValue().body()
        return nil
      }, work.toOpaque())
    guard result == 0 else {
      work.release()
      throw JournalError(call: "pthread_create", code: result)
    }
    pthread_detach(thread)
  }
}
