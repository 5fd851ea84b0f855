// SPDX-License-Identifier: Apache-2.0

/// A web page taken apart: its blocks in order, the boxes they stand in, and what its head says of it.
package struct Page: Sendable {
  /// A box of the page's layout; parents stand before their children, the first is the whole page.
  package struct Container: Sendable, Hashable {
    package var parent: Int

    package init(parent: Int) { self.parent = parent }
  }

  package var blocks: [PageBlock] = []
  package var containers = [Container(parent: 0)]
  /// The `<title>`, with the site's name and whatever else stands in it.
  package var title: [UInt8] = []
  /// What `<meta name=…>` say, by their names in lower case.
  package var meta: [String: [UInt8]] = [:]

  package init() {}
}
