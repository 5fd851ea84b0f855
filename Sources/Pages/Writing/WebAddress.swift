// SPDX-License-Identifier: Apache-2.0

/// Which addresses of reports are made links: those that can be nothing but a page of the web.
///
/// `javascript:` and what hides a host behind spaces or foreign letters stays text.
enum WebAddress {
  static func isPlain(_ text: String) -> Bool {
    guard text.hasPrefix("https://") || text.hasPrefix("http://"), text.utf8.count <= 2_000 else {
      return false
    }
    return text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"\"'<>\\^`{|}@".utf8.contains($0) }
  }
}
