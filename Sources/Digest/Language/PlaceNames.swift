// SPDX-License-Identifier: Apache-2.0

/// What places are called by their codes: 广东省深圳市 for 440300.
///
/// Asked for one by one, since few are ever told of thousands. Any two are equal: which table they come from
/// makes no difference to what a voice says of the same reports.
package struct PlaceNames: Sendable, Hashable {
  /// No names: places go by their codes.
  package static let none = PlaceNames { _ in nil }

  private let name: @Sendable (String) -> String?

  /// `name` tells the whole name of a code; nil for one that is unknown.
  package init(_ name: @escaping @Sendable (String) -> String?) { self.name = name }

  /// The name of a place by its code; nil for one that is unknown.
  subscript(code: String) -> String? { name(code) }

  package static func == (one: PlaceNames, other: PlaceNames) -> Bool { true }

  package func hash(into hasher: inout Hasher) {}
}
