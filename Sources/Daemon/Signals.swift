// SPDX-License-Identifier: Apache-2.0

internal import CSystemd
internal import Glibc

/// The signals that the daemon knows.
enum Signals {
  static let ending = [SIGTERM, SIGINT]
  static let reload = SIGHUP

  /// Blocks them in this thread and in all that it makes from now on: what comes before the loop listens to it
  /// waits for the loop, and no other thread dies of it.
  static func block() {
    var set = sigset_t()
    sigemptyset(&set)
    for signal in ending + [reload] { sigaddset(&set, signal) }
    pthread_sigmask(SIG_BLOCK, &set, nil)
    // A limit on the size of files is a disk without room, not a reason to die.
    signal(SIGXFSZ, SIG_IGN)
  }
}
