// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Desk
internal import Extraction

/// What follows for an arrival from what a child found in it.
enum Opened {
  /// It is read, or refused for good.
  case work(Work)
  /// It holds these documents.
  case members([ExtractedDocument.Member], of: Arrival)
  /// It held these documents, which are in the store now.
  case files([ArrivedFile], of: Arrival)
  /// Nothing yet: it stays aside for another try. `isFault`: the child ended in a way that counts.
  case again(Arrival, isFault: Bool)
}

extension Pipeline {
  /// What follows from a child's result. Three children that end without an answer are enough.
  func follow(_ finished: Extractions.Finished, of arrival: Arrival) -> Opened {
    switch finished.result {
    case .success(let opened) where opened.content.members.isEmpty: return .work(work(arrival, opened))
    case .success where arrival.file.container != nil:
      return .work(.refused(arrival, .nested(finished.format)))
    case .success(let opened): return .members(opened.content.members, of: arrival)
    case .failure(let error):
      switch error.nature {
      case .passing: return .again(arrival, isFault: false)
      case .suspicious where arrival.attempts < Self.mostAttempts: return .again(arrival, isFault: true)
      case .suspicious, .lasting: return .work(.refused(arrival, DocumentError(error, finished.format)))
      }
    }
  }
}
