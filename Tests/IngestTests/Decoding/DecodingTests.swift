import Ingest
import Testing

private let text = "START RequestId: a Version: 1\nEND RequestId: a\n"
private let events = ["|| START RequestId: a Version: 1", "|| END RequestId: a"]

@Suite struct DecodingTests {
    @Test func `plain text comes as it is, with its size`() throws {
        let result = try framed(text)
        #expect(result.calls == events)
        #expect(result.outcome.bytes == 47)
        #expect(result.outcome.textBytes == 47)
        #expect(result.outcome.problem == nil)
    }

    @Test func `gzip is told by its magic bytes, not by the name`() throws {
        let result = try framed(gzip(text), name: "delivery-2026-03-12")
        #expect(result.calls == events)
        #expect(result.outcome.bytes == Int64(gzip(text).count))
        #expect(result.outcome.textBytes == 47)
    }

    @Test func `a member made by the gzip command is read, name and deflate codes included`() throws {
        // gzip of 200 times "END RequestId: a\n", with a file name in the header.
        let member: [UInt8] = [
            0x1f, 0x8b, 0x08, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x03, 0x6c, 0x69, 0x6e, 0x65, 0x73, 0x00,
            0x73, 0xf5, 0x73, 0x51, 0x08, 0x4a, 0x2d, 0x2c, 0x4d, 0x2d, 0x2e, 0xf1, 0x4c, 0xb1, 0x52, 0x48,
            0xe4, 0x72, 0x1d, 0x15, 0x18, 0x15, 0x18, 0x15, 0x18, 0x15, 0x18, 0x15, 0x18, 0x15, 0x18, 0x15,
            0x18, 0x15, 0x18, 0x15, 0x18, 0x15, 0x18, 0x15, 0x18, 0x15, 0x18, 0x15, 0xc0, 0x27, 0x00, 0x00,
            0x10, 0xe0, 0x8b, 0x10, 0x48, 0x0d, 0x00, 0x00,
        ]
        let result = try framed(member)
        #expect(result.calls.count == 200)
        #expect(Set(result.calls) == ["|| END RequestId: a"])
        #expect(result.outcome.problem == nil)
    }

    @Test func `all members of a gzip file are read, and the padding behind them is passed over`() throws {
        let result = try framed(gzip("END RequestId: a\n") + gzip("") + gzip("END RequestId: b\n") + [0, 0, 0, 0, 0])
        #expect(result.calls == ["|| END RequestId: a", "|| END RequestId: b"])
        #expect(result.outcome.problem == nil)
    }

    @Test func `gzip in gzip in gzip is taken off, a fourth layer is not`() throws {
        let three = gzip(gzip(gzip(text)))
        #expect(try framed(three).calls == events)
        let four = try framed(gzip(three))
        #expect(four.calls == ["rejected: compressed more often than three times"])
    }

