// SPDX-License-Identifier: Apache-2.0
import Archive
import Dispatch
import Glibc
import Testing

@testable import Daemon

@Suite struct `Drafting threads` {
  private let threads: DraftingThreads

  init() throws { threads = try DraftingThreads(2) }

  private static func failure(_ what: String) -> Result<Draft, ArchiveError> {
    .failure(.unreadable(what, "as it is tried"))
  }

  /// What comes back, as it is named, until so many are there.
  private func names(_ count: Int) -> [String] {
    var names: [String] = []
    while names.count < count {
      Bench.awaitDraft(of: threads)
      for case .failure(let error) in threads.drafts() { names.append(error.path) }
    }
    return names
  }

  @Test func `work side by side and give back in the order of the orders`() throws {
    let mayEnd = DispatchSemaphore(value: 0)
    defer { mayEnd.signal() }
    threads.order {
      mayEnd.wait()
      return Self.failure("first")
    }
    threads.order { Self.failure("second") }
    // Would wait for ever if there were one thread.
    Bench.awaitDraft(of: threads)
    try #require(threads.drafts().isEmpty && threads.underWay == 2)
    mayEnd.signal()
    #expect(names(2) == ["first", "second"])
    #expect(threads.underWay == 0)
  }

  @Test func `give back nothing that was ordered before it was forgotten`() {
    threads.order { Self.failure("forgotten") }
    threads.forget()
    threads.order { Self.failure("wanted") }
    #expect(names(1) == ["wanted"])
  }
}
