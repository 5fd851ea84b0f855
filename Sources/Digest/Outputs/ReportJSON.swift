// SPDX-License-Identifier: Apache-2.0

package import Minutes

/// What `minutectl read --json` prints for one document, key by key as the contract has it.
package struct ReportJSON: Sendable {
  /// What is known of the document around its report.
  package struct Envelope: Sendable {
    package var file: String
    package var sha256: String
    package var format: String
    package var charset: String?
    package var rules: String

    package init(file: String, sha256: String, format: String, charset: String?, rules: String) {
      self.file = file
      self.sha256 = sha256
      self.format = format
      self.charset = charset
      self.rules = rules
    }
  }

  package static func value(_ report: Report, _ envelope: Envelope) -> JSONValue {
    .object([
      "file": .string(envelope.file), "sha256": .string(envelope.sha256), "format": .string(envelope.format),
      "charset": .optional(envelope.charset), "rules": .string(envelope.rules),
      "is_report": .bool(report.isReport), "reason": .optional(report.reason?.rawValue),
      "publisher": .optional(report.publisher), "published": .optional(report.published?.description),
      "url": .optional(report.url),
      "damage": .array(
        report.damage.map { .object(["kind": .string($0.kind), "count": .integer($0.count)]) }),
      "meetings": .array(report.meetings.map(MeetingJSON.value)),
      "mentions": .array(report.mentions.map { .object(["title": .string($0)]) }),
      "figures": .array(report.figures.map(MeetingJSON.figure)), "bulletin": bulletin(report),
    ])
  }

  /// What a file without a meeting is called and whose figures it gives; null for all others.
  private static func bulletin(_ report: Report) -> JSONValue {
    guard report.meetings.isEmpty, !report.figures.isEmpty else { return .null }
    return .object([
      "title": .optional(report.title),
      "jurisdiction": MeetingJSON.jurisdiction(report.jurisdiction),
    ])
  }
}
