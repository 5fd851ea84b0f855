// SPDX-License-Identifier: Apache-2.0

/// A figure that a person has taken out of a meeting, since the text gives no such number.
///
/// It stays known: the figures after it keep their numbers, and a reprint that is read like the first report
/// does not bring it back.
package struct RemovedFigure: Sendable, Hashable {
  /// As the rules read it.
  package var figure: Figure
  /// Its place in the list with all that was taken out, from 0.
  package var place: Int

  package init(figure: Figure, place: Int) {
    self.figure = figure
    self.place = place
  }
}

extension Meeting {
  /// A place in the list of figures: what stands in it, or stood before a person took it out.
  package struct FigureSlot: Sendable, Hashable {
    package var figure: Figure
    package var isRemoved: Bool

    package init(_ figure: Figure, isRemoved: Bool = false) {
      self.figure = figure
      self.isRemoved = isRemoved
    }

    /// True where a person has had a say in it.
    package var isByHand: Bool { isRemoved || figure.original != nil }
  }

  /// The figures with those that were taken out, each at its place: the number by which people name a figure is
  /// its place here, from 1, and stays whatever is taken out.
  package var figureSlots: [FigureSlot] {
    get {
      var slots = figures.map { FigureSlot($0) }
      for removed in removedFigures {
        slots.insert(FigureSlot(removed.figure, isRemoved: true), at: min(removed.place, slots.count))
      }
      return slots
    }
    set {
      figures = newValue.filter { !$0.isRemoved }.map(\.figure)
      removedFigures = newValue.enumerated().filter(\.element.isRemoved)
        .map { RemovedFigure(figure: $0.element.figure, place: $0.offset) }
    }
  }

  /// The number of each figure, from 1, without those of figures that were taken out.
  package var figureNumbers: [Int] {
    figureSlots.enumerated().filter { !$0.element.isRemoved }.map { $0.offset + 1 }
  }

  /// True where a person has put something right in its tasks or figures.
  package var isAmended: Bool {
    !removedFigures.isEmpty || !removedTasks.isEmpty || figures.contains { $0.original != nil }
      || priorities.contains { $0.original != nil || !$0.rulings.isEmpty }
  }
}
