// SPDX-License-Identifier: Apache-2.0

/// A program of another project that turns a document into text; it runs within the same walls as our own
/// readers.
///
/// The document is its standard input, the text in UTF-8 its standard output, with a form feed after each
/// page where the format has pages.
package struct Converter: Sendable, Hashable {
  /// The program's path.
  package var path: String
  package var arguments: [String]
  /// What else it may read, besides the libraries.
  package var readable: [String]
  /// The Debian package that has it.
  package var package: String
  package var hasPages: Bool

  /// The last part of the path.
  package var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// poppler's reader of PDF, whose tables for fonts without a mapping of their own are in poppler-data.
  package static let pdf = Converter(
    path: "/usr/bin/pdftotext", arguments: ["-q", "-layout", "-enc", "UTF-8", "-eol", "unix", "-", "-"],
    readable: ["/usr/share/poppler"], package: "poppler-utils and poppler-data", hasPages: true)

  /// Reads Word's files of 1997 to 2003, and those of WPS.
  package static let word = Converter(
    path: "/usr/bin/catdoc", arguments: ["-w", "-d", "utf-8", "-"], readable: ["/usr/share/catdoc"],
    package: "catdoc", hasPages: false)
}
