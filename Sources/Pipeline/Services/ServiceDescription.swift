// What deployment files say of a service that its logs do not: names, routes, and the template of its access log.

package struct ServiceDescription: Sendable {
    /// A function's name as it is deployed, with `*` for what the file does not know, and the name it has in the file.
    package var functions: [(deployed: String, name: String)] = []
    /// Route keys, `GET /orders/{id}`.
    package var routes: [String] = []
    package var accessLogFormats: [String] = []

    package init() {}

    package mutating func add(_ other: ServiceDescription) {
        functions += other.functions
        routes += other.routes.filter { !routes.contains($0) }
        accessLogFormats += other.accessLogFormats.filter { !accessLogFormats.contains($0) }
    }

    /// The file's name of a deployed function; nil when none fits or two do.
    package func functionName(_ deployed: String) -> String? {
        let found = Set(functions.filter { matches(deployed[...], $0.deployed[...]) }.map(\.name))
        return found.count == 1 ? found.first : nil
    }
}

/// `*` is any text, also none; `?` is a letter or digit of the twelve or more that CloudFormation makes up.
private func matches(_ text: Substring, _ pattern: Substring) -> Bool {
    guard let first = pattern.first else { return text.isEmpty }
    if first == "*" {
        let rest = pattern.dropFirst()
        return rest.isEmpty || text.indices.contains { matches(text[$0...], rest) } || matches("", rest)
    }
    guard let letter = text.first else { return false }
    let isSame = first == "?" ? letter.isASCII && (letter.isLetter || letter.isNumber) : letter == first
    return isSame && matches(text.dropFirst(), pattern.dropFirst())
}
