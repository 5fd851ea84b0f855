// SPDX-License-Identifier: Apache-2.0

internal import Archive
internal import Inbox
internal import Settings

/// The folders on the loop: what they tell is heard at once, and a turn follows.
extension Daemon {
  func makeInlets(_ setup: Setup) throws -> [Inlet] {
    try setup.configuration.folders.enumerated().map { place, path in
      try Inlet(
        path: path, isFirst: place == 0, setup: setup, state: state, archive: archive, machine: machine)
    }
  }

  func serve(_ inlet: Inlet) {
    hear(inlet.open(at: EventLoop.now * 1000))
    inlet.source = loop.watch(inlet.descriptor) { [unowned self, unowned inlet] _ in
      hear(inlet.drain(at: EventLoop.now * 1000))
      takeTurn()
    }
  }

  /// A mount over a folder, or one that goes away from under it, is seen at once.
  func watchMounts() {
    mounts = try? MountTable()
    guard let mounts else { return }
    loop.watch(mounts.descriptor, for: EventLoop.urgent) { [unowned self] _ in
      for inlet in inlets { hear(inlet.mountsChanged(at: EventLoop.now * 1000)) }
      takeTurn()
    }
  }

  var folders: String { setup.configuration.folders.joined(separator: " ") }

  /// Tells what a folder has to say, and enters what it gave up.
  func tell(_ news: Inlet.News) throws(ArchiveError) {
    if !news.entries.isEmpty { queue(news.entries) }
    for refusal in news.refusals { try pipeline.refuse(refusal, now: Int64(SystemClock.microseconds)) }
  }

  func hear(_ news: Inlet.News) {
    guarded { () throws(ArchiveError) in try tell(news) }
  }
}
