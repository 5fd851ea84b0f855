// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Journal
internal import Settings

/// Makes drafts on a thread of its own, so that a batch is compared and rendered on one core while it is read
/// from and written to the archive on the other.
///
/// Drafts come back in the order of their orders. The thread has nothing of the daemon's but the values that
/// an order brings.
final class DraftingThread {
  /// Makes a draft, or says why what it is made from cannot be read.
  typealias Order = @Sendable () -> Result<Draft, ArchiveError>

  private let mailbox: Mailbox<Order, Result<Draft, ArchiveError>>
  /// Ordered and not yet come back.
  private(set) var underWay = 0
  /// How many of those nobody wants any more.
  private var unwanted = 0

  /// Becomes readable when a draft is there; for the event loop.
  var descriptor: Int32 { mailbox.descriptor }

  /// Starts the thread.
  init() throws(StartupError) {
    do throws(JournalError) {
      mailbox = try Mailbox<Order, Result<Draft, ArchiveError>>()
      try Self.start(mailbox)
    } catch {
      throw StartupError("\(error)", hint: "look at the unit's limits of tasks and files", exitCode: .missing)
    }
  }

  private static func start(
    _ mailbox: Mailbox<Order, Result<Draft, ArchiveError>>
  ) throws(JournalError) {
    try SideThread.start {
      while var orders = mailbox.take() {
        orders.reverse()
        // One by one: what a draft was made from, a whole series perhaps, is let go of with it.
        while !mailbox.wasStopped, let order = orders.popLast() { mailbox.reply(order()) }
      }
    }
  }

  deinit { mailbox.stop() }

  func order(_ draft: @escaping Order) {
    underWay += 1
    mailbox.put([draft])
  }

  /// What came back since the last call.
  func drafts() -> [Result<Draft, ArchiveError>] {
    let drafts = mailbox.collect()
    underWay -= drafts.count
    let passed = min(unwanted, drafts.count)
    unwanted -= passed
    return Array(drafts.dropFirst(passed))
  }

  /// Lets what is under way come to nothing.
  func forget() { unwanted = underWay }
}
