// SPDX-License-Identifier: Apache-2.0

import Foundation
import Lexicon
import Minutes
import TestKit
import Testing

/// The committed table, read once.
let divisions: DivisionTable = {
  let path = Repository.root.appending(path: "config/lexicon/divisions.tsv")
  guard let data = try? Data(contentsOf: path) else { fatalError("\(path) cannot be read") }
  do {
    return try DivisionTable([LexiconFile(path: path.path, bytes: Array(data))])
  } catch { fatalError("\(error)") }
}()

@Suite struct `The table of divisions` {
  @Test(arguments: [
    ("000000", "中华人民共和国"), ("310000", "上海市"), ("440300", "广东省深圳市"), ("320305", "江苏省徐州市贾汪区"),
    ("429004", "湖北省仙桃市"), ("310115", "上海市浦东新区"), ("659001", "新疆维吾尔自治区石河子市"),
    ("220200", "吉林省吉林市"), ("460400", "海南省儋州市"), ("522600", "贵州省黔东南苗族侗族自治州"),
  ])
  func `names a division by its chain`(code: String, fullName: String) {
    #expect(divisions.division(code: code)?.fullName == fullName)
  }

  @Test func `holds the nation and every province, prefecture and county in force`() {
    let today = divisions.rows.filter { $0.holds(in: nil) }
    #expect(today.count { $0.level == .national } == 1)
    #expect(today.count { $0.level == .province } == 34)
    #expect(today.count { $0.level == .prefecture } == 333)
    #expect(today.count { $0.level == .county } == 2847)
  }

  @Test(arguments: [
    ("450000", "广西"), ("150000", "内蒙古"), ("522600", "黔东南"), ("650000", "新疆"), ("622926", "东乡"),
    ("652800", "巴音郭楞"), ("640000", "宁夏"), ("150823", "乌拉特前旗"), ("230208", "梅里斯"), ("429021", "神农架"),
    ("610304", "陈仓"), ("621022", "环县"), ("350405", "沙县"),
  ])
  func `shortens a name by its suffix and its peoples`(code: String, short: String) {
    #expect(divisions.division(code: code)?.short == short)
  }

  @Test func `marks a short name that two places of one parent share`() {
    let shared = divisions.rows(named: "伊宁", in: 2023)
    #expect(shared.count == 2)
    #expect(shared.allSatisfy { divisions.rows[$0].sharesShort })
    #expect(divisions.rows(named: "深圳", in: 2023).allSatisfy { !divisions.rows[$0].sharesShort })
  }

  @Test(arguments: [
    ("渝北区", 2023, "500112"), ("襄樊市", 2008, "420600"), ("襄阳市", 2015, "420600"), ("莱芜市", 2016, "371200"),
    ("公主岭市", 2018, "220381"), ("公主岭市", 2022, "220184"), ("沙县", 2019, "350427"), ("黔西县", 2018, "520522"),
  ])
  func `finds the row in force at the time`(name: String, year: Int, code: String) {
    let found = divisions.rows(named: name, in: year).map { divisions.division(at: $0, in: year) }
    #expect(found.map(\.code) == [code])
    #expect(found.map(\.name) == [name])
  }

  @Test func `still finds a name that has ended, since people go on using it`() {
    #expect(divisions.rows(named: "渝北区", in: 2026).map { divisions.division(at: $0).code } == ["500112"])
  }

  @Test func `makes no alias of a code that went to another division`() {
    // 220282 was 桦甸市, then 蛟河市, then 桦甸市 again: one name each.
    #expect(divisions.rows(named: "桦甸市", in: 2023).map { divisions.division(at: $0).code } == ["220282"])
    #expect(divisions.rows(named: "蛟河市", in: 2023).map { divisions.division(at: $0).code } == ["220281"])
  }

  @Test func `keeps all divisions of one name apart`() {
    let codes = divisions.rows(named: "朝阳区", in: 2023).map { divisions.division(at: $0).code }
    #expect(codes == ["110105", "220104"])
  }

  @Test(arguments: [
    ("恩施州", "422800"), ("凉山州", "513400"), ("长阳县", "420528"), ("科左中旗", "150521"), ("中国", "000000"),
  ])
  func `knows the ways a name is written`(alias: String, code: String) {
    #expect(divisions.rows(named: alias, in: 2023).map { divisions.division(at: $0).code } == [code])
  }

  @Test func `tells the parents of a time`() {
    #expect(divisions.division(code: "371203", in: 2016)?.fullName == "山东省莱芜市钢城区")
    #expect(divisions.division(code: "370117", in: 2023)?.fullName == "山东省济南市钢城区")
  }

  @Test func `tells the children of a division`() {
    let districts = divisions.children(of: 440_300, in: 2023).map(divisions.name)
    #expect(districts.contains("南山区"))
    #expect(districts.count == 9)
  }
}
