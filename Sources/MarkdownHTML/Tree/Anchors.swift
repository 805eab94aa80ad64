// The ids of one page: stable, readable, each given once.

struct Anchors {
    private var taken: Set<String> = ["main", "top"]
    private var counts: [String: Int] = [:]

    /// A section's id from its title: lower-case ASCII words joined by `-`. Numbers are left out, so that "Where the 1,327 failures arose"
    /// keeps its id the next night. A second section of the same name gets `-2`.
    mutating func slug(for title: String) -> String {
        var joined: [UInt8] = []
        joined.reserveCapacity(title.utf8.count + 1)
        var words = 0
        /// Where the open word begins, behind its hyphen.
        var start = 0
        func endWord() {
            guard joined.count > start else { return }
            if words < 8, !joined[start...].allSatisfy(isDigit) {
                words += 1
                joined.append(UInt8(ascii: "-"))
                start = joined.count
            } else {
                joined.removeLast(joined.count - start)
            }
        }
        for byte in title.utf8 {
            if isAlphanumeric(byte) {
                joined.append(isUpperLetter(byte) ? byte + 32 : byte)
            } else if byte != UInt8(ascii: ",") && byte != UInt8(ascii: ".") {
                endWord()
            }
        }
        endWord()
        // The hyphen behind the last word.
        if words > 0 { joined.removeLast() }
        let base = joined.isEmpty ? "section" : String(decoding: joined.prefix(64), as: UTF8.self)
        while true {
            let count = counts[base, default: 0] + 1
            counts[base] = count
            let candidate = count == 1 ? base : "\(base)-\(count)"
            if taken.insert(candidate).inserted { return candidate }
        }
    }

    /// A table row's id from the text that heads it, digits included: `row-02-17-43-512`.
    mutating func row(for text: String) -> String {
        var words = 0
        var isInWord = false
        var bytes = Array("row-".utf8)
        for byte in text.utf8 where bytes.count < longestRow {
            guard isAlphanumeric(byte) else {
                isInWord = false
                continue
            }
            if !isInWord {
                guard words < 12 else { break }
                if words > 0 { bytes.append(UInt8(ascii: "-")) }
                words += 1
                isInWord = true
            }
            bytes.append(isUpperLetter(byte) ? byte + 32 : byte)
        }
        let base = String(decoding: bytes.prefix(longestRow), as: UTF8.self)
        while true {
            let count = counts[base, default: 0] + 1
            counts[base] = count
            let candidate = count == 1 ? base : "\(base)-\(count)"
            if taken.insert(candidate).inserted { return candidate }
        }
    }

    /// Whether the id was still free; it is taken now.
    mutating func claim(_ id: String) -> Bool { taken.insert(id).inserted }
}

private let longestRow = 52
