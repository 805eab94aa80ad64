// One entry for all fuzz targets: bytes are handed to the one that the environment names.

import Glibc

nonisolated(unsafe) private var target: (_ bytes: [UInt8]) -> Void = { readContainer($0, format: "auto") }

@_cdecl("LLVMFuzzerInitialize")
public func initialise(_: UnsafeMutablePointer<Int32>, _: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>>>)
    -> Int32
{
    guard let name = unsafe getenv("FAULTLINE_FUZZ_TARGET").map({ unsafe String(cString: $0) }) else { return 0 }
    switch name {
    case "markdown": unsafe target = markdownPage
    case "redactor": unsafe target = redacting
    case "traces": unsafe target = tracesAndMessages
    case let record where record.hasPrefix("record:"): unsafe target = { readRecords($0, kind: String(record.dropFirst(7))) }
    default: unsafe target = { readContainer($0, format: name) }
    }
    return 0
}

@_cdecl("LLVMFuzzerTestOneInput")
public func testOne(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int32 {
    unsafe target(Array(UnsafeBufferPointer(start: bytes, count: count)))
    return 0
}

/// What does not hold ends the process, which makes the input a finding.
func expect(_ holds: Bool, _ what: @autoclosure () -> String) {
    if !holds { fatalError(what()) }
}
