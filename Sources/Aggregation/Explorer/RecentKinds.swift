// Kinds of rows that were met lately.

import Model

/// The kinds of late, so that a row costs a comparison and no hash: a newer kind may push out an older one.
struct RecentKinds {
    private var entries = [(kind: RowKind, number: UInt32)?](repeating: nil, count: 1 << 10)

    subscript(kind: RowKind) -> UInt32? {
        get {
            guard let entry = entries[slot(kind)], entry.kind == kind else { return nil }
            return entry.number
        }
        set { entries[slot(kind)] = newValue.map { (kind, $0) } }
    }

    /// What differs most between healthy requests.
    private func slot(_ kind: RowKind) -> Int {
        var mixed =
            kind.endpoint &* 0x9E37_79B1 ^ kind.version &* 0x85EB_CA77 ^ UInt32(UInt16(bitPattern: kind.status)) &* 0xC2B2_AE3D
        if kind.coldStart == true { mixed ^= 0x27D4_EB2F }
        if kind.hasUUID { mixed ^= 0x1656_67B1 }
        return Int(mixed >> 22)
    }
}
