// SPDX-License-Identifier: Apache-2.0

/// One file on the page of arrivals.
package struct ArrivalLine: Sendable, Hashable {
  /// What became of it, or of one meeting in it.
  package struct Outcome: Sendable, Hashable {
    /// As MINUTED_EVENT has it: digest, source, duplicate, rejected.
    package var event: String
    /// The first line of its entry.
    package var story: String
    /// The name of the page beside this one, where it has one.
    package var page: String?

    package init(event: String, story: String, page: String?) {
      self.event = event
      self.story = story
      self.page = page
    }
  }

  package var file: String
  /// As people of this machine write it: 2024-03-01 08:00.
  package var time: String
  /// None while it waits to be read.
  package var outcomes: [Outcome]
  /// True for an archive or message whose members are arrivals of their own.
  package var isContainer: Bool

  package init(file: String, time: String, outcomes: [Outcome], isContainer: Bool) {
    self.file = file
    self.time = time
    self.outcomes = outcomes
    self.isContainer = isContainer
  }
}
