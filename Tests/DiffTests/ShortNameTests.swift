// SPDX-License-Identifier: Apache-2.0
import Diff
import Testing

@Suite struct `A task in a few characters` {
  @Test(arguments: [
    ("增强基层治理效能", "基层治理"), ("突出政治引领", "政治引领"), ("老有所养上下功夫", "老有所养"),
    ("壮大慈善和社会工作", "慈善和社会工作"), ("提升社会事务和区划地名服务", "社会事务和区划地名"),
    ("加强党的建设", "党的建设"), ("发展好养老服务", "养老服务"),
  ])
  func `keeps what binds it and loses what every task has`(_ head: String, _ name: String) {
    #expect(Corpus.words.name(of: head) == name)
  }

  @Test(arguments: ["兜底保障", "养老服务", "保护地名", "社会工作"])
  func `is never cut below four characters`(_ head: String) {
    #expect(Corpus.words.name(of: head) == head)
  }
}
