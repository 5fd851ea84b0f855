// SPDX-License-Identifier: Apache-2.0
internal import CLinux
internal import Glibc

/// Sends entries from a thread of its own, because a send blocks for as long as journald is stalled.
///
/// Orders go in by `send`, in order; receipts come out by `receipts()` when `descriptor` is readable. The
/// thread touches neither the archive nor anything else of the daemon's. Entries that were not sent when it
/// stops are simply still in the outbox.
package final class JournalWriter {
  private let mailbox: Mailbox<JournalOrder, JournalReceipt>

  /// Becomes readable when a receipt is there; for the event loop.
  package var descriptor: Int32 { mailbox.descriptor }

  /// Starts the thread.
  package init(socket: JournalSocket = JournalSocket()) throws(JournalError) {
    let mailbox = try Mailbox<JournalOrder, JournalReceipt>()
    self.mailbox = mailbox
    try SideThread.start {
      while let orders = mailbox.take() {
        for order in orders {
          if order.pauseMicroseconds > 0 { usleep(order.pauseMicroseconds) }
          if mailbox.wasStopped { return }
          let outcome = order.entry().map(socket.send) ?? .refused(EINVAL)
          mailbox.reply(JournalReceipt(id: order.id, outcome: outcome))
        }
      }
    }
  }

  deinit { mailbox.stop() }

  /// Puts orders at the end of the queue.
  package func send(_ orders: [JournalOrder]) { mailbox.put(orders) }

  /// What was reported since the last call, in the order of sending; empty if nothing was.
  package func receipts() -> [JournalReceipt] { mailbox.collect() }

  /// Ends the thread without waiting for it: one that hangs in a send ends with the process.
  package func stop() { mailbox.stop() }
}
