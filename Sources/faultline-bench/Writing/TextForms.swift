// Times, numbers and JSON text in the forms in which AWS writes them.

import Model

/// `2026-03-12T09:14:05.128Z`, in one step: a night holds tens of millions of them.
func isoTime(_ milliseconds: Int64) -> String {
    let parts = Timestamp(milliseconds: milliseconds).civil()
    return unsafe String(unsafeUninitializedCapacity: 24) { buffer in
        var index = 0
        func put(_ value: Int, _ digits: Int, _ mark: UInt8) {
            var rest = value
            for position in (index..<index + digits).reversed() {
                unsafe buffer[position] = UInt8(ascii: "0") + UInt8(rest % 10)
                rest /= 10
            }
            unsafe buffer[index + digits] = mark
            index += digits + 1
        }
        put(parts.year, 4, UInt8(ascii: "-"))
        put(parts.month, 2, UInt8(ascii: "-"))
        put(parts.day, 2, UInt8(ascii: "T"))
        put(parts.hour, 2, UInt8(ascii: ":"))
        put(parts.minute, 2, UInt8(ascii: ":"))
        put(parts.second, 2, UInt8(ascii: "."))
        put(parts.millisecond, 3, UInt8(ascii: "Z"))
        return index
    }
}

private let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

/// `12/Mar/2026:09:14:05 +0000`
func commonLogTime(_ milliseconds: Int64) -> String {
    let parts = Timestamp(milliseconds: milliseconds).civil()
    return "\(twoDigits(parts.day))/\(months[parts.month - 1])/\(parts.year):\(twoDigits(parts.hour)):"
        + "\(twoDigits(parts.minute)):\(twoDigits(parts.second)) +0000"
}

/// `20260312T091405Z`
func compactTime(_ milliseconds: Int64) -> String {
    let parts = Timestamp(milliseconds: milliseconds).civil()
    return "\(parts.year)\(twoDigits(parts.month))\(twoDigits(parts.day))T\(twoDigits(parts.hour))\(twoDigits(parts.minute))"
        + "\(twoDigits(parts.second))Z"
}

/// `2026/03/12`
func streamDate(_ milliseconds: Int64) -> String {
    let parts = Timestamp(milliseconds: milliseconds).civil()
    return "\(parts.year)/\(twoDigits(parts.month))/\(twoDigits(parts.day))"
}

func twoDigits(_ value: Int) -> String { value < 10 ? "0" + String(value) : String(value) }

/// `41.07` from 4107.
func hundredths(_ value: Int) -> String { String(value / 100) + "." + twoDigits(value % 100) }

func orDash(_ value: Int) -> String { value == 0 ? "-" : String(value) }

extension String {
    /// Appends as a JSON string with quotes.
    mutating func appendJSON(_ text: String) {
        append("\"")
        var clean = true
        for byte in text.utf8 where byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
            clean = false
            break
        }
        if clean {
            append(text)
        } else {
            for scalar in text.unicodeScalars {
                switch scalar {
                case "\"": append("\\\"")
                case "\\": append("\\\\")
                case "\n": append("\\n")
                case "\r": append("\\r")
                case "\t": append("\\t")
                default: unicodeScalars.append(scalar)
                }
            }
        }
        append("\"")
    }
}

func json(_ text: String) -> String {
    var result = ""
    result.appendJSON(text)
    return result
}

/// `["a","b"]`
func json(_ texts: [String]) -> String { "[" + texts.map { json($0) }.joined(separator: ",") + "]" }

private let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]

/// `Thu, 12 Mar 2026 09:14:05 GMT`
func httpDate(_ milliseconds: Int64) -> String {
    let parts = Timestamp(milliseconds: milliseconds).civil()
    let weekday = weekdays[Int(milliseconds / 86_400_000 % 7)]
    return "\(weekday), \(twoDigits(parts.day)) \(months[parts.month - 1]) \(parts.year) \(twoDigits(parts.hour)):"
        + "\(twoDigits(parts.minute)):\(twoDigits(parts.second)) GMT"
}
