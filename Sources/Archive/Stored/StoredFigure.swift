// SPDX-License-Identifier: Apache-2.0

internal import FoundationEssentials
internal import Minutes

extension Period: Stored {}

extension Figure.Aspect: Stored {}

extension Quantity.Dimension: Stored {}

extension Quantity.Qualifier: Stored {}

extension Figure: Stored {
  init(_ json: inout JSONReader) throws(JSONReader.Failure) {
    try json.expect("{")
    let aspect: Aspect = try json.value("aspect")
    let comparedTo: Period? = try json.optional("comparedTo")
    let confidence: Double = try json.value("confidence")
    let excerpt: Excerpt = try json.value("excerpt")
    let indicator: String = try json.value("indicator")
    let original: Original? = try json.optional("original")
    let period: Period? = try json.optional("period")
    let quantity: Quantity = try json.value("quantity")
    let topic: String? = try json.optional("topic")
    try json.end()
    self.init(
      excerpt: excerpt, indicator: indicator, quantity: quantity, aspect: aspect, period: period,
      comparedTo: comparedTo, topic: topic, confidence: confidence, original: original)
  }

  func write(to json: inout JSONWriter) {
    json.object { json in
      json.set("aspect", aspect)
      json.set("comparedTo", comparedTo)
      json.set("confidence", confidence)
      json.set("excerpt", excerpt)
      json.set("indicator", indicator)
      json.set("original", original)
      json.set("period", period)
      json.set("quantity", quantity)
      json.set("topic", topic)
    }
  }
}

extension Figure.Original: Stored {
  init(_ json: inout JSONReader) throws(JSONReader.Failure) {
    try json.expect("{")
    let indicator: String = try json.value("indicator")
    let period: Period? = try json.optional("period")
    let quantity: Quantity = try json.value("quantity")
    try json.end()
    self.init(indicator: indicator, period: period, quantity: quantity)
  }

  func write(to json: inout JSONWriter) {
    json.object { json in
      json.set("indicator", indicator)
      json.set("period", period)
      json.set("quantity", quantity)
    }
  }
}

extension RemovedFigure: Stored {
  init(_ json: inout JSONReader) throws(JSONReader.Failure) {
    try json.expect("{")
    let figure: Figure = try json.value("figure")
    let place: Int = try json.value("place")
    try json.end()
    self.init(figure: figure, place: place)
  }

  func write(to json: inout JSONWriter) {
    json.object { json in
      json.set("figure", figure)
      json.set("place", place)
    }
  }
}

extension Quantity: Stored {
  init(_ json: inout JSONReader) throws(JSONReader.Failure) {
    try json.expect("{")
    let dimension: Dimension = try json.value("dimension")
    let high: Decimal? = try json.optional("high")
    let low: Decimal? = try json.optional("low")
    let multiplier: Int = try json.value("multiplier")
    let qualifier: Qualifier = try json.value("qualifier")
    let unit: String = try json.value("unit")
    let value: Decimal? = try json.optional("value")
    try json.end()
    self.init(
      value: value, low: low, high: high, unit: unit, dimension: dimension, qualifier: qualifier,
      multiplier: multiplier)
  }

  func write(to json: inout JSONWriter) {
    json.object { json in
      json.set("dimension", dimension)
      json.set("high", high)
      json.set("low", low)
      json.set("multiplier", multiplier)
      json.set("qualifier", qualifier)
      json.set("unit", unit)
      json.set("value", value)
    }
  }
}

extension Excerpt: Stored {
  init(_ json: inout JSONReader) throws(JSONReader.Failure) {
    try json.expect("{")
    let document: String? = try json.optional("document")
    let page: Int? = try json.optional("page")
    let paragraph: Int = try json.value("paragraph")
    let span: Span = try json.value("span")
    let text: String = try json.value("text")
    try json.end()
    self.init(text: text, span: span, paragraph: paragraph, page: page, document: document)
  }

  func write(to json: inout JSONWriter) {
    json.object { json in
      json.set("document", document)
      json.set("page", page)
      json.set("paragraph", paragraph)
      json.set("span", span)
      json.set("text", text)
    }
  }
}

extension Span: Stored {
  init(_ json: inout JSONReader) throws(JSONReader.Failure) {
    try json.expect("{")
    let end: Int = try json.value("end")
    let start: Int = try json.value("start")
    try json.end()
    self.init(start: start, end: end)
  }

  func write(to json: inout JSONWriter) {
    json.object { json in
      json.set("end", end)
      json.set("start", start)
    }
  }
}
