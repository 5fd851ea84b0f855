// SPDX-License-Identifier: Apache-2.0
internal import CLinux

/// Sends entries from a thread of its own, because a send blocks for as long as journald is stalled.
///
/// Entries go in by `send`, in order; receipts come out by `receipts()` when `descriptor` is readable. The
/// thread touches neither the archive nor anything else of the daemon's. Entries that were not sent when it
/// stops are simply still in the outbox.
package final class JournalWriter {
  private let queue: WriterQueue

  /// Becomes readable when a receipt is there; for the event loop.
  package var descriptor: Int32 { queue.descriptor }

  /// Starts the thread, with all signals blocked in it: they belong to the event loop.
  package init(socket: JournalSocket = JournalSocket()) throws(JournalError) {
    queue = try WriterQueue()
    let work = Unmanaged.passRetained(WriterWork(queue: queue, socket: socket))
    var thread = pthread_t()
    let result = pthread_create(
      &thread, nil,
      { argument in
        guard let argument else { return nil }
        Unmanaged<WriterWork>.fromOpaque(argument).takeRetainedValue().run()
        return nil
      }, work.toOpaque())
    guard result == 0 else {
      work.release()
      throw JournalError(call: "pthread_create", code: result)
    }
    pthread_detach(thread)
  }

  deinit { queue.stop() }

  /// Puts entries at the end of the queue.
  ///
  /// `pauseMicroseconds` is waited before each: what journald dropped under its rate limit is sent again more
  /// slowly.
  package func send(_ entries: [JournalEntry], pauseMicroseconds: UInt32 = 0) {
    queue.put(entries.map { WriterQueue.Order(entry: $0, pauseMicroseconds: pauseMicroseconds) })
  }

  /// What was reported since the last call, in the order of sending; empty if nothing was.
  package func receipts() -> [JournalReceipt] { queue.collect() }

  /// Ends the thread without waiting for it: one that hangs in a send ends with the process.
  package func stop() { queue.stop() }
}
