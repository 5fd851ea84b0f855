// SPDX-License-Identifier: Apache-2.0
internal import CLinux
internal import Glibc

/// What became of an attempt to send an entry.
///
/// None of them says that the entry stands in the journal: journald drops what exceeds its rate limit or its
/// disk and tells no one. Only reading back does.
package enum SendOutcome: Sendable, Hashable {
  /// The socket took it.
  case handed
  /// Nobody takes entries now, with the error number: no socket (ENOENT), or nobody listening (ECONNREFUSED).
  case unavailable(Int32)
  /// This entry cannot be sent at all, with the error number: too many fields, or too large.
  case refused(Int32)

  /// The outcome for what libsystemd returned: 0 or a negative error number.
  init(result: Int32) {
    switch -result {
    case 0: self = .handed
    case EINVAL, E2BIG, EMSGSIZE: self = .refused(-result)
    case let code: self = .unavailable(code)
    }
  }
}
