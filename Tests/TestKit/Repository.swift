// SPDX-License-Identifier: Apache-2.0
package import Foundation

/// Where the repository and the data beside it lie, for tests.
package enum Repository {
  /// The top of the checkout.
  package static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  package static let fixtures = root.appending(path: "Tests/Fixtures")

  /// The folder that MINUTED_FIELD_DATA names (it holds seeds/ and gold/), or nil.
  package static var fieldData: URL? {
    ProcessInfo.processInfo.environment["MINUTED_FIELD_DATA"].map { URL(filePath: $0) }
  }
}