    @Test func `zstd frames are read, also several, also around gzip`() throws {
        #expect(
            try framed(zstd("END RequestId: a\n") + zstd("END RequestId: b\n")).calls == [
                "|| END RequestId: a", "|| END RequestId: b",
            ])
        #expect(try framed(gzip(zstd(text))).calls == events)
    }

    @Test func `a frame made by the zstd command is read, with its checksum`() throws {
        let frame: [UInt8] = [
            0x28, 0xb5, 0x2f, 0xfd, 0x64, 0x48, 0x0c, 0xcd, 0x00, 0x00, 0x88, 0x45, 0x4e, 0x44, 0x20, 0x52,
            0x65, 0x71, 0x75, 0x65, 0x73, 0x74, 0x49, 0x64, 0x3a, 0x20, 0x61, 0x0a, 0x01, 0x00, 0x69, 0x4a,
            0xfe, 0x5c, 0x02, 0x3a, 0xd8, 0x78, 0x32,
        ]
        let result = try framed(frame)
        #expect(result.calls.count == 200)
        #expect(result.outcome.problem == nil)
        var damaged = frame
        damaged[damaged.count - 1] ^= 1
        let broken = try framed(damaged)
        #expect(broken.outcome.problem?.hasPrefix("zstd stream has a wrong checksum") == true)
    }

    @Test func `a gzip stream that is cut gives what came before and says where it ends`() throws {
        let whole = gzip(text)
        let result = try framed(Array(whole[..<50]))
        // Ten bytes of header and five of block header stand before the text.
        #expect(result.calls == ["|| START RequestId: a Version: 1", "|| END R"])
        #expect(result.outcome.problem == "gzip stream ends early at byte 50")
    }

    @Test func `a gzip stream cut anywhere is reported, and its whole lines are there`() throws {
        let whole = gzip(text)
        for cut in 2..<whole.count {
            let result = try framed(Array(whole[..<cut]))
            #expect(result.outcome.problem == "gzip stream ends early at byte \(cut)", "cut at \(cut)")
            if cut >= 15 + 30 { #expect(result.calls.first == events[0], "cut at \(cut)") }
        }
    }

    @Test func `a zstd stream cut anywhere is reported`() throws {
        let whole = zstd(text)
        for cut in 4..<whole.count {
            let result = try framed(Array(whole[..<cut]))
            #expect(result.outcome.problem == "zstd stream ends early at byte \(cut)", "cut at \(cut)")
        }
    }

    @Test func `a wrong checksum is reported after the text`() throws {
        var bytes = gzip(text)
        bytes[bytes.count - 8] ^= 0xff
        let result = try framed(bytes)
        #expect(result.calls == events)
        #expect(result.outcome.problem == "gzip stream has a wrong checksum before byte \(bytes.count)")
    }

    @Test func `a damaged block is reported and what came before it is there`() throws {
        let result = try framed(gzip(text) + gzip("x")[..<10] + [0x07, 0xff, 0xff, 0xff])
        #expect(result.calls == events)
        #expect(result.outcome.problem?.hasPrefix("gzip stream is damaged before byte") == true)
    }

    @Test func `what follows the last member is reported`() throws {
        let bytes = gzip(text)
        let result = try framed(bytes + Array("junk".utf8))
        #expect(result.calls == events)
        #expect(result.outcome.problem == "gzip stream is followed by something else at byte \(bytes.count)")
    }

    @Test func `a missing file is a problem and no event`() {
        let result = framed(["/nonexistent/a.gz"])
        #expect(result.calls == [])
        #expect(result.outcome.format == nil)
        #expect(result.outcome.problem == "no such file or directory")
    }

    @Test func `one broken chunk does not keep the next from being read`() throws {
        let scratch = try ScratchFolder()
        let first = scratch.file("000000.gz", Array(gzip("END RequestId: a\nEND RequestId: b\n")[..<40]))
        let second = scratch.file("000001.gz", gzip("END RequestId: c\n"))
        let result = framed([first, second])
        #expect(result.calls == ["|| END RequestId: a", "|| END Requ", "|| END RequestId: c"])
        #expect(result.outcome.problem == "'\(first)': gzip stream ends early at byte 40")
    }

    @Test func `what was made to expand without end is given up`() throws {
        // A zstd frame of run-length blocks: 128 KiB of text for four bytes on disk.
        var bytes: [UInt8] = [0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x50]
        let blocks = 8192
        for block in 0..<blocks {
            let header = (128 << 10) << 3 | 1 << 1 | (block == blocks - 1 ? 1 : 0)
            bytes += [UInt8(header & 255), UInt8(header >> 8 & 255), UInt8(header >> 16), UInt8(ascii: "x")]
        }
        let result = try framed(bytes)
        #expect(result.calls == ["rejected: event longer than 16 MiB"])
        #expect(result.outcome.problem == "text expands to more than 2000 times its size on disk")
        #expect(result.outcome.textBytes < 300 << 20)
    }
}
