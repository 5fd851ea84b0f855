// SPDX-License-Identifier: Apache-2.0
internal import CLinux
internal import Glibc

/// The two queues between the event loop and the threads beside it, under one lock.
///
/// All sides share it: a thread that hangs in a call when the daemon stops still finds it there.
package final class Mailbox<Order: Sendable, Reply: Sendable>: @unchecked Sendable {
  /// Becomes readable when a reply is there.
  package let descriptor: Int32
  private var orders: [Order] = []
  private var replies: [Reply] = []
  private var isStopped = false
  // Both live at one address from start to end, which a Swift property does not promise.
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  /// Throws where there is no descriptor to be had.
  package init() throws(JournalError) {
    descriptor = eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))
    let problem = errno
    // First: what is thrown away destroys them, and waits for ever for one that was never made.
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(changed, nil)
    guard descriptor >= 0 else { throw JournalError(call: "eventfd", code: problem) }
  }

  deinit {
    close(descriptor)
    pthread_mutex_destroy(mutex)
    pthread_cond_destroy(changed)
    mutex.deallocate()
    changed.deallocate()
  }

  private func locked<T>(_ body: () -> T) -> T {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return body()
  }

  /// Puts orders at the end of the queue.
  package func put(_ more: [Order]) {
    locked {
      orders += more
      pthread_cond_signal(changed)
    }
  }

  /// Forgets what nobody has begun, and lets the threads end.
  package func stop() {
    locked {
      isStopped = true
      orders = []
      pthread_cond_broadcast(changed)
    }
  }

  /// All orders so far; waits for one, and is nil when the thread is to end.
  package func take() -> [Order]? {
    awaitOrder {
      defer { orders = [] }
      return orders
    }
  }

  /// The next order, for one of several threads; waits for it, and is nil when the threads are to end.
  package func takeOne() -> Order? { awaitOrder { orders.removeFirst() } }

  private func awaitOrder<T>(_ body: () -> T) -> T? {
    locked {
      while orders.isEmpty, !isStopped { pthread_cond_wait(changed, mutex) }
      return isStopped ? nil : body()
    }
  }

  /// True from `stop` on, for a thread that has taken more orders than one.
  package var wasStopped: Bool { locked { isStopped } }

  /// Answers; the loop's side wakes up.
  package func reply(_ reply: Reply) {
    // One wake-up is enough for all replies that nobody has collected yet.
    let isFirst = locked {
      replies.append(reply)
      return replies.count == 1
    }
    if isFirst { eventfd_write(descriptor, 1) }
  }

  /// All replies so far; waits for none.
  package func collect() -> [Reply] {
    var count: eventfd_t = 0
    eventfd_read(descriptor, &count)
    return locked {
      defer { replies = [] }
      return replies
    }
  }
}
