// swift-tools-version: 6.2
// SPDX-License-Identifier: Apache-2.0
import PackageDescription

/// One line a target: what it is, and what it may import (ARCHITECTURE.md tells why).
let package = Package(
  name: "minuted",
  products: [
    .executable(name: "minuted", targets: ["Minuted"]),
    .executable(name: "minuted-extract", targets: ["MinutedExtract"]),
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  ],
  targets: [
    // The values and the words.
    .target(name: "Minutes"),
    .target(name: "Lexicon", dependencies: ["Minutes"]),

    // The stages, pure: text to meetings, meetings to changes, changes to digest.
    .target(name: "Reading", dependencies: ["Minutes", "Lexicon"]),
    .target(name: "Diff", dependencies: ["Minutes"]),
    .target(name: "Digest", dependencies: ["Minutes", "Diff"]),
    .target(name: "Pages", dependencies: ["Minutes", "Diff", "Digest"]),

    // The edges: the only places that touch the world.
    .target(name: "Text", dependencies: ["CLinux", "COpenCC"]),
    .target(name: "Extraction", dependencies: ["CLinux"]),
    .target(name: "Inbox", dependencies: ["CSystemd", "CLinux", "CCrypto"]),
    .target(name: "Archive", dependencies: ["Minutes", .product(name: "GRDB", package: "GRDB.swift")]),
    .target(name: "Journal", dependencies: ["CSystemd", "CLinux"]),
    .target(name: "Settings", dependencies: ["Minutes", "Lexicon", "CCrypto", "CLinux"]),

    // The programs: they wire stages to edges. Desk is what both do with one document.
    .target(
      name: "Desk",
      dependencies: [
        "Minutes", "Lexicon", "Reading", "Diff", "Digest", "Text", "Extraction", "Archive", "CCrypto",
      ]),
    .target(
      name: "Daemon",
      dependencies: [
        "Minutes", "Lexicon", "Reading", "Diff", "Digest", "Pages", "Desk", "Extraction", "Inbox", "Archive",
        "Journal",
        "Settings", "CSystemd", "CLinux",
      ]),
    .target(
      name: "Control",
      dependencies: [
        "Minutes", "Lexicon", "Reading", "Diff", "Digest", "Pages", "Desk", "Archive", "Extraction",
        "Journal", "Settings",
        "CLinux",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(name: "Minuted", dependencies: ["Daemon", "Control"]),

    // The program that opens foreign documents, walled in; it imports no stage and no Foundation.
    .target(name: "Extractor", dependencies: ["Extraction", "CLinux", "CSeccomp", "CXML", "CArchive"]),
    .executableTarget(name: "MinutedExtract", dependencies: ["Extractor"]),

    // What the benchmarks share.
    .target(name: "BenchmarkSupport", path: "Benchmarks/Support"),

    // What Benchmarks/reading runs.
    .executableTarget(
      name: "reading-benchmark",
      dependencies: ["BenchmarkSupport", "Desk", "Lexicon", "Minutes", "Settings"],
      path: "Benchmarks/Reading"),

    // What Benchmarks/formats runs.
    .executableTarget(
      name: "formats-benchmark", dependencies: ["BenchmarkSupport", "Extraction", "Extractor", "Text"],
      path: "Benchmarks/Formats"),

    // C: module maps, and shims for what Swift cannot import.
    .systemLibrary(name: "CSystemd", pkgConfig: "libsystemd", providers: [.apt(["libsystemd-dev"])]),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "COpenCC", pkgConfig: "opencc", providers: [.apt(["libopencc-dev"])]),
    .systemLibrary(name: "CSeccomp", pkgConfig: "libseccomp", providers: [.apt(["libseccomp-dev"])]),
    .systemLibrary(name: "CXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
    .target(name: "CLinux"),

    // Benchmarks/archive: the speed of an archive of a million meetings.
    .executableTarget(
      name: "ArchiveSpeed",
      dependencies: ["Archive", "Diff", "Digest", "Minutes", .product(name: "GRDB", package: "GRDB.swift")],
      path: "Benchmarks/ArchiveSpeed"),

    // Tests.
    .target(
      name: "TestKit", dependencies: ["CLinux", "Minutes", "Lexicon", "Reading", "Text", "Settings"],
      path: "Tests/TestKit"),
    .target(
      name: "Fuzzing",
      dependencies: [
        "CLinux", "Digest", "Extraction", "Extractor", "Inbox", "Lexicon", "Minutes", "Reading", "Settings",
        "Text",
      ], path: "Fuzz",
      exclude: ["Entry.swift", "dictionaries"]),
    .testTarget(name: "FuzzTests", dependencies: ["Fuzzing", "TestKit"]),
    .testTarget(name: "MinutesTests", dependencies: ["Minutes"]),
    .testTarget(name: "LexiconTests", dependencies: ["Lexicon", "Minutes", "TestKit"]),
    .testTarget(name: "TextTests", dependencies: ["Text", "TestKit"]),
    .testTarget(name: "ReadingTests", dependencies: ["Reading", "Text", "Lexicon", "Minutes", "TestKit"]),
    .testTarget(name: "DiffTests", dependencies: ["Diff", "Minutes", "TestKit"]),
    .testTarget(name: "DigestTests", dependencies: ["Digest", "Diff", "Minutes", "TestKit"]),
    .testTarget(name: "PagesTests", dependencies: ["Pages", "Digest", "Diff", "Minutes", "TestKit"]),
    .testTarget(
      name: "ExtractionTests",
      dependencies: [
        "Extraction", "Extractor", "Settings", "TestKit", "CProbes", "MinutedExtract", "ExtractorProbe",
      ]),
    .target(name: "CProbes", path: "Tests/CProbes"),
    .executableTarget(
      name: "ExtractorProbe", dependencies: ["CProbes", "Extraction", "Extractor"],
      path: "Tests/ExtractorProbe"),
    .testTarget(
      name: "DeskTests",
      dependencies: ["Desk", "Extraction", "Lexicon", "Minutes", "Settings", "TestKit", "MinutedExtract"]),
    .testTarget(name: "InboxTests", dependencies: ["Inbox", "CLinux", "TestKit"]),
    .testTarget(
      name: "ArchiveTests",
      dependencies: ["Archive", "Minutes", "TestKit", .product(name: "GRDB", package: "GRDB.swift")]),
    .testTarget(name: "JournalTests", dependencies: ["Journal", "CSystemd", "CLinux", "TestKit"]),
    .testTarget(name: "SettingsTests", dependencies: ["Settings", "Lexicon", "TestKit"]),
    .testTarget(
      name: "ControlTests",
      dependencies: [
        "Archive", "Control", "Daemon", "Desk", "Diff", "Digest", "Lexicon", "Minutes", "Pages", "Reading",
        "Settings", "TestKit",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .testTarget(
      name: "DaemonTests",
      dependencies: [
        "Daemon", "Archive", "Control", "Desk", "Diff", "Digest", "Extraction", "Lexicon", "Minutes",
        "Settings", "TestKit",
        "MinutedExtract", .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .testTarget(name: "LayoutTests", dependencies: ["Digest", "TestKit"]),
    .testTarget(
      name: "EndToEndTests",
      dependencies: ["Digest", "TestKit", .product(name: "GRDB", package: "GRDB.swift")]),
    .testTarget(name: "ZooTests", dependencies: ["TestKit"]),
  ]
)

for target in package.targets where target.type != .system {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ]
}
