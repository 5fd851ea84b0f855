// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// Where an item stood in older meetings of the series.
struct Lineage {
  private let side: Comparing

  init(_ side: Comparing) { self.side = side }

  /// The meetings before the baseline that had the meeting's item of this rank, oldest first.
  func sightings(ofAdded rank: Int) -> [Change.Sighting] {
    sightings(of: rank, in: .meeting)
  }

  /// The meetings up to the baseline that had the baseline's item of this rank, oldest first.
  func sightings(ofDropped rank: Int) -> [Change.Sighting] {
    let own = side.baseline.planYear.map { [Change.Sighting(year: $0, rank: rank)] } ?? []
    return sightings(of: rank, in: .baseline) + own
  }

  /// Over how many meetings a first is said: 馆藏4次会议, this one included; nil where the series has a gap.
  var reach: String? {
    let years = (side.earlier + [side.baseline, side.meeting]).compactMap(\.planYear).sorted()
    guard side.relation == .previous, years.count > 2, let first = years.first, let last = years.last else {
      return nil
    }
    return Set(years).count == last - first + 1 ? "馆藏\(years.count)次会议" : nil
  }

  private func sightings(of rank: Int, in newer: OlderLinks.Side) -> [Change.Sighting] {
    side.earlier.indices.compactMap { place in
      let links = side.older.links(from: place, to: newer, in: side)
      guard let year = side.earlier[place].planYear, let link = links.first(where: { $0.to.contains(rank) })
      else { return nil }
      return link.from.first.map { Change.Sighting(year: year, rank: $0) }
    }
  }
}
