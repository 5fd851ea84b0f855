// SPDX-License-Identifier: Apache-2.0

/// A configuration file as it lies on disk; its path appears in every error and warning.
package struct ConfigurationFile: Sendable, Hashable {
  package var path: String
  package var bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
