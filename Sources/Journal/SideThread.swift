// SPDX-License-Identifier: Apache-2.0
internal import CLinux
internal import Glibc

/// A thread beside the loop's: for calls that may block for as long as journald, or its disk, is stalled, and
/// for work that would hold the loop.
///
/// Nobody waits for its end: one that hangs ends with the process.
package final class SideThread {
  private let body: @Sendable () -> Void

  private init(_ body: @escaping @Sendable () -> Void) { self.body = body }

  /// Runs `body` on a new thread, with all signals blocked: they belong to the event loop.
  package static func start(_ body: @escaping @Sendable () -> Void) throws(JournalError) {
    let work = Unmanaged.passRetained(SideThread(body))
    var thread = pthread_t()
    let result = pthread_create(
      &thread, nil,
      { argument in
        guard let argument else { return nil }
        var signals = sigset_t()
        sigfillset(&signals)
        pthread_sigmask(SIG_BLOCK, &signals, nil)
        Unmanaged<SideThread>.fromOpaque(argument).takeRetainedValue().body()
        return nil
      }, work.toOpaque())
    guard result == 0 else {
      work.release()
      throw JournalError(call: "pthread_create", code: result)
    }
    pthread_detach(thread)
  }
}
