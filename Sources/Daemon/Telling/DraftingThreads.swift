// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Glibc
internal import Journal
internal import Settings

/// Makes drafts on threads of their own, so that a batch is compared and rendered on all cores while it is read
/// from and written to the archive.
///
/// Drafts come back in the order of their orders, whichever was ready first. The threads have nothing of the
/// daemon's but the values that an order brings.
final class DraftingThreads {
  /// Makes a draft, or says why what it is made from cannot be read.
  typealias Order = @Sendable () -> Result<Draft, ArchiveError>

  private struct Numbered<Value: Sendable>: Sendable {
    var number: Int
    var value: Value
  }

  private typealias Post = Mailbox<Numbered<Order>, Numbered<Result<Draft, ArchiveError>>>

  private let mailbox: Post
  private var ordered = 0
  /// How many have come back.
  private var back = 0
  /// Ready before one that was ordered earlier.
  private var early: [Int: Result<Draft, ArchiveError>] = [:]
  /// How many of those under way nobody wants any more.
  private var unwanted = 0

  /// Ordered and not yet come back.
  var underWay: Int { ordered - back }

  /// Becomes readable when a draft is there, though perhaps not the one that comes back next; for the event loop.
  var descriptor: Int32 { mailbox.descriptor }

  /// One for each core, at most four: journald and the loop, which keeps what is drafted, leave most of theirs idle.
  static var usual: Int { min(max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))), 4) }

  /// Starts the threads.
  init(_ count: Int = usual) throws(StartupError) {
    do throws(JournalError) {
      mailbox = try Post()
      for _ in 0..<count { try Self.start(mailbox) }
    } catch {
      throw StartupError("\(error)", hint: "look at the unit's limits of tasks and files", exitCode: .missing)
    }
  }

  private static func start(_ mailbox: Post) throws(JournalError) {
    try SideThread.start {
      // One by one: what a draft was made from, a whole series perhaps, is let go of with it.
      while let order = mailbox.takeOne() { mailbox.reply(Numbered(number: order.number, value: order.value())) }
    }
  }

  deinit { mailbox.stop() }

  func order(_ draft: @escaping Order) {
    mailbox.put([Numbered(number: ordered, value: draft)])
    ordered += 1
  }

  /// What came back since the last call.
  func drafts() -> [Result<Draft, ArchiveError>] {
    for reply in mailbox.collect() { early[reply.number] = reply.value }
    var drafts: [Result<Draft, ArchiveError>] = []
    while let next = early.removeValue(forKey: back) {
      drafts.append(next)
      back += 1
    }
    let passed = min(unwanted, drafts.count)
    unwanted -= passed
    return Array(drafts.dropFirst(passed))
  }

  /// Lets what is under way come to nothing.
  func forget() { unwanted = underWay }
}
