// SPDX-License-Identifier: Apache-2.0

/// Reads entries back on a thread of its own and makes what it finds durable.
///
/// Reading the journal and syncing its files wait for its disk, which may be slow or stalled: the event loop,
/// and with it the folder and the watchdog, waits for neither. Questions go in by `ask`, each is answered
/// once and in order; answers come out by `answers()` when `descriptor` is readable.
package final class ReadBack {
  /// Which of these entries stand in the journal?
  package struct Question: Sendable {
    package var ids: [String]
    /// Of those that were in the journal already and are sent anew: the MINUTED_REISSUE of the copy.
    package var copies: [String: Int]
    /// MINUTED_BARRIER of an entry that was sent after all of `ids`, or nil.
    package var barrier: String?
    /// True where all are to be looked for as readers do, and not only those before the first that have not
    /// landed yet.
    package var isThorough: Bool
    /// True where they are to be looked at by all of their fields.
    package var isReading: Bool
    /// Fields by which an entry that takes the place of one of `ids` is known: see `JournalReader.look`.
    package var places: [String: [[UInt8]]]

    fileprivate var care: JournalReader.Care { isReading ? .byAll : isThorough ? .byIdentifier : .byID }

    package init(
      ids: [String], copies: [String: Int] = [:], barrier: String? = nil, isThorough: Bool = false,
      isReading: Bool = false, places: [String: [[UInt8]]] = [:]
    ) {
      self.ids = ids
      self.copies = copies
      self.barrier = barrier
      self.isThorough = isThorough
      self.isReading = isReading
      self.places = places
    }
  }

  /// What was found; where `error` is set nothing is known.
  package struct Answer: Sendable {
    package var question: Question
    /// By id; all of them are durable, unless `syncError` is set.
    package var sightings: [String: JournalSighting] = [:]
    package var barrierSeen = false
    /// False where part of the journal could not be read: what was not found may be in it.
    package var isWhole = true
    /// The journal's oldest entry in microseconds since 1970, where something is missing for good.
    package var oldest: UInt64?
    /// Why the barrier may not be seen, as far as the journal's files tell.
    package var obstacle: JournalObstacle?
    package var error: JournalError?
    package var syncError: JournalError?
  }

  private let mailbox: Mailbox<Question, Answer>

  /// Becomes readable when an answer is there; for the event loop.
  package var descriptor: Int32 { mailbox.descriptor }

  /// Starts the thread.
  package init(_ reader: JournalReader, files: JournalFiles = JournalFiles()) throws(JournalError) {
    let mailbox = try Mailbox<Question, Answer>()
    self.mailbox = mailbox
    try SideThread.start {
      var files = files
      while let questions = mailbox.take() {
        for question in questions where !mailbox.wasStopped {
          mailbox.reply(Self.answer(question, reader, &files))
        }
      }
    }
  }

  deinit { mailbox.stop() }

  package func ask(_ question: Question) { mailbox.put([question]) }

  /// What was answered since the last call.
  package func answers() -> [Answer] { mailbox.collect() }

  /// Ends the thread without waiting for it.
  package func stop() { mailbox.stop() }

  private static func answer(
    _ question: Question, _ reader: JournalReader, _ files: inout JournalFiles
  ) -> Answer {
    var answer = Answer(question: question)
    do throws(JournalError) {
      // The barrier first: what is missing after it was seen was dropped, and has not just not come yet.
      if let barrier = question.barrier { answer.barrierSeen = try reader.showsBarrier(barrier) }
      let isFinal = answer.barrierSeen || question.isThorough
      (answer.sightings, answer.isWhole) = try reader.look(
        for: question.ids, copies: question.copies, places: question.places,
        isFinal: isFinal, care: question.care)
      let missing = Set(question.ids).subtracting(answer.sightings.keys)
      if answer.barrierSeen, !missing.isEmpty {
        // Before anything is sent again: it may be there, and only its id lead nowhere.
        answer.sightings.merge(try reader.searchLatest(for: missing, copies: question.copies)) { first, _ in
          first
        }
      }
      if isFinal, answer.sightings.count < question.ids.count { answer.oldest = try reader.oldestEntry() }
    } catch {
      answer.error = error
      answer.obstacle = .unreadable
      return answer
    }
    if question.barrier != nil, !answer.barrierSeen { answer.obstacle = files.obstacle() }
    guard !answer.sightings.isEmpty else { return answer }
    do throws(JournalError) { _ = try files.sync() } catch { answer.syncError = error }
    return answer
  }
}
