// SPDX-License-Identifier: Apache-2.0

internal import Digest

/// A sheet as one HTML file that needs nothing else: no script, no network, readable as an attachment of a
/// mail.
package enum HTMLWriter {
  /// The whole file.
  package static func write(_ sheet: Sheet) -> [UInt8] {
    var html = HTMLText()
    html.literal("<!DOCTYPE html>\n")
    html.element("html", ["lang": sheet.language == .chinese ? "zh-CN" : "en"]) { html in
      head(sheet, &html)
      html.element("body") { html in
        html.element("main") { main(sheet, &$0) }
        html.literal("\n")
        html.element("footer") { html in
          for line in sheet.foot { html.element("p") { inlines(line, &$0) } }
        }
      }
    }
    html.literal("\n")
    return html.bytes
  }

  private static func head(_ sheet: Sheet, _ html: inout HTMLText) {
    html.element("head") { html in
      html.void("meta", ["charset": "utf-8"])
      // Above everything that could load something.
      html.void(
        "meta",
        [
          "http-equiv": "Content-Security-Policy",
          "content":
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'",
        ])
      html.void("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
      html.void("meta", ["name": "color-scheme", "content": "light dark"])
      html.void("meta", ["name": "referrer", "content": "no-referrer"])
      html.void("meta", ["name": "generator", "content": "minuted"])
      html.element("title", text: sheet.headline)
      html.element("style") { $0.literal(StyleSheet.text) }
    }
    html.literal("\n")
  }

  private static func main(_ sheet: Sheet, _ html: inout HTMLText) {
    html.element("header") { html in
      html.element("p", ["class": "kicker"], text: sheet.kicker)
      html.element("h1", text: sheet.headline)
      for line in sheet.lead { html.element("p", ["class": "lead"]) { inlines(line, &$0) } }
      for warning in sheet.warnings {
        html.element("p", ["class": "warning", "role": "note"], text: warning)
      }
    }
    for section in sheet.sections {
      html.literal("\n")
      html.element("section", ["id": section.anchor]) { html in
        html.element("h2", text: section.heading)
        for block in section.blocks { write(block, &html) }
      }
    }
  }

  private static func write(_ block: Block, _ html: inout HTMLText) {
    html.literal("\n")
    switch block {
    case .paragraph(let line): html.element("p") { inlines(line, &$0) }
    case .heading(let text): html.element("h3", text: text)
    case .rows(let rows): write(rows, &html)
    case .table(let table): write(table, &html)
    case .ranks(let chart): write(chart, &html)
    case .findings(let findings): for finding in findings { write(finding, &html) }
    case .notes(let notes):
      html.element("ol", ["class": "notes"]) { html in
        for (place, note) in notes.enumerated() {
          html.element("li", ["id": "n\(place + 1)"]) { inlines(note, &$0) }
        }
      }
    }
  }

  /// Rows with labels as a list of descriptions, those without as a plain one.
  private static func write(_ rows: [Block.Row], _ html: inout HTMLText) {
    var rest = rows[...]
    while let first = rest.first {
      let run = rest.prefix { $0.label.isEmpty == first.label.isEmpty }
      rest = rest.dropFirst(run.count)
      if first.label.isEmpty {
        html.element("ul", ["class": "rows"]) { html in
          for item in run.flatMap(\.items) { html.element("li") { inlines(item, &$0) } }
        }
      } else {
        html.element("dl", ["class": "rows"]) { html in for row in run { write(row, &html) } }
      }
    }
  }

  private static func write(_ row: Block.Row, _ html: inout HTMLText) {
    html.element("div") { html in
      html.element("dt", text: row.label)
      for item in row.items { html.element("dd") { inlines(item, &$0) } }
    }
  }

  private static func write(_ table: SheetTable, _ html: inout HTMLText) {
    // What can be moved within its frame must be reached from the keyboard.
    let frame: KeyValuePairs<StaticString, String> =
      table.shape == .wide
      ? ["class": "frame", "role": "region", "tabindex": "0", "aria-label": table.caption]
      : ["class": "frame"]
    html.element("div", frame) { html in
      html.element("table", table.shape == .cards ? ["class": "cards", "role": "table"] : [:]) { html in
        html.element("caption", text: table.caption)
        html.element("thead") { html in
          html.element("tr") { html in
            for (column, name) in table.header.enumerated() {
              html.element("th", cell(column, table, ["scope": "col"]), text: name)
            }
          }
        }
        html.element("tbody") { html in
          for row in table.rows {
            // Set as a block it would be no row any more for those who listen to it.
            html.element("tr", table.shape == .cards ? ["role": "row"] : [:]) { write(row, of: table, &$0) }
          }
        }
      }
    }
  }

  private static func write(_ row: [[Inline]], of table: SheetTable, _ html: inout HTMLText) {
    for (column, line) in row.enumerated() {
      if column == 0 {
        html.element("th", table.shape == .cards ? ["scope": "row", "role": "rowheader"] : ["scope": "row"]) {
          inlines(line, &$0)
        }
      } else if table.shape == .cards {
        html.element("td", ["role": "cell", "data-label": table.header[column]]) { inlines(line, &$0) }
      } else {
        html.element("td", cell(column, table, [:])) { inlines(line, &$0) }
      }
    }
  }

  private static func cell(
    _ column: Int, _ table: SheetTable, _ others: KeyValuePairs<StaticString, String>
  ) -> KeyValuePairs<StaticString, String> {
    guard table.numeric.contains(column) else { return others }
    return others.isEmpty ? ["class": "number"] : ["scope": "col", "class": "number"]
  }

  private static func write(_ chart: RankChart, _ html: inout HTMLText) {
    html.element("figure", ["class": "ranks"]) { html in
      // One for wide windows and paper, one for phones: text that shrank with its picture could not be read.
      RankChartSVG(chart: chart, shape: .wide).write(to: &html)
      RankChartSVG(chart: chart, shape: .narrow).write(to: &html)
      html.element("figcaption", text: chart.legend)
    }
  }

  private static func write(_ finding: Block.Finding, _ html: inout HTMLText) {
    html.element("div", ["class": "finding", "id": finding.anchor]) { html in
      html.element("p") { inlines(finding.story, &$0) }
      for quotation in finding.quotations {
        html.element("blockquote") { html in
          html.element("p") { html in
            html.element("span", ["class": "side"], text: quotation.label)
            html.text(quotation.words)
          }
          html.element("footer") { inlines(quotation.place, &$0) }
        }
      }
    }
  }
}

extension HTMLWriter {
  private static func inlines(_ line: [Inline], _ html: inout HTMLText) {
    for inline in line { write(inline, &html) }
  }

  /// Text in which dates stay on one line; those in names of files are none.
  private static func write(_ text: String, _ html: inout HTMLText) {
    var end = text.startIndex
    for date in WrittenDates.places(in: text) {
      html.text(String(text[end..<date.lowerBound]))
      html.element("time", text: String(text[date]))
      end = date.upperBound
    }
    html.text(String(text[end...]))
  }

  private static func write(_ inline: Inline, _ html: inout HTMLText) {
    switch inline {
    case .text(let text): write(text, &html)
    case .strong(let text): html.element("strong", text: text)
    case .faint(let text): html.element("small") { write(text, &$0) }
    case .mark(let text): html.element("b", ["class": "mark"], text: text)
    case .inserted(let text): html.element("ins", text: text)
    case .deleted(let text): html.element("del", text: text)
    case .link(let text, let place): html.element("a", ["href": place], text: text)
    case .address(let text):
      if WebAddress.isPlain(text) {
        html.element("a", ["href": text, "rel": "noreferrer"], text: text)
      } else {
        html.text(text)
      }
    case .note(let number):
      html.element("sup") { $0.element("a", ["href": "#n\(number)"], text: "[\(number)]") }
    case .plot(let plot):
      YearPlotSVG(plot: plot).write(to: &html)
      if let years = plot.years { html.element("small", text: "\(years.lowerBound)—\(years.upperBound)") }
    case .bar(let text, let share):
      html.element("span", ["class": "bar"]) { html in
        BarSVG(share: share).write(to: &html)
        html.text(text)
      }
    }
  }
}
