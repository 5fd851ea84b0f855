// SPDX-License-Identifier: Apache-2.0

/// Why one file could not be taken.
package enum IntakeError: Error, Sendable, Hashable {
  /// It is no longer there.
  case gone
  /// It may not be opened, or cannot be read (error number).
  case unreadable(Int32)
  /// The machine has no room for it at the moment, such as no free descriptor (error number).
  case busy(Int32)
  /// It is a link, pipe, device, socket or folder.
  case notRegular
  /// It is larger than `MaxFileSize=`: its size and the limit in bytes.
  case tooLarge(Int64, limit: Int64, state: FileState)
  /// It changed while it was copied.
  case changed
}

extension IntakeError {
  /// What the drop folder is told by `finished`.
  package var outcome: Settling.Outcome {
    switch self {
    case .gone: .gone
    case .unreadable: .unreadable
    case .busy: .postponed
    case .changed: .changed
    case .notRegular, .tooLarge: .done
    }
  }
}
