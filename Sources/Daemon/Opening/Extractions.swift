// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Desk
internal import Extraction
internal import Minutes

/// The documents that children are opening, `Extractors=` at a time, and those that they have opened.
final class Extractions {
  /// What a document is opened for.
  enum Purpose: Hashable {
    case arrival(Arrival)
    /// A kept document, to be read again by other rules.
    case again(Document)

    var arrival: Arrival? { if case .arrival(let arrival) = self { arrival } else { nil } }
  }

  /// A document that a child is through with.
  struct Finished {
    var purpose: Purpose
    var format: DocumentFormat
    var result: Result<OpenedDocument, ExtractionError>
  }

  /// How many children there may be at a time.
  var most: Int
  var extractor: DocumentExtractor
  private let loop: EventLoop
  /// Called from the loop when something has finished.
  var onFinish: () -> Void = {}
  private var children: [Purpose: ExtractingChild] = [:]
  private var finished: [Finished] = []

  init(loop: EventLoop, extractor: DocumentExtractor, most: Int) {
    self.loop = loop
    self.extractor = extractor
    self.most = most
  }

  /// How many more arrivals can be begun. What has finished counts until it is taken, so that a disk that is
  /// full does not fill the memory; kept documents come one at a time, and are let through.
  var room: Int { max(0, most - arrivals.count) }

  /// The arrivals under way, those included that are opened and were not taken yet.
  var arrivals: Set<Int64> {
    Set((children.keys + finished.map(\.purpose)).compactMap { $0.arrival?.id })
  }

  /// True while a kept document is under way.
  func isOpening(_ document: Document) -> Bool {
    children[.again(document)] != nil || finished.contains { $0.purpose == .again(document) }
  }

  /// Has a document opened; where no child can be started that is the result.
  func begin(_ document: ForeignDocument, for purpose: Purpose) {
    do throws(ExtractionError) {
      let process = try extractor.start(document.bytes, as: document.format)
      let limits = extractor.limits
      children[purpose] = ExtractingChild(process, limits, loop) { [unowned self] answer in
        children[purpose] = nil
        end(purpose, document, Self.content(of: answer, document, limits))
      }
    } catch {
      end(purpose, document, .failure(error))
    }
  }

  /// The arrivals that were opened since, in the order in which they finished.
  func takeArrivals() -> [(arrival: Arrival, finished: Finished)] {
    let taken = finished.compactMap { item in item.purpose.arrival.map { ($0, item) } }
    finished.removeAll { $0.purpose.arrival != nil }
    return taken
  }

  /// A kept document, if it was opened since.
  func take(_ document: Document) -> Finished? {
    finished.firstIndex { $0.purpose == .again(document) }.map { finished.remove(at: $0) }
  }

  /// Kills all children and forgets what they have opened.
  func stop() {
    for child in children.values { child.kill() }
    children = [:]
    finished = []
    most = 0
  }

  private func end(
    _ purpose: Purpose, _ document: ForeignDocument, _ result: Result<ExtractedDocument, ExtractionError>
  ) {
    let opened = result.map {
      OpenedDocument(format: document.format, charset: document.charset, content: $0)
    }
    finished.append(Finished(purpose: purpose, format: document.format, result: opened))
    onFinish()
  }

  private static func content(
    of answer: Result<ExtractingChild.Answer, ExtractionError>, _ document: ForeignDocument,
    _ limits: ExtractionLimits
  ) -> Result<ExtractedDocument, ExtractionError> {
    answer.flatMap { bytes, ending in
      let answer = ExtractorAnswer(bytes: bytes, ending: ending, format: document.format, limits: limits)
      do throws(ExtractionError) { return .success(try answer.document(document.bytes)) } catch {
        return .failure(error)
      }
    }
  }
}
