// SPDX-License-Identifier: Apache-2.0

internal import FoundationEssentials
internal import Minutes

/// What a mark on a change that was told holds for, read from its kept digest as `Change.insignificance`
/// reads it from the change: digests that were sent long ago can be marked too.
struct KeptMark: Decodable {
  private struct Digest: Decodable {
    let changes: [KeptMark]
  }

  private struct Figures: Decodable {
    let indicator: String
  }

  private struct Evidence: Decodable {
    let head: String?
  }

  private let entry: String
  private let change: String
  private let subject: String
  private let topic: String?
  private let scope: String?
  private let figures: Figures?
  private let wordingFrom: String?
  private let wordingTo: String?
  private let from: [Evidence]
  private let to: [Evidence]

  private enum CodingKeys: String, CodingKey {
    case entry, change, subject, topic, scope, figures, from, to
    case wordingFrom = "wording_from"
    case wordingTo = "wording_to"
  }

  /// The mark for the change of this id in the JSON of a digest, or nil where it has none.
  static func of(_ entry: String, in json: [UInt8]) -> Insignificance? {
    guard let digest = try? JSONDecoder().decode(Digest.self, from: Data(json)),
      let kept = digest.changes.first(where: { $0.entry == entry })
    else { return nil }
    return Insignificance(change: kept.change, subject: kept.subject, matter: kept.matter ?? "")
  }

  private var matter: String? {
    switch subject {
    case "figure": figures?.indicator ?? wordingTo ?? wordingFrom
    case "formulation": wordingTo ?? wordingFrom ?? scope
    case "priority": topic ?? (to.first ?? from.first)?.head
    case "leader": wordingTo ?? wordingFrom
    default: nil
    }
  }
}
