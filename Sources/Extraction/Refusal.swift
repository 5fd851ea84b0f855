// SPDX-License-Identifier: Apache-2.0

/// Why the extractor could not read a document.
package struct Refusal: Error, Sendable, Hashable {
  package enum Reason: String, Sendable, Hashable, CaseIterable {
    /// It is cut off, or not what its first bytes promise.
    case damaged
    /// A password is needed.
    case encrypted
    /// It has pages but no text: pictures of paper. The detail is the number of pages.
    case scanned
    /// Its fonts do not say which characters they show. The detail is the number of pages.
    case unmapped
    /// It inflates beyond the limits.
    case tooLarge = "too-large"
    /// There is no text in it.
    case empty
    /// The walls could not be built: nothing was opened. The detail says which one.
    case sandbox
  }

  package var reason: Reason
  /// A few words of ASCII for whoever looks into it; never words of the document.
  package var detail: String

  package init(_ reason: Reason, _ detail: String = "") {
    self.reason = reason
    self.detail = detail
  }
}
