// SPDX-License-Identifier: Apache-2.0

internal import Digest

/// Two lists with lines between them, drawn.
///
/// What a line is is told by its form and not by its colour: thin stayed, heavy moved, broken merged or
/// split, dotted in part. A full circle is new, an open one with a broken edge is gone.
struct RankChartSVG {
  /// A width, the size of its text, and what is left between the lists.
  struct Shape {
    let name: String
    let width: Double
    let size: Double
    let gap: Double
    /// Lines of a label at most.
    let lines: Int

    static let wide = Shape(name: "wide", width: 720, size: 15, gap: 150, lines: 3)
    static let narrow = Shape(name: "narrow", width: 350, size: 13.5, gap: 64, lines: 4)
  }

  let chart: RankChart
  let shape: Shape
  private let left: [Label]
  private let right: [Label]
  private let rows: [Double]
  private let height: Double

  /// One item as it is set: the lines of its head, and its mark.
  private struct Label {
    let item: RankChart.Item
    let lines: [String]

    var count: Int { lines.count + (item.mark.isEmpty ? 0 : 1) }
  }

  init(chart: RankChart, shape: Shape) {
    (self.chart, self.shape) = (chart, shape)
    let columns = Int(Self.labelWidth(shape) / (shape.size / 2))
    func labels(_ items: [RankChart.Item]) -> [Label] {
      items.map { Label(item: $0, lines: Self.lines($0.head, columns, shape.lines)) }
    }
    (left, right) = (labels(chart.left), labels(chart.right))
    // Rows of equal rank stand at one height, so that what kept its place is a level line.
    let heads = max(Self.lines(chart.leftHead, shape).count, Self.lines(chart.rightHead, shape).count)
    var (middle, middles) = (shape.size * (1.3 * Double(heads) + 0.8), [Double]())
    for row in 0..<max(chart.left.count, chart.right.count) {
      let count = max(row < left.count ? left[row].count : 1, row < right.count ? right[row].count : 1)
      let room = Double(max(count, 2)) * shape.size * 1.3 + shape.size * 0.7
      middles.append(middle + room / 2)
      middle += room
    }
    (rows, height) = (middles, middle)
  }

  private static func labelWidth(_ shape: Shape) -> Double {
    (shape.width - shape.gap) / 2 - shape.size * 2.2
  }

  /// A head in lines of so many columns; what does not fit ends in ….
  private static func lines(_ head: String, _ columns: Int, _ most: Int) -> [String] {
    let cut = Columns.cut(Sanitised.text(head), to: columns * most - 2)
    return Array(Columns.filled(TextPieces.of(cut), width: columns).prefix(most))
  }

  /// A list's head in at most two lines.
  private static func lines(_ head: String, _ shape: Shape) -> [String] {
    let pieces = TextPieces.of(Sanitised.text(head))
    return Array(Columns.filled(pieces, width: Int((shape.width - shape.gap) / shape.size)).prefix(2))
  }

  func write(to html: inout HTMLText) {
    let box = "0 0 \(number(shape.width)) \(number(height))"
    html.element("svg", ["class": "chart \(shape.name)", "role": "img", "viewBox": box]) { html in
      html.element("title", text: chart.title)
      html.element("desc", text: chart.sentences.joined(separator: "；"))
      head(chart.leftHead, isLeft: true, &html)
      head(chart.rightHead, isLeft: false, &html)
      for tie in chart.ties.sorted(by: { $0.kind < $1.kind }) { write(tie, &html) }
      for (row, label) in left.enumerated() { write(label, row, isLeft: true, &html) }
      for (row, label) in right.enumerated() { write(label, row, isLeft: false, &html) }
    }
  }

  /// The middle of a list's circles.
  private func centre(_ isLeft: Bool) -> Double {
    let inset = (shape.width - shape.gap) / 2 - shape.size * 0.85
    return isLeft ? inset : shape.width - inset
  }

  private func head(_ text: String, isLeft: Bool, _ html: inout HTMLText) {
    let x = centre(isLeft) + (isLeft ? 1 : -1) * shape.size * 0.85
    for (place, line) in Self.lines(text, shape).enumerated() {
      let y = shape.size * (1 + 1.3 * Double(place))
      html.element(
        "text",
        [
          "class": "head", "x": number(x), "y": number(y), "text-anchor": isLeft ? "end" : "start",
          "font-size": number(shape.size * 0.87),
        ], text: line)
    }
  }

  private func write(_ tie: RankChart.Tie, _ html: inout HTMLText) {
    guard let start = chart.left.firstIndex(where: { $0.rank == tie.from }),
      let end = chart.right.firstIndex(where: { $0.rank == tie.to })
    else { return }
    let reach = shape.size * 0.85
    let (x1, x2) = (centre(true) + reach, centre(false) - reach)
    let middle = number((x1 + x2) / 2)
    let (y1, y2) = (number(rows[start]), number(rows[end]))
    let path = "M\(number(x1)) \(y1)C\(middle) \(y1) \(middle) \(y2) \(number(x2)) \(y2)"
    html.element("path", ["class": "tie \(name(tie.kind))", "d": path]) { _ in }
  }

  private func name(_ kind: RankChart.Tie.Kind) -> String {
    switch kind {
    case .plain: "plain"
    case .partial: "partial"
    case .joined: "joined"
    case .moved: "moved"
    }
  }

  private func write(_ label: Label, _ row: Int, isLeft: Bool, _ html: inout HTMLText) {
    let (x, y) = (centre(isLeft), rows[row])
    let state = !label.item.isAlone ? "node" : isLeft ? "node gone" : "node new"
    html.element(
      "circle", ["class": state, "cx": number(x), "cy": number(y), "r": number(shape.size * 0.85)]
    ) { _ in }
    html.element(
      "text",
      [
        "class": state == "node new" ? "rank new" : "rank", "x": number(x),
        "y": number(y + shape.size * 0.31),
        "text-anchor": "middle", "font-size": number(shape.size * 0.87),
      ], text: String(label.item.rank))
    let edge = number(x + (isLeft ? -1 : 1) * shape.size * 1.3)
    let step = shape.size * 1.3
    var line = y - step * (Double(label.count) - 1) / 2 + shape.size * 0.35
    func put(_ text: String, _ kind: String, _ size: Double) {
      html.element(
        "text",
        [
          "class": kind, "x": edge, "y": number(line), "text-anchor": isLeft ? "end" : "start",
          "font-size": number(size),
        ], text: text)
      line += step
    }
    for text in label.lines { put(text, "label", shape.size) }
    if !label.item.mark.isEmpty { put(label.item.mark, "label mark", shape.size * 0.87) }
  }

  private func number(_ value: Double) -> String { YearPlotSVG.number(value) }
}
