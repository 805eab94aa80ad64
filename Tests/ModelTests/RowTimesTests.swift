import Model
import Testing

@Suite struct `Times of rows` {
    @Test func `are the times that were put in, whatever they are`() {
        let times: [Int64] = [
            0, 1_773_266_400_000, 1_773_266_400_000, 1_773_266_400_001, 1_773_266_400_000 + Int64(UInt32.max),
            1_773_266_400_001 + Int64(UInt32.max), 5, .max, .min + 1, -7,
        ]
        #expect(Array(RowTimes(times)) == times)
        #expect(RowTimes(times).count == 10)
    }
}
