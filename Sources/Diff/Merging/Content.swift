// SPDX-License-Identifier: Apache-2.0

package import Minutes

extension Meeting {
  /// True where both readings set the same tasks and give the same figures, in whatever report and place they
  /// stand.
  ///
  /// Of two versions that differ in a credit line or in white space nothing new follows.
  package func saysTheSame(as other: Meeting) -> Bool {
    priorities.map(\.body) == other.priorities.map(\.body)
      && Set(figures.map(\.facts)) == Set(other.figures.map(\.facts))
      && Set(officials) == Set(other.officials)
  }

  /// How many tasks and figures this reading has that the other has not.
  package func additions(to other: Meeting) -> (priorities: Int, figures: Int) {
    let (bodies, facts) = (Set(other.priorities.map(\.body)), Set(other.figures.map(\.facts)))
    return (
      priorities.count { !bodies.contains($0.body) }, figures.count { !facts.contains($0.facts) }
    )
  }
}
