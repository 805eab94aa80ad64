// The hatches, lines and dots that tell fills apart without colour (visual-language.md 8.3).

enum Pattern: String, CaseIterable {
    case clientError = "p-4"
    case redirect = "p-3"
    case authorizer = "p-a"
    case functionSecond = "p-ft"
    case functionThird = "p-fi"
    case response = "p-r"

    var paint: Paint {
        switch self {
        case .clientError: .clientError
        case .redirect: .redirect
        case .authorizer: .authorizer
        case .functionSecond: .functionSecond
        case .functionThird: .functionThird
        case .response: .response
        }
    }

    /// Step of the pattern in pixels.
    private var step: Double {
        switch self {
        case .clientError, .redirect: 4
        case .authorizer, .functionSecond, .functionThird: 3.5
        case .response: 5
        }
    }

    private var degrees: Double {
        switch self {
        case .clientError: 45
        case .response: -45
        default: 0
        }
    }

    private var ground: Paint {
        switch self {
        case .clientError: .hatchGround
        case .functionSecond, .functionThird: .functionGround
        default: .pageGround
        }
    }

    func write(to writer: inout ElementWriter) {
        var attributes: [Attribute] = [
            .text("id", rawValue), .number("width", step), .number("height", step),
            .text("patternUnits", "userSpaceOnUse"),
        ]
        if degrees != 0 { attributes.append(.text("patternTransform", "rotate(\(decimal(degrees, places: 0)))")) }
        writer.svg.open("pattern", attributes)
        writer.svg.empty("rect", [.number("width", step), .number("height", step)] + writer.attributes(ground))
        switch self {
        case .clientError: bar(width: 1.3, height: step, .hatchLine, &writer)
        case .redirect: dot(1, .dotRedirect, &writer)
        case .authorizer: bar(width: 1.8, height: step, .lineAuthorizer, &writer)
        case .functionSecond: bar(width: step, height: 1.5, .lineFunction, &writer)
        case .functionThird: dot(0.95, .lineFunction, &writer)
        case .response: bar(width: 2, height: step, .lineResponse, &writer)
        }
        writer.svg.close("pattern")
    }

    private func bar(width: Double, height: Double, _ paint: Paint, _ writer: inout ElementWriter) {
        writer.svg.empty("rect", [.number("width", width), .number("height", height)] + writer.attributes(paint))
    }

    private func dot(_ radius: Double, _ paint: Paint, _ writer: inout ElementWriter) {
        writer.svg.empty(
            "circle",
            [.number("cx", step / 2), .number("cy", step / 2), .number("r", radius)] + writer.attributes(paint))
    }
}

/// The zero-size SVG with all patterns, once per page, right after `<body>`. Its ids start with `p-`.
package func patternDefinitions() -> String {
    var writer = ElementWriter(frame: nil)
    writer.svg.open(
        "svg", [.text("class", "patterns"), .number("width", 0), .number("height", 0), .text("aria-hidden", "true")])
    writer.svg.open("defs")
    for pattern in Pattern.allCases { pattern.write(to: &writer) }
    writer.svg.close("defs")
    writer.svg.close("svg")
    return writer.svg.markup
}
