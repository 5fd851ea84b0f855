// SPDX-License-Identifier: Apache-2.0

/// Where a page begins in an extracted text, in Unicode scalars.
package struct PageStart: Sendable, Hashable {
  package var page: Int
  package var offset: Int

  package init(page: Int, offset: Int) {
    self.page = page
    self.offset = offset
  }
}
