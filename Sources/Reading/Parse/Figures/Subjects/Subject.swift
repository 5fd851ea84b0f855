// SPDX-License-Identifier: Apache-2.0

/// What a quantity counts, as found around it.
struct Subject {
  /// One name, or more where one value is told for several.
  var names: [String]
  var naming: FigureDraft.Naming
  /// The shortest stretch with number, name and verb.
  var quote: Range<Int>
  var phrase: SubjectPhrase
  var rate: RateFrame?
}
