// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Digest

@Suite struct `English words` {
  let words = Example.english

  @Test func `name the office at the end of the last title that is known`() {
    #expect(words.office("省委常委、副省长") == "vice governor")
    #expect(words.office("省委常委、省红十字会监事长") == "Party standing committee member")
    #expect(words.office("代表") == nil)
  }

  @Test func `leave an indicator as printed where it is not known whole`() {
    #expect(words.indicator("养老床位") == "care beds")
    #expect(words.indicator("海岛养老床位") == nil)
  }

  @Test func `set a space before a word, none before a sign, and drop classifiers`() {
    #expect(words.unit("元") == " yuan" && words.unit("%") == "%" && words.unit("张") == "")
    #expect(words.unit("艘") == " 艘")
  }

  @Test func `are not needed: what nobody named stays as it was printed`() {
    #expect(
      EnglishWords.none.indicator("养老床位") == nil && EnglishWords.none.topic("elderly-care") == "elderly care")
  }
}
