// SPDX-License-Identifier: Apache-2.0
import Archive
import Minutes
import Testing

@Suite struct `The baselines of a meeting` {
  private func baselines(
    of meeting: Meeting, in temporary: TemporaryArchive, provenance: Provenance = .report,
    parents: [String] = ["990000"]
  ) throws -> Baselines {
    try temporary.archive.baselines(
      for: meeting, provenance: provenance, parents: parents, halfYear: ["半年", "年中"])
  }

  @Test func `are the latest earlier meeting of the series and all before it`() throws {
    let temporary = try TemporaryArchive()
    for date in ["2024-03-01", "2021-03-01", "2022-03-01"] {
      try temporary.add(date, Samples.meeting(Samples.hanhai, date))
    }
    let found = try baselines(of: Samples.meeting(Samples.hanhai, "2023-03-01"), in: temporary, parents: [])
    #expect(found.previous?.meeting.date?.year == 2022)
    #expect(found.history.map(\.meeting.date?.year) == [2021, 2022])
    #expect(found.chosen == nil)
  }

  @Test func `are no report of the same kind that may be of the very meeting`() throws {
    let temporary = try TemporaryArchive()
    for date in ["2022-03-01", "2023", "2023-02"] {
      try temporary.add(date, Samples.meeting(Samples.hanhai, date))
    }
    let meeting = Samples.meeting(Samples.hanhai, "2023-02-21")
    #expect(try baselines(of: meeting, in: temporary, parents: []).previous?.meeting.date?.year == 2022)
    try temporary.add("it", meeting)
    let key = MeetingKey(id: meeting.id, provenance: .report)
    #expect(try temporary.archive.previous(of: key) == "990000/民政工作会议/2022-03-01")
    let halfYear = Samples.meeting(Samples.hanhai, "2023-07-21", kind: "民政半年工作会议")
    #expect(try baselines(of: halfYear, in: temporary, parents: []).previous?.meeting.id == meeting.id)
  }

  @Test func `count once what is told with and without the day`() throws {
    let temporary = try TemporaryArchive()
    for date in ["2021", "2022-03-01", "2023", "2023-02-21"] {
      try temporary.add(date, Samples.meeting(Samples.hanhai, date))
    }
    let found = try baselines(of: Samples.meeting(Samples.hanhai, "2024-03-01"), in: temporary, parents: [])
    #expect(found.history.map(\.meeting.date?.description) == ["2021", "2022-03-01", "2023-02-21"])
  }

  @Test func `go by class and not by name`() throws {
    let temporary = try TemporaryArchive()
    try temporary.add("a", Samples.meeting(Samples.hanhai, "2022-03-01", kind: "民政工作座谈会"))
    let publicity = Samples.meeting(Samples.hanhai, "2022-06-01", kind: "宣传工作会议", category: "宣传工作会议")
    try temporary.add("b", publicity)
    let found = try baselines(of: Samples.meeting(Samples.hanhai, "2023-03-01"), in: temporary, parents: [])
    #expect(found.previous?.meeting.kind == "民政工作座谈会")
  }

  @Test func `take the superior's latest meeting of the plan year before this one`() throws {
    let temporary = try TemporaryArchive()
    for date in ["2023-03-01", "2024-01-10", "2024-03-08", "2024-05-01"] {
      try temporary.add(date, Samples.meeting(Samples.hanhai, date))
    }
    try temporary.add("class", Samples.meeting(Samples.hanhai, "2024-03-20", kind: "养老", category: "养老"))
    let found = try baselines(of: Samples.meeting(Samples.lanpu, "2024-04-12"), in: temporary)
    #expect(found.superiors.map(\.meeting.id) == ["990000/民政工作会议/2024-03-08"])
  }

