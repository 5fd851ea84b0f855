// SPDX-License-Identifier: Apache-2.0

internal import Journal

/// Makes drafts on a thread of its own, so that a batch is compared and rendered on one core while it is read
/// from and written to the archive on the other.
///
/// Drafts come back in the order of their orders. The thread has nothing of the daemon's but the values that
/// an order brings.
final class DraftingThread {
  private let mailbox: Mailbox<@Sendable () -> Draft, Draft>
  /// Ordered and not yet come back.
  private(set) var underWay = 0
  /// How many of those nobody wants any more.
  private var unwanted = 0

  /// Becomes readable when a draft is there; for the event loop.
  var descriptor: Int32 { mailbox.descriptor }

  /// Starts the thread.
  init() throws(JournalError) {
    let mailbox = try Mailbox<@Sendable () -> Draft, Draft>()
    self.mailbox = mailbox
    try SideThread.start {
      while let orders = mailbox.take() {
        for order in orders where !mailbox.wasStopped { mailbox.reply(order()) }
      }
    }
  }

  deinit { mailbox.stop() }

  func order(_ draft: @escaping @Sendable () -> Draft) {
    underWay += 1
    mailbox.put([draft])
  }

  /// What came back since the last call.
  func drafts() -> [Draft] {
    let drafts = mailbox.collect()
    underWay -= drafts.count
    let passed = min(unwanted, drafts.count)
    unwanted -= passed
    return Array(drafts.dropFirst(passed))
  }

  /// Lets what is under way come to nothing.
  func forget() { unwanted = underWay }
}
