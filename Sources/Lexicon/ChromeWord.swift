// SPDX-License-Identifier: Apache-2.0

/// A row of chrome.tsv: what a word says about the line of a page that it stands in.
///
/// Example: 责任编辑 at the start of a line makes it chrome; 来源： anywhere in it makes it a byline.
package struct ChromeWord: Sendable, Hashable {
  /// Where in the line the word must stand.
  package enum Place: String, Sendable, Hashable, CaseIterable {
    case line, start, end, any, title
  }

  package enum Role: String, Sendable, Hashable, CaseIterable {
    case chrome, tail, byline, cling, commentary, notice, bulletin, interview, interpretation
    case pressConference = "press-conference"
  }

  package let place: Place
  package let role: Role

  init(_ row: TableRow) throws(LexiconError) {
    guard let place = row[1].flatMap(Place.init), let role = row[2].flatMap(Role.init) else {
      throw row.error("“\(row[1] ?? "")” and “\(row[2] ?? "")”", expected: "a place and a role")
    }
    (self.place, self.role) = (place, role)
  }
}