  @Test func `take no superior's meeting of another class, on half a year or without tasks`() throws {
    let temporary = try TemporaryArchive()
    try temporary.add("a", Samples.meeting(Samples.hanhai, "2024-03-20", kind: "民政推进会", category: "推进会"))
    try temporary.add("b", Samples.meeting(Samples.hanhai, "2024-07-20", kind: "民政半年工作会议"))
    try temporary.add("c", Samples.meeting(Samples.hanhai, "2024-07-21", tasks: 0))
    #expect(try baselines(of: Samples.meeting(Samples.lanpu, "2024-08-01"), in: temporary).superiors.isEmpty)
    let halfYear = Samples.meeting(Samples.lanpu, "2024-08-01", kind: "民政年中工作会议")
    #expect(
      try baselines(of: halfYear, in: temporary).superiors.map(\.meeting.kind) == ["民政半年工作会议"])
  }

  @Test func `take as peers those of level, sector, class and plan year before this one`() throws {
    let temporary = try TemporaryArchive()
    let yunxiu = Samples.yunxiu
    let far = Samples.city("110100", "某市", parent: "110000")
    try temporary.add("peer", Samples.meeting(yunxiu, "2024-03-28"))
    try temporary.add("abroad", Samples.meeting(far, "2024-02-01"))
    try temporary.add("year", Samples.meeting(yunxiu, "2023-03-28"))
    try temporary.add("sector", Samples.meeting(yunxiu, "2024-03-28", sector: "教育", kind: "教育工作会议"))
    try temporary.add("class", Samples.meeting(yunxiu, "2024-03-27", kind: "宣传", category: "宣传"))
    try temporary.add("level", Samples.meeting(Samples.hanhai, "2024-03-28"))
    try temporary.add("later", Samples.meeting(far, "2024-05-01"))
    try temporary.add("own", Samples.meeting(Samples.lanpu, "2024-01-05"))
    let found = try baselines(of: Samples.meeting(Samples.lanpu, "2024-04-12"), in: temporary)
    #expect(found.peers.map(\.meeting.jurisdiction?.code) == ["110100", "990100"])
  }

  @Test func `take strangers for peers only where siblings are few`() throws {
    let temporary = try TemporaryArchive()
    for number in 1...9 {
      let stranger = Samples.city("11\(number)000", "远\(number)市", parent: "110000")
      try temporary.add("far \(number)", Samples.meeting(stranger, "2024-03-2\(number)"))
    }
    let lanpu = Samples.meeting(Samples.lanpu, "2024-04-12")
    try temporary.add("near", Samples.meeting(Samples.yunxiu, "2024-01-01"))
    let few = try baselines(of: lanpu, in: temporary).peers.map(\.meeting.jurisdiction?.code)
    #expect(few == ["990100", "113000", "114000", "115000", "116000", "117000", "118000", "119000"])
    for number in 3...9 {
      let sibling = Samples.city("990\(number)00", "近\(number)市")
      try temporary.add("near \(number)", Samples.meeting(sibling, "2024-01-0\(number)"))
    }
    let many = try baselines(of: lanpu, in: temporary).peers.map(\.meeting.jurisdiction?.parent)
    #expect(many == Array(repeating: "990000", count: 8))
  }

  @Test func `take provinces, which have no parent among peers, for peers of one another`() throws {
    let temporary = try TemporaryArchive()
    let other = Division(
      code: "980000", name: "他省", short: "他", level: .province, parent: nil, fullName: "他省")
    try temporary.add("a", Samples.meeting(other, "2024-01-01"))
    let found = try baselines(of: Samples.meeting(Samples.hanhai, "2024-03-08"), in: temporary, parents: [])
    #expect(found.peers.count == 1)
  }

  @Test func `are the nearest of sector and class only where nothing else is`() throws {
    let temporary = try TemporaryArchive()
    try temporary.add("old", Samples.meeting(Samples.hanhai, "2020-03-01"))
    try temporary.add("near", Samples.meeting(Samples.yunxiu, "2021-03-01"))
    let lanpu = Samples.meeting(Samples.lanpu, "2024-04-12")
    #expect(try baselines(of: lanpu, in: temporary).chosen?.meeting.jurisdiction == Samples.yunxiu)
    try temporary.add("peer", Samples.meeting(Samples.yunxiu, "2024-03-01"))
    #expect(try baselines(of: lanpu, in: temporary).chosen == nil)
  }

  @Test func `are never the nearest of a lower level`() throws {
    let temporary = try TemporaryArchive()
    try temporary.add("city", Samples.meeting(Samples.lanpu, "2023-03-01"))
    let province = Samples.meeting(Samples.hanhai, "2024-03-08")
    #expect(try baselines(of: province, in: temporary, parents: ["000000"]) == Baselines())
    try temporary.add("province", Samples.meeting(Samples.hanhai, "2022-03-01"))
    let county = Division(
      code: "990201", name: "某县", short: "某", level: .county, parent: "990200", fullName: "某县")
    let below = try baselines(
      of: Samples.meeting(county, "2024-05-01"), in: temporary, parents: ["990200", "990000"])
    #expect(below.chosen?.meeting.jurisdiction == Samples.lanpu)
  }

  @Test func `are none for a meeting without a date, nor is it one for others`() throws {
    let temporary = try TemporaryArchive()
    let dated = Samples.meeting(Samples.hanhai, "2023-01-01")
    let undated = Samples.meeting(Samples.hanhai, nil)
    try temporary.add("undated", undated)
    #expect(try baselines(of: dated, in: temporary) == Baselines())
    try temporary.add("dated", dated)
    #expect(try baselines(of: undated, in: temporary) == Baselines())
  }

  @Test func `never hold the meeting itself`() throws {
    let temporary = try TemporaryArchive()
    let meeting = Samples.meeting(Samples.hanhai, "2023-03-01")
    try temporary.add("a", meeting)
    #expect(try baselines(of: meeting, in: temporary) == Baselines())
  }

  @Test func `do not depend on the order of arrival`() throws {
    let dates = ["2021-03-01", "2022-03-01", "2023-01-01", "2023-02-01"]
    let divisions = [Samples.lanpu, Samples.lanpu, Samples.hanhai, Samples.yunxiu]
    let meetings = zip(divisions, dates).map { Samples.meeting($0, $1) }
    let late = Samples.meeting(Samples.lanpu, "2023-03-01")
    var answers: Set<Baselines> = []
    for order in [[0, 1, 2, 3], [3, 2, 1, 0], [2, 0, 1, 3], [1, 3, 0, 2]] {
      let temporary = try TemporaryArchive()
      for index in order { try temporary.add("\(index)", meetings[index]) }
      answers.insert(try baselines(of: late, in: temporary))
    }
    #expect(answers.count == 1)
    let answer = try #require(answers.first)
    #expect([answer.history.count, answer.superiors.count, answer.peers.count] as [Int] == [2, 1, 1])
  }

  @Test func `of the next meeting of a series change with a late arrival`() throws {
    let temporary = try TemporaryArchive()
    for date in ["2022-03-01", "2024-03-01", "2025-03-01"] {
      try temporary.add(date, Samples.meeting(Samples.hanhai, date))
    }
    let late = Samples.meeting(Samples.hanhai, "2023-03-01")
    let next = try temporary.archive.successors(of: late, provenance: .report)
    #expect(next == [MeetingKey(id: "990000/民政工作会议/2024-03-01", provenance: .report)])
    #expect(try temporary.archive.previous(of: next[0]) == "990000/民政工作会议/2022-03-01")
    #expect(try temporary.archive.successors(of: late, provenance: .invented).isEmpty)
  }
}
