// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// What a reading says, in one number: tasks, figures and people, wherever they stand in the text.
///
/// A portal reprints the report of another with a line of its own below. Hundreds of such copies of one
/// meeting say one thing; told by their gist, they cost no more than one.
///
/// The number is FNV-1a over 64 bits. Nothing rests on its being hard to forge: who makes a report that is
/// taken for a copy of a fuller one has only hidden their own.
struct Gist {
  let number: Int64

  init(_ meeting: Meeting) {
    var said = JSONWriter()
    said.object { json in
      // What a person has put right counts for more than a copy that happens to say the same.
      json.set("amended", meeting.isAmended ? true : nil)
      json.set("figures", meeting.figures.map(\.facts))
      json.set("officials", meeting.officials)
      json.set("tasks", meeting.priorities.map(\.body))
    }
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in said.bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    number = Int64(bitPattern: hash)
  }
}
