// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// The signals that the daemon knows.
enum Signals {
  static let ending = [SIGTERM, SIGINT]
  static let reload = SIGHUP
}
