// SPDX-License-Identifier: Apache-2.0

package import Minutes

/// Something that a person has put right, and what is read at its place now.
package struct Contradiction: Sendable, Hashable {
  package var amendment: Amendment
  package var standing: Amendment.Standing
  /// Who put it right, when and why.
  package var attribution: Attribution
  /// What is read there now, by the rules in force or in the file's new version; nil where nothing is.
  package var reading: String?

  package init(
    _ amendment: Amendment, _ standing: Amendment.Standing, by attribution: Attribution, reading: String?
  ) {
    (self.amendment, self.standing) = (amendment, standing)
    (self.attribution, self.reading) = (attribution, reading)
  }

  /// What the correction said, what is read now, which of them is in force, and the command that changes it.
  ///
  /// The first line names the meeting; `id` is the meeting's own, for the command.
  func lines(of name: String, _ id: String, in voice: Voice) -> [String] {
    let said = voice(.amendedSaid, amendment.told(in: voice), attribution.told(in: voice))
    let wanted = amendment.words(amendment.after, in: voice)
    let after = amendment.after.isEmpty ? "" : voice(.bracket, wanted)
    let reading = reading.map { amendment.words($0, in: voice) }
    let undo = "minutectl correct --undo \(attribution.edit) --reason …"
    switch standing {
    case .holds, .carried, .differs:
      return [
        voice(.amendedOtherwise, name), said, voice(.amendedNow, reading ?? voice(.unknownValue)),
        voice(.amendedStands, after, undo),
      ]
    case .agrees:
      return [
        voice(.amendedAlike, name), said, voice(.amendedAgrees, reading ?? wanted),
        voice(.amendedBoth, undo),
      ]
    case .lost:
      return [
        voice(.amendedAbsent, name), said, voice(.amendedLost),
        voice(.amendedIdle, "minutectl correct \(id)", undo),
      ]
    case .superseded:
      let now = reading.map { voice(.amendedSuperseded, $0) } ?? voice(.amendedNotThere)
      return [
        voice(.amendedVersion, name), said, now, voice(.amendedAnew, "minutectl correct \(id)\(command)"),
      ]
    }
  }

  /// /figure:N --value 1243 --reason …, behind the meeting's id.
  private var command: String {
    let option = amendment.field.option
    let thing = amendment.mark.subject == .meeting ? "" : "/\(amendment.mark.subject.rawValue):N"
    let value = amendment.after.isEmpty || amendment.field == .link || amendment.field == .unlink
    return "\(thing) --\(option)\(value ? "" : " \(amendment.after)") --reason …"
  }
}

extension Amendment.Field {
  /// The option of `minutectl correct` that puts it right.
  fileprivate var option: String {
    switch self {
    case .jurisdiction: "place"
    case .none: "remove"
    case .date, .kind, .sector, .value, .unit, .indicator, .period, .head, .rank, .topic, .link, .unlink:
      rawValue
    }
  }
}
