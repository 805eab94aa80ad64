// Values whose name says that they are secret: `password=...`, `"apiKey":"..."`, `client_secret: ...`.

extension RedactionRule {
    static let secret = RedactionRule(
        name: "secret",
        description: "Values named password, secret, API key, token, session, private key, card, CVV, SSN and the like.",
        example: #"{"user":"ann","password":"hunter2"}"#,
        exampleResult: #"{"user":"ann","password":"[secret#1]"}"#,
        finders: [.keyed(names: secretEndings + shortNames + ambiguousEndings + ambiguousNames, findValue)])

    private static func findValue(_ value: KeyedValue, in text: ScannedText) -> [Range<Int>] {
        if secretEndings.contains(where: value.name.hasSuffix) || shortNames.contains(value.name)
            || shortNames.contains(value.lastWord)
        {
            return text.secretValues(of: value)
        }
        // Names that also stand in messages ("Unexpected token: x", "session: expired") need a value that looks like one.
        if ambiguousEndings.contains(where: value.name.hasSuffix) || ambiguousNames.contains(value.name) {
            return text.secretValues(of: value).filter { $0.count >= 20 || $0.count >= 6 && text.looksRandom($0) }
        }
        return []
    }

    /// Of normalised names: `DB_PASSWORD`, `x-api-key` and `clientSecret` end in these.
    private static let secretEndings = [
        "password", "passwd", "passphrase", "passcode", "passwordconfirmation", "secret", "secretkey", "apikey", "accesstoken",
        "refreshtoken", "idtoken", "authtoken", "privatekey", "signingkey", "encryptionkey", "masterkey", "accountkey",
        "sessionid", "sessid", "cardnumber", "creditcard", "securitycode", "csrftoken", "xsrftoken", "credentials",
    ]

    private static let shortNames: Set<String> = ["pwd", "ssn", "cvv", "cvc", "pan"]
    private static let ambiguousEndings = ["token", "session", "card"]
    private static let ambiguousNames: Set<String> = ["auth", "sid", "pin", "otp", "code", "sig", "jwt", "api key"]
}

extension ScannedText {
    /// The quoted strings or the word behind a name, without what is masked or says that there is nothing.
    func secretValues(of value: KeyedValue) -> [Range<Int>] {
        if isMasked(at: value.start) { return [] }
        if let quoted = quotedValues(at: value.start) {
            // A key in PEM form keeps its BEGIN line: its own rule comes to it next.
            return quoted.filter {
                !isWorthless($0) && !isMasked(at: $0.lowerBound) && !hasPrefix("-----BEGIN ", at: $0.lowerBound)
            }
        }
        let start = unquotedStart(at: value.start)
        if isMasked(at: start) || hasPrefix("-----BEGIN ", at: start) { return [] }
        let plain = plainValue(at: start)
        return isWorthless(plain) ? [] : [plain]
    }

    /// A digit, or capitals behind small letters: what chosen and generated values have and plain words have not.
    func looksRandom(_ range: Range<Int>) -> Bool {
        var seenLower = false
        for byte in bytes[range] {
            if byte.isDigit || byte.isUpper && seenLower { return true }
            if byte.isLower { seenLower = true }
        }
        return false
    }
}
