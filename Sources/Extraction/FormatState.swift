// SPDX-License-Identifier: Apache-2.0

/// Whether a format can be read on this machine.
package enum FormatState: Sendable, Hashable {
  case ready
  /// A program is not installed; `package` has it.
  case missing(program: String, package: String)
  /// Nobody reads it, wherever.
  case unread
}
