// SPDX-License-Identifier: Apache-2.0

internal import Diff
internal import Minutes

/// What is said here alone among the peers, and what they say that is not said here. A peer drops nothing.
struct PeerSection {
  private let digest: MeetingDigest
  private let voice: Voice

  static func make(_ digest: MeetingDigest) -> [Section] {
    digest.baselines.peers.isEmpty ? [] : [PeerSection(digest: digest, voice: digest.voice).section]
  }

  private var peers: [Meeting] { digest.baselines.peers.map(\.meeting) }

  private var section: Section {
    let named = peers.prefix(PeerColumns.mostColumns).map {
      voice(.peerItem, voice.place($0), $0.date?.description ?? "", "\($0.priorities.count)")
    }
    let names = named + (peers.count > named.count ? ["…"] : [])
    let held = digest.isFromArchive ? voice.bracket(voice(.peerCount, "\(peers.count)")) : ""
    return Section(
      voice(.peerHead, voice.list(names, .semicolon)) + held,
      [
        Section.Row(
          label: "", items: digest.changes(.peerAhead, about: .figure).compactMap(ratio),
          keep: Weight.keep(.peerAhead)),
        Section.Row(
          label: voice(.only), items: digest.changes(.peerOnly).map { voice.item($0.to[0], topic: $0.topic) },
          keep: Weight.keep(.peerOnly)),
        Section.Row(
          label: voice(.missing), items: peers.compactMap(lacking), keep: Weight.keep(.peerLack),
          apart: true),
        Section.Row(label: voice(.missing), items: shared, keep: Weight.keep(.peerLack)),
        Section.Row(label: voice(.saidFirst), items: firsts, keep: Weight.keep(.peerAhead)),
      ] + FirstReportSection(digest: digest).rows)
  }

  private func lacking(_ peer: Meeting) -> String? {
    let items = digest.changes(.peerLack).filter { $0.scope == nil && $0.baselines == [peer.id] }
    guard !items.isEmpty else { return nil }
    return Names.short(peer) + voice(.colon)
      + voice.list(items.map { Columns.cut($0.from[0].head ?? "", to: 30) })
  }

  /// 促进社会组织健康发展（5/9家）: what several of many peers have.
  private var shared: [String] {
    digest.changes(.peerLack).compactMap { change in
      change.scope.map { Columns.cut(change.from[0].head ?? "", to: 30) + voice.bracket(voice.scope($0)) }
    }
  }

  /// “物质＋服务” 浙江早35天: who said first what is new here.
  private var firsts: [String] {
    digest.changes(.peerAhead, about: .formulation).map { change in
      let peer = change.baselines.first.flatMap(digest.record(of:)).map { Names.short($0.meeting) } ?? ""
      return Names.quoted(change.wordingTo ?? "") + peer
        + (change.scope.map(voice.scope) ?? voice(.earlierUnknown))
    }
  }

  /// 护理型床位占比 云岫61.3%、澜浦53.5%（省58.6%）；今年目标64%、56%.
  private func ratio(_ change: Change) -> String? {
    guard let theirs = change.figures?.from, let mine = change.figures?.to,
      let peer = change.baselines.first.flatMap(digest.record(of:))?.meeting
    else { return nil }
    let sides = voice.list([
      Names.short(peer) + voice.plain(theirs.quantity),
      Names.short(digest.meeting) + voice.plain(mine.quantity),
    ])
    return "\(voice.name(mine)) \(sides)" + voice.bracket(superior(mine)) + goals(mine, peer)
  }

  /// The level above's own figure of the same thing and time: 省58.6%.
  private func superior(_ figure: Figure) -> String? {
    guard let above = digest.baselines.superiors.first?.meeting else { return nil }
    let same = above.figures.first {
      $0.indicator == figure.indicator && $0.period == figure.period && $0.aspect != .target
        && $0.quantity.dimension == figure.quantity.dimension
    }
    return same.map { voice.mark(above) + voice.plain($0.quantity) }
  }

  /// ；今年目标64%、56%, where both have set one for the year.
  private func goals(_ figure: Figure, _ peer: Meeting) -> String {
    let goals = [peer, digest.meeting].compactMap { meeting in
      meeting.figures.first {
        $0.indicator == figure.indicator && $0.aspect == .target && $0.period?.lastYear == meeting.planYear
      }
    }
    return goals.count == 2 ? voice(.goalsBeside, voice.list(goals.map { voice.plain($0.quantity) })) : ""
  }
}
