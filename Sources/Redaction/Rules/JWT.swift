// JSON Web Tokens, whole, unsigned, or cut anywhere behind the first few bytes.

extension RedactionRule {
    static let jwt = RedactionRule(
        name: "jwt",
        description: "JSON Web Tokens, whole or cut.",
        example: "token is eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbm4ifQ.c2lnbmF0dXJl for ann",
        exampleResult: "token is [jwt#1] for ann",
        finders: [.shaped(triggers: "e", findToken)])

    private static func findToken(in text: ScannedText, at index: Int) -> Finding? {
        guard text[index + 1] == UInt8(ascii: "y"), text[index + 2] == UInt8(ascii: "J"), text.startsWord(at: index) else {
            return nil
        }
        let header = text.runEnd(from: index) { $0.isBase64URL }
        guard text[header] == UInt8(ascii: "."), header - index >= 11 else {
            // Cut within its first part. Ids of the gateway are 16 bytes at most and must stay.
            return header - index >= 20 ? Finding(index..<header) : nil
        }
        let payload = text.runEnd(from: header + 1) { $0.isBase64URL }
        guard payload > header + 1 else { return header - index >= 20 ? Finding(index..<header) : nil }
        guard text[payload] == UInt8(ascii: ".") else { return Finding(index..<payload) }
        return Finding(index..<text.runEnd(from: payload + 1) { $0.isBase64URL })
    }
}
