// SPDX-License-Identifier: Apache-2.0
internal import CLinux

/// What the writer's thread does: take, send, report, until it is stopped.
final class WriterWork: Sendable {
  private let queue: WriterQueue
  private let socket: JournalSocket

  init(queue: WriterQueue, socket: JournalSocket) {
    self.queue = queue
    self.socket = socket
  }

  func run() {
    var signals = sigset_t()
    sigfillset(&signals)
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    while let orders = queue.take() {
      for order in orders {
        if order.pauseMicroseconds > 0 { usleep(order.pauseMicroseconds) }
        if queue.wasStopped { return }
        queue.report(JournalReceipt(id: order.entry.id, outcome: socket.send(order.entry)))
      }
    }
  }
}
