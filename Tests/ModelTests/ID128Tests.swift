import Model
import Testing

@Suite struct `Ids as 128 bits` {
    @Test(arguments: [
        "5f0c1d8e-1111-4222-8333-9a4b5c6d7e8f", "AbCdEfGhIAMEPQ=", "XyZabCdEIAMEabc=", "UUID", "1-8", "abc-123",
    ])
    func `of UUIDs and short ids turn back into text`(text: String) {
        #expect(ID128(text).text == text)
        #expect(ID128(text).hex.utf8.count == 32)
    }

    @Test func `upper case in a UUID is the same id`() {
        #expect(ID128("5F0C1D8E-1111-4222-8333-9A4B5C6D7E8F") == ID128("5f0c1d8e-1111-4222-8333-9a4b5c6d7e8f"))
    }

    @Test(arguments: ["", "-"])
    func `of nothing are none`(text: String) {
        #expect(ID128(text).isNone)
        #expect(ID128(text).text == nil)
    }

    @Test func `of long ids are hashes that differ and have no text`() {
        let one = ID128("UUID_REPLACED_INVALID_REQUEST_ID")
        #expect(!one.isNone)
        #expect(one.text == nil)
        #expect(one != ID128("UUID_REPLACED_INVALID_REQUEST_IE"))
        #expect(one == ID128("UUID_REPLACED_INVALID_REQUEST_ID"))
    }

    @Test(arguments: [
        "1-69b28a1d-00112233445566778899aabb", "Root=1-69b28a1d-00112233445566778899aabb",
        "Self=1-69b28a1d-ffffffffffffffffffffffff;Root=1-69b28a1d-00112233445566778899aabb;Sampled=1",
        "root=1-69b28a1d-00112233445566778899aabb;sampled=0",
    ])
    func `of traces are the same however the root is spelled`(text: String) {
        #expect(ID128(trace: text) == ID128(high: 0x69b2_8a1d_0011_2233, low: 0x4455_6677_8899_aabb))
    }

    @Test(arguments: ["", "1-69b28a1d", "2-69b28a1d-00112233445566778899aabb", "1-69b28a1d-00112233445566778899aabx"])
    func `of what is no trace are nil`(text: String) {
        #expect(ID128(trace: text) == nil)
    }
}

@Suite struct `Names` {
    @Test func `are numbers that mean the same text until they are merged`() {
        var one = NameTable()
        var other = NameTable()
        let orders = one.intern("orders")
        _ = other.intern("users")
        let ordersThere = other.intern("orders")
        #expect(orders != ordersThere)
        let renamed = one.absorb(other)
        #expect(renamed[Int(ordersThere.index)] == orders)
        #expect(one.texts == ["", "orders", "users"])
    }

    @Test func `of nothing are none`() {
        var table = NameTable()
        #expect(table.intern("-").isNone)
        #expect(table.intern("").isNone)
        #expect(table.text(.none) == nil)
    }

    @Test func `every digit of a UUID is read in its place, in either case`() {
        let digits = Array("0123456789abcdef")
        for place in 0..<32 {
            // The variant bits of RFC 4122 stand in the seventeenth digit.
            for value in place == 16 ? 8..<12 : 0..<16 {
                var hex = Array("00000000000000008000000000000000")
                hex[place] = digits[value]
                var text = String(hex)
                for dash in [20, 16, 12, 8] { text.insert("-", at: text.index(text.startIndex, offsetBy: dash)) }
                #expect(ID128(text).hex == String(hex))
                #expect(ID128(text.uppercased()).hex == String(hex))
            }
        }
    }

    @Test func `a text with another byte among its digits is no UUID`() {
        let uuid = Array("4f1d0c2a-9b7e-4c3d-8a5f-6e2b1d0c9a8f".utf8)
        // The neighbours of digits and letters, and bytes of other texts.
        let others: [UInt8] = [0x00, 0x20, 0x2F, 0x3A, 0x40, 0x47, 0x60, 0x67, 0x7F, 0x80, 0xB0, 0xC1, 0xFF]
        for place in uuid.indices {
            for other in others {
                var bytes = uuid
                bytes[place] = other
                #expect(ID128(uuid: bytes.span) == nil, "\(other) at \(place)")
            }
        }
        #expect(ID128(uuid: uuid.span) != nil)
    }
}
