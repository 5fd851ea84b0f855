// SPDX-License-Identifier: Apache-2.0

/// English for offices and for what their holders did at a meeting.
///
/// The end of a title says the office (省民政厅党组书记、厅长 is a director); what is not here stays as it was printed.
enum EnglishOffices {
  /// Longest first, so that 副省长 is no 省长.
  private static let offices: [(end: String, english: String)] = [
    ("常务副省长", "executive vice governor"), ("常务副市长", "executive vice mayor"),
    ("常务副主席", "executive vice chairman"), ("党组副书记", "deputy Party group secretary"),
    ("党组书记", "Party group secretary"), ("副秘书长", "deputy secretary-general"),
    ("秘书长", "secretary-general"), ("副省长", "vice governor"), ("副市长", "vice mayor"),
    ("副县长", "vice county head"), ("副区长", "vice district head"), ("副主席", "vice chairman"),
    ("副厅长", "deputy director"), ("副局长", "deputy director"), ("副主任", "deputy director"),
    ("副部长", "vice minister"), ("副书记", "deputy Party secretary"), ("省长", "governor"), ("市长", "mayor"),
    ("县长", "county head"), ("区长", "district head"), ("主席", "chairman"), ("厅长", "director"),
    ("局长", "director"), ("主任", "director"), ("部长", "minister"), ("会长", "president"), ("书记", "Party secretary"),
    ("常委", "Party standing committee member"),
  ]

  private static let acts: [(word: String, english: String)] = [
    ("作工作报告", "gave the work report"), ("作报告", "gave the report"), ("讲话", "spoke"), ("主持", "chaired"),
    ("批示", "sent instructions"), ("传达", "passed on instructions"), ("部署", "set the tasks"),
    ("汇报", "reported"), ("发言", "spoke"), ("致辞", "gave an address"),
  ]

  /// vice governor for 省委常委、副省长: the last of several titles that is known.
  static func office(_ role: String) -> String? {
    let titles = role.split(separator: "、").reversed()
    for title in titles {
      if let known = offices.first(where: { title.hasSuffix($0.end) }) { return known.english }
    }
    return nil
  }

  /// spoke for 出席并讲话; attended where nothing more is said.
  static func part(_ part: String) -> String? {
    if let act = acts.first(where: { part.contains($0.word) }) { return act.english }
    return part.contains("出席") ? "attended" : nil
  }
}
