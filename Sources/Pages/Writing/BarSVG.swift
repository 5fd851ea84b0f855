// SPDX-License-Identifier: Apache-2.0

/// A bar from zero beside a number that says the same.
struct BarSVG {
  let share: Double

  func write(to html: inout HTMLText) {
    let width = max(1, Int((min(max(share, 0), 1) * 100).rounded()))
    html.element("svg", ["class": "length", "viewBox": "0 0 100 10", "aria-hidden": "true"]) { html in
      html.element("rect", ["width": "\(width)", "height": "10"]) { _ in }
    }
  }
}
