// SPDX-License-Identifier: Apache-2.0
package import Minutes

/// A meeting as it is kept: to decode its reading takes longer than to find it, and any thread can do it.
struct KeptRecord: Sendable {
  let reading: [UInt8]
  let documents: [Document]
  let sources: [String]
  let amendments: [String]
  let readings: ReadingCache

  func decoded() throws -> Minutes.Record {
    Minutes.Record(
      meeting: try readings.meeting(of: reading), documents: documents, sources: sources,
      amendments: amendments)
  }
}

/// What a meeting is compared with, as it is kept; `Baselines` says what stands in which place.
package struct KeptBaselines: Sendable {
  var superiors: [KeptRecord] = []
  var peers: [KeptRecord] = []
  var chosen: KeptRecord?
  var history: [KeptRecord] = []
  var bulletins: [Bulletin] = []
  var marks: [Insignificance] = []
  let path: String

  init(path: String) {
    self.path = path
  }

  /// Decodes the readings, on whatever thread; throws where one cannot be read.
  package func decoded() throws(ArchiveError) -> Baselines {
    do {
      let history = try history.map { try $0.decoded() }
      var baselines = Baselines(
        previous: history.last, superiors: try superiors.map { try $0.decoded() },
        peers: try peers.map { try $0.decoded() }, chosen: try chosen?.decoded(), history: history,
        bulletins: bulletins)
      baselines.marks = marks
      return baselines
    } catch {
      throw ArchiveError(error, path: path)
    }
  }
}
