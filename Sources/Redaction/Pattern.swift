// A pattern that a team added, compiled by RE2: time in proportion to the text, so that no log line can make it slow.

import CRE2

final class Pattern: Sendable {
    /// The address of what `fl_pattern_create` made. Nothing changes it after that and RE2 may be asked from any thread, so a number is
    /// shared and not a pointer.
    private let address: UInt

    /// - Throws: `RedactionRuleProblem` with RE2's own words.
    init(_ pattern: String) throws(RedactionRuleProblem) {
        var why = [CChar](repeating: 0, count: 200)
        let bytes = Array(pattern.utf8)
        let made = unsafe bytes.withUnsafeBufferPointer { text in
            unsafe why.withUnsafeMutableBufferPointer { error in
                unsafe fl_pattern_create(text.baseAddress, text.count, error.baseAddress, error.count)
            }
        }
        guard let made = unsafe made else {
            let words = String(decoding: why.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
            throw RedactionRuleProblem("'\(pattern)' is not a pattern: \(words)")
        }
        address = UInt(bitPattern: made)
    }

    deinit { unsafe fl_pattern_destroy(OpaquePointer(bitPattern: address)) }

    /// What is to be replaced, in order, none of them empty: the first group of each match, or all of it when it has none.
    func values(in text: [UInt8]) -> [Range<Int>] {
        var values: [Range<Int>] = []
        var from = 0
        while from <= text.count {
            var start = 0
            var end = 0
            var next = 0
            let found = unsafe text.withUnsafeBufferPointer { bytes in
                unsafe fl_pattern_find(
                    OpaquePointer(bitPattern: address), bytes.baseAddress, bytes.count, from, &start, &end, &next)
            }
            guard found != 0 else { break }
            if start < end, start >= values.last?.upperBound ?? 0 { values.append(start..<end) }
            from = next
        }
        return values
    }
}
