// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "faultline",
    products: [
        .executable(name: "faultline", targets: ["faultline"]),
        .executable(name: "faultline-bench", targets: ["faultline-bench"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // C and C++ libraries of the system, each behind one named target.
        .systemLibrary(name: "CCmark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
        .target(name: "CSimdJSON", linkerSettings: [.linkedLibrary("simdjson")]),
        .target(name: "CRE2", linkerSettings: [.linkedLibrary("re2")]),
        .systemLibrary(name: "CISAL", pkgConfig: "libisal", providers: [.apt(["libisal-dev"])]),
        .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
        .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),

        // The rooms, from the vocabulary upwards.
        .target(name: "Workers"),
        .target(name: "Model"),
        .target(name: "Ingest", dependencies: ["Model", "CSimdJSON", "CISAL", "CZstd"]),
        .target(name: "Correlation", dependencies: ["Model", "Workers"]),
        .target(name: "StackTraces"),
        .target(name: "Diagnosis", dependencies: ["Model", "StackTraces"]),
        .target(name: "Aggregation", dependencies: ["Model", "Workers"]),
        .target(name: "Redaction", dependencies: ["CRE2"]),
        .target(name: "Charts"),
        .target(name: "MarkdownHTML", dependencies: ["CCmark"]),
        .target(
            name: "BuiltInTemplates", path: "Templates",
            resources: [.embedInCode("pages"), .embedInCode("advice")]),
        .target(
            name: "BuiltInThemes", path: "Themes",
            resources: [.embedInCode("standard")]),
        .target(
            name: "Site",
            dependencies: [
                "Model", "Workers", "Charts", "MarkdownHTML", "Redaction", "CCrypto",
                .product(name: "Mustache", package: "swift-mustache"),
            ]),
        .target(
            name: "Pipeline",
            dependencies: [
                "Model", "Ingest", "Correlation", "Diagnosis", "Aggregation", "Redaction", "Site",
                "BuiltInTemplates", "BuiltInThemes",
                .product(name: "Yams", package: "Yams"),
            ]),

        // The terminal.
        .executableTarget(
            name: "faultline",
            dependencies: [
                "Pipeline", "Model", "Site",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            // Takes the place of malloc by being linked. That of glibc gets dearer as a heap grows: a night of 100,000 failures takes half as
            // long again with it.
            linkerSettings: [.linkedLibrary("mimalloc")]),
        .executableTarget(
            name: "faultline-bench",
            dependencies: [
                "Pipeline", "Ingest", "Model", "Site", "CISAL", "CZstd",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),

        .testTarget(name: "WorkersTests", dependencies: ["Workers"]),
        .testTarget(name: "ModelTests", dependencies: ["Model"]),
        .testTarget(name: "IngestTests", dependencies: ["Ingest", "Model"]),
        .testTarget(name: "CorrelationTests", dependencies: ["Correlation", "Model"]),
        .testTarget(name: "StackTracesTests", dependencies: ["StackTraces"]),
        .testTarget(name: "DiagnosisTests", dependencies: ["Diagnosis", "Model"]),
        .testTarget(name: "AggregationTests", dependencies: ["Aggregation", "Model"]),
        .testTarget(name: "RedactionTests", dependencies: ["Redaction"]),
        .testTarget(name: "ChartsTests", dependencies: ["Charts"]),
        .testTarget(name: "MarkdownHTMLTests", dependencies: ["MarkdownHTML"]),
        .testTarget(name: "SiteTests", dependencies: ["Site", "Model", "Redaction", "BuiltInTemplates", "BuiltInThemes"]),
        .testTarget(name: "PipelineTests", dependencies: ["Pipeline", "Ingest", "Diagnosis", "Model", "Redaction"]),
        .testTarget(name: "CommandTests", dependencies: ["Model", "Redaction"]),
    ],
    swiftLanguageModes: [.v6],
    cxxLanguageStandard: .cxx17
)

// One place for what holds in every Swift target.
for target in package.targets where ![.system, .plugin].contains(target.type) && !["CSimdJSON", "CRE2"].contains(target.name) {
    target.swiftSettings = [
        .strictMemorySafety(),
        .treatAllWarnings(as: .error),
        .enableUpcomingFeature("ExistentialAny"),  // SE-0335
        .enableUpcomingFeature("InternalImportsByDefault"),  // SE-0409
        .enableUpcomingFeature("MemberImportVisibility"),  // SE-0444
    ]
}
