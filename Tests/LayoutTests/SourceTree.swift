// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestKit

/// The Swift sources as text, for tests of the layout.
enum SourceTree {
  /// Every line below a folder of the repository, with the path of its file, in a fixed order.
  static func lines(of folder: String) throws -> [(file: String, line: String)] {
    try files(of: folder).flatMap { file in
      try String(contentsOf: Repository.root.appending(path: file), encoding: .utf8).split(separator: "\n")
        .map { (file, String($0)) }
    }
  }

  /// The Swift files below a folder, as paths from the top.
  static func files(of folder: String) throws -> [String] {
    let top = Repository.root.appending(path: folder)
    guard let found = FileManager.default.enumerator(atPath: top.path) else {
      throw CocoaError(.fileNoSuchFile)
    }
    let files = found.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }
    return files.sorted().map { "\(folder)/\($0)" }
  }

  /// The module that a line imports, or nil.
  static func importedModule(_ line: String) -> String? {
    let words = line.split(separator: " ").map(String.init)
    guard let place = words.firstIndex(of: "import"), place <= 1, !line.hasPrefix(" ") else { return nil }
    let kinds = ["struct", "class", "enum", "func", "protocol", "typealias"]
    let name = words.dropFirst(place + 1).first { !kinds.contains($0) }
    return name.map { String($0.split(separator: ".")[0]) }
  }

  /// True where a line uses a word that does not merely end another one: Date( is none in MeetingDate(.
  static func uses(_ word: String, in line: String) -> Bool {
    line.ranges(of: word).contains { range in
      guard word.first?.isLetter == true, range.lowerBound > line.startIndex else { return true }
      let before = line[line.index(before: range.lowerBound)]
      return !before.isLetter && !before.isNumber
    }
  }
}
