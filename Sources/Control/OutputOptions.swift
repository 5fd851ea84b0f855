// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Digest

/// `-o`, `--json`, `--no-pager`, `--full`: how a command prints what it found.
struct OutputOptions: ParsableArguments {
  /// The forms of output, under the names that journalctl and systemctl give them.
  enum Form: String, ExpressibleByArgument, CaseIterable {
    /// For people.
    case short
    /// An object a line.
    case json
    /// Objects over several lines.
    case pretty = "json-pretty"
  }

  @Option(
    name: [.customShort("o"), .customLong("output")], help: "short, json (an object a line) or json-pretty.")
  var form: Form?

  @Flag(help: "The same as -o json; --json=pretty is -o json-pretty.")
  var json = false

  @Flag(name: [.customShort("l"), .customLong("full")], help: "Cut nothing in tables to fit the terminal.")
  var isFull = false

  @Flag(help: "Do not go through a pager.")
  var noPager = false

  /// True where objects are asked for.
  var isJSON: Bool { form.map { $0 != .short } ?? json }

  /// Prints lines for people, through a pager where that is a terminal.
  func line(_ text: String) {
    begin()
    Output.line(text)
  }

  /// Prints what fits a screen, without a pager: the terminal breaks its lines itself.
  func brief(_ text: String) {
    begin(isShort: true)
    Output.line(text)
  }

  /// Prints text whose lines may be long: broken where a terminal's line ends, for a pager would hide the rest;
  /// whole where it is piped.
  ///
  /// What fits a screen needs no pager.
  func prose(_ text: String, isShort: Bool = false) {
    begin(isShort: isShort)
    Output.line(Terminal.limit.map { Wrap.text(text, width: $0) } ?? text)
  }

  /// Prints a table for people that fits the terminal.
  func table(_ rows: [[String]], header: [String], right: Set<Int> = []) {
    begin()
    Output.line(Columns.text(rows, header: header, right: right))
  }

  /// Prints an object for machines.
  func object(_ value: JSONValue) { object(value.text()) }

  /// The same for one that is kept as JSON.
  func object(_ text: [UInt8]) {
    begin()
    Output.write((form == .pretty ? PrettyJSON.text(text) : text) + [0x0A])
  }

  /// Prints a listing: the text for people, or its objects.
  func listing(_ listing: Listing) {
    begin()
    listing.note.map(note)
    if isJSON { listing.objects.forEach(object) } else { Output.line(listing.text) }
  }

  /// What stands before a cut list, or on standard error beside objects.
  func note(_ text: String) {
    if isJSON { Output.complain(text) } else { line(Terminal.faint(text)) }
  }

  private func begin(isShort: Bool = false) {
    if isFull { Terminal.showsWhole = true }
    if !noPager, !isShort { Pager.open() }
  }
}
