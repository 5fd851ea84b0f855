// SPDX-License-Identifier: Apache-2.0

/// What holds within a group of RTF, and is again what it was where the group ends.
struct RichTextGroup {
  enum Destination {
    case text
    /// The number or mark that a program made for an item of a list: `一、` and a tab.
    case mark
    case fonts
    /// The names of styles; some say that a paragraph is of a table of contents.
    case styles
    /// Nothing of it is text of the document.
    case none
  }

  var destination = Destination.text
  /// What the font says of its bytes; nil where it says nothing.
  var charset: RichTextCharset?
  /// The same of the font for characters of two bytes, which Word names beside the other.
  var wideCharset: RichTextCharset?
  var isSymbol = false
  var isHidden = false
  /// Struck out with changes tracked.
  var isDeleted = false
  /// How many bytes stand after `\u` for programs that cannot read it.
  var stand = 1

  /// Groups that are no text of the document although they hold words.
  static let without: Set<String> = [
    "colortbl", "info", "pict", "header", "headerl", "headerr", "headerf", "footer", "footerl",
    "footerr", "footerf", "footnote", "annotation", "atnid", "atnauthor", "xe", "tc", "fldinst", "filetbl",
    "listtable", "listoverridetable", "revtbl", "rsidtbl", "nonesttables", "nonshppict", "shprslt", "sp",
    "txe",
    "rxe", "ftnsep", "ftnsepc", "aftnsep", "pntxta", "pntxtb", "objdata", "bkmkstart", "bkmkend",
  ]

  /// Groups that may be passed over and are not: shapes, in which text boxes stand.
  static let starred: Set<String> = ["shpinst", "shptxt"]
}
