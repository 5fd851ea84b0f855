// SPDX-License-Identifier: Apache-2.0

internal import Digest
internal import Minutes
internal import Reading

/// An explanation for people and for machines.
enum ExplanationOutput {
  /// A heading a section, a line a note: subject, finding, evidence after ←, span.
  static func text(_ explanation: Explanation, of file: String) -> String {
    var lines = [file]
    for section in explanation.sections where !section.notes.isEmpty {
      lines.append("  \(section.title)")
      lines += section.notes.map { "    " + line($0) }
    }
    return lines.map { Sanitised.text($0) }.joined(separator: "\n")
  }

  /// file, sections (title, notes (subject, finding, evidence, span)).
  static func value(_ explanation: Explanation, of file: String) -> JSONValue {
    let sections = explanation.sections.map { section in
      JSONValue.object(["title": .string(section.title), "notes": .array(section.notes.map(note))])
    }
    return .object(["file": .string(file), "sections": .array(sections)])
  }

  private static func line(_ note: Explanation.Note) -> String {
    let subject = note.subject.isEmpty ? "  " : note.subject + "  "
    let evidence = note.evidence.isEmpty ? "" : "  ← " + note.evidence.joined(separator: "; ")
    return subject + note.finding + evidence + (note.span.map { "  \($0.start)-\($0.end)" } ?? "")
  }

  private static func note(_ note: Explanation.Note) -> JSONValue {
    .object([
      "subject": .string(note.subject), "finding": .string(note.finding), "evidence": .strings(note.evidence),
      "span": note.span.map { .array([.integer($0.start), .integer($0.end)]) } ?? .null,
    ])
  }
}
