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
}
