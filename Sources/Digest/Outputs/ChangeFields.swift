// SPDX-License-Identifier: Apache-2.0

internal import Diff
internal import FoundationEssentials
internal import Minutes

/// The fields of one change: its code, its quotations with their places, its figures.
enum ChangeFields {
  static func add(to list: inout FieldList, _ change: Change) {
    list.add(.change, change.kind.rawValue)
    list.add(.subject, change.subject.rawValue)
    list.add(.topic, change.topic)
    list.add(.rankFrom, change.from.compactMap(\.rank).map(String.init).joined(separator: ","))
    list.add(.rankTo, change.to.compactMap(\.rank).map(String.init).joined(separator: ","))
    list.add(.scope, change.scope)
    list.add(.confidence, change.confidence.rawValue)
    list.add(.stated, change.stated == nil ? nil : "yes")
    for evidence in change.from { quote(evidence, .quoteFrom, .atFrom, &list) }
    for evidence in change.to { quote(evidence, .quoteTo, .atTo, &list) }
    list.add(.wordingFrom, change.wordingFrom)
    list.add(.wordingTo, change.wordingTo)
    if let pair = change.figures { figures(pair, rate: change.rate, &list) }
  }

  static func quote(
    _ evidence: Change.Evidence, _ text: JournalField, _ place: JournalField, _ list: inout FieldList
  ) {
    list.add(text, evidence.excerpt.text)
    list.add(place, evidence.excerpt.place)
  }

  static func figures(_ pair: FigurePair, rate: Decimal?, _ list: inout FieldList) {
    list.add(.indicator, pair.indicator)
    list.add(.unit, pair.unit)
    list.add(.valueFrom, pair.from?.quantity.value?.description)
    list.add(.valueTo, pair.to?.quantity.value?.description)
    list.add(.delta, pair.delta?.description)
    list.add(.percent, pair.percent?.description)
    list.add(.rate, rate?.description)
    list.add(.period, (pair.to ?? pair.from)?.period?.rawValue)
  }
}
