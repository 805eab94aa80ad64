// How many traces stand behind each language, and that no language is without.

import StackTraces
import Testing

private let traces: [Runtime: [Trace]] = [
    .nodejs: nodeTraces,
    .python: pythonTraces,
    .java: javaTraces + kotlinTraces,
    .dotnet: dotNetTraces + dotNetServiceTraces,
    .go: goTraces + goDumpTraces,
    .ruby: rubyTraces + rubyMessageTraces,
    .rust: rustTraces + rustServiceTraces,
    .swift: swiftTraces + swiftCrashTraces,
]

@Test(arguments: Runtime.allCases)
func `at least fifteen different traces of every language are read`(runtime: Runtime) {
    let texts = Set((traces[runtime] ?? []).map(\.text))
    #expect(texts.count >= 15, "\(runtime.rawValue) has \(texts.count)")
}
