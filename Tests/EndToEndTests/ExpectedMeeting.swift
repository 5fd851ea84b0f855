// SPDX-License-Identifier: Apache-2.0

/// What the digest of a dropped report must say about its meeting, field by field.
struct ExpectedMeeting {
  var file: String
  var part: String?
  /// Values by the field's name without `MINUTED_`.
  var fields: [String: String]

  private init(
    _ file: String, part: String? = nil, _ jurisdiction: String, _ division: String, _ level: String,
    date: String,
    kind: String = "民政工作会议", against relation: String
  ) {
    self.file = file
    self.part = part
    fields = [
      "EVENT": "digest", "FILE": file, "JURISDICTION": jurisdiction, "DIVISION": division, "LEVEL": level,
      "SECTOR": "民政", "DATE": date, "YEAR": "2023", "MEETING_ID": "\(division)/\(kind)/\(date)",
      "RELATION": relation, "PROVENANCE": "report",
    ]
  }

  /// seeds/2023, in order of the meetings' dates. The first has nothing before it; a city without peers takes
  /// the nearest earlier meeting of its sector; a meeting on publicity is of another class than all the
  /// others.
  static let paraphrased = [
    ExpectedMeeting(
      "2023-02-10-zhejiang-minzheng.txt", "浙江省", "330000", "province", date: "2023-02-10", kind: "民政工作座谈会",
      against: "none"),
    ExpectedMeeting(
      "2023-02-15-shanghai-minzheng.txt", "上海市", "310000", "province", date: "2023-02-15", against: "peer"),
    ExpectedMeeting(
      "2023-02-21-shenzhen-minzheng.txt", "广东省深圳市", "440300", "prefecture", date: "2023-02-21",
      against: "chosen"),
    ExpectedMeeting(
      "2023-03-07-guangzhou-minzheng.txt", "广东省广州市", "440100", "prefecture", date: "2023-03-07",
      against: "peer"),
    ExpectedMeeting(
      "2023-03-17-jiangsu-minzheng.txt", "江苏省", "320000", "province", date: "2023-03-17", against: "peer"),
    ExpectedMeeting(
      "2023-00-00-guangxi-minzhengxuanchuan.txt", "广西壮族自治区", "450000", "province", date: "2023",
      kind: "民政宣传工作会议", against: "none"),
  ]

  /// The same meetings as the press told of them, for whoever has the texts; the last two stand in one file.
  static let published = [
    ExpectedMeeting(
      "002_765b69d247923ded.txt", "浙江省", "330000", "province", date: "2023-02-10", kind: "民政工作座谈会",
      against: "none"),
    ExpectedMeeting(
      "000_6b90564f80f41447.txt", "上海市", "310000", "province", date: "2023-02-15", against: "peer"),
    ExpectedMeeting(
      "001_3f0385497910f729.txt", "广东省深圳市", "440300", "prefecture", date: "2023-02-21", against: "chosen"),
    ExpectedMeeting(
      "003_d4b4a745f43f3b9a.txt", "广东省广州市", "440100", "prefecture", date: "2023-03-07", against: "peer"),
    ExpectedMeeting(
      "004_993108acd88fb33a.txt", part: "1/2", "江苏省", "320000", "province", date: "2023-03-17",
      against: "peer"),
    ExpectedMeeting(
      "004_993108acd88fb33a.txt", part: "2/2", "广西壮族自治区", "450000", "province", date: "2023",
      kind: "民政宣传工作会议", against: "none"),
  ]
}
