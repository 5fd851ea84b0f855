// SPDX-License-Identifier: Apache-2.0

internal import FoundationEssentials
package import Minutes

extension Figure {
  /// How it is found again in a later reading.
  package var mark: Mark {
    Mark(
      subject: .figure, words: excerpt.text, span: excerpt.span, name: indicator,
      amount: (text(of: .value) ?? "") + quantity.unit)
  }

  /// What it says in a field, as amendments write it; nil where it says nothing.
  package func text(of field: Amendment.Field) -> String? {
    switch field {
    case .value: quantity.value?.description ?? quantity.range
    case .unit: quantity.unit
    case .indicator: indicator
    case .period: period?.rawValue
    case .none: ""
    case .date, .jurisdiction, .kind, .sector, .head, .rank, .topic, .link, .unlink: nil
    }
  }
}

extension Quantity {
  /// A range as amendments write it: 3–5.
  fileprivate var range: String? {
    guard let low, let high else { return nil }
    return "\(low)–\(high)"
  }
}

extension Priority {
  /// How it is found again in a later reading.
  package var mark: Mark { Mark(subject: .priority, words: head, span: excerpt.span, name: head) }

  /// What it says in a field, as amendments write it.
  package func text(of field: Amendment.Field) -> String? {
    switch field {
    case .head: head
    case .rank: String(rank)
    case .topic: topics.first
    case .none: ""
    case .date, .jurisdiction, .kind, .sector, .value, .unit, .indicator, .period, .link, .unlink: nil
    }
  }
}

extension Meeting {
  /// From its first paragraph to its last.
  var extent: Span {
    Span(start: paragraphs.map(\.span.start).min() ?? 0, end: paragraphs.map(\.span.end).max() ?? 0)
  }

  /// How it is found again in a later reading.
  package var mark: Mark { Mark(subject: .meeting, words: title ?? "", span: extent, name: kind) }

  /// What it says in a field, as amendments write it; nil where it says nothing.
  package func text(of field: Amendment.Field) -> String? {
    switch field {
    case .date: date?.description
    case .jurisdiction: jurisdiction?.code
    case .kind: kind
    case .sector: sector
    case .period: planPeriods.last?.rawValue
    case .value, .unit, .indicator, .head, .rank, .topic, .none, .link, .unlink: nil
    }
  }
}
