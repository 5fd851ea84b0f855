// SPDX-License-Identifier: Apache-2.0

/// What the elements of HTML do to the text in them.
enum HTMLElements {
  /// A browser shows nothing of them, or nothing that is said.
  static let skipped: Set<String> = [
    "script", "style", "noscript", "template", "nav", "aside", "footer", "select", "button", "textarea",
    "iframe",
    "object", "svg", "math", "audio", "video", "canvas", "map", "option", "datalist",
  ]

  /// Boxes that pages are laid out with.
  static let containers: Set<String> = [
    "body", "div", "td", "th", "article", "section", "main", "center", "form", "table", "header",
    "blockquote", "ul", "ol",
  ]

  /// What begins and ends a line.
  static let blocks: Set<String> = [
    "p", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "li", "tr", "dd", "dt", "dl", "pre", "caption",
    "figcaption",
    "figure", "address", "fieldset", "legend", "title", "tbody", "thead", "details", "summary",
  ]

  static let headings: Set<String> = ["h1", "h2", "h3"]

  static let strong: Set<String> = ["b", "strong", "big", "h4", "h5"]

  /// What shows that a row lays out the page: it holds more than a fact.
  static let layout: Set<String> = ["table", "tr", "ul", "ol", "script", "form", "h1", "h2", "h3", "iframe"]
}
