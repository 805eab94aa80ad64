// Signatures of AWS requests: presigned URLs and AWS4-HMAC-SHA256 headers.

extension RedactionRule {
    static let awsSignature = RedactionRule(
        name: "aws-signature",
        description: "Signature and credential of presigned URLs and of signed AWS requests.",
        example: "GET /report.csv?X-Amz-Expires=300&X-Amz-Signature=0f1e2d3c4b5a69788796a5b4c3d2e1f0",
        exampleResult: "GET /report.csv?X-Amz-Expires=300&X-Amz-Signature=[aws-signature#1]",
        finders: [.keyed(names: ["signature", "credential"], findPart)])

    private static func findPart(_ value: KeyedValue, in text: ScannedText) -> [Range<Int>] {
        switch value.name {
        case "xamzsignature", "xamzcredential": return text.secretValues(of: value)
        case "signature", "credential":
            // Ordinary words elsewhere: "signature: expected 2 arguments".
            return text.secretValues(of: value).filter { $0.count >= 16 && text.looksRandom($0) }
        default: return []
        }
    }
}
