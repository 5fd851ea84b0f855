// SPDX-License-Identifier: Apache-2.0

/// A plot of values over the years in a cell: results as dots joined by a line, targets as rings.
struct YearPlotSVG {
  let plot: YearPlot

  private static let (width, height, margin) = (112.0, 34.0, 5.0)

  func write(to html: inout HTMLText) {
    guard let years = plot.years else { return }
    let scale = AxisScale(plot.points.map(\.value))
    func x(_ year: Int) -> String {
      Self.number(
        Self.margin + Double(year - years.lowerBound) / Double(years.count - 1)
          * (Self.width - 2 * Self.margin))
    }
    func y(_ value: Double) -> String {
      Self.number(Self.height - Self.margin - scale.share(of: value) * (Self.height - 2 * Self.margin))
    }
    let results = plot.points.filter { !$0.isTarget }
    let box = "0 0 \(Self.number(Self.width)) \(Self.number(Self.height))"
    html.element("svg", ["class": "plot", "role": "img", "viewBox": box]) { html in
      html.element("title", text: plot.summary)
      for (one, next) in zip(results, results.dropFirst()) where next.year == one.year + 1 {
        html.element(
          "line", ["x1": x(one.year), "y1": y(one.value), "x2": x(next.year), "y2": y(next.value)]
        ) { _ in }
      }
      for point in plot.points where point.isTarget {
        circle(x(point.year), y(point.value), "target", "3.4", &html)
      }
      for point in results { circle(x(point.year), y(point.value), "result", "2.6", &html) }
    }
  }

  private func circle(
    _ x: String, _ y: String, _ kind: String, _ radius: String, _ html: inout HTMLText
  ) {
    html.element("circle", ["class": kind, "cx": x, "cy": y, "r": radius]) { _ in }
  }

  /// To a tenth, which no eye can tell apart.
  static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    let (whole, rest) = abs(tenths).quotientAndRemainder(dividingBy: 10)
    return rest == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(rest)"
  }
}
