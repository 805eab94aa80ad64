// How marks look: a class on the page, where the style sheet colours it, and literal light colours in a file of its own.

/// The raw value is the class in charts.css.
enum Paint: String, CaseIterable {
    // Fills of data (visual-language.md 8.3).
    case serverError = "p5"
    case clientError = "p4"
    case redirect = "p3"
    case ok = "p2"
    case edge = "pe"
    case gateway = "pg"
    case authorizer = "pa"
    case function = "pf"
    case functionSecond = "pft"
    case functionThird = "pfi"
    case response = "pr"
    case neutral = "pn"
    // Grounds and lines inside patterns.
    case hatchGround = "k4"
    case hatchLine = "h4"
    case pageGround = "kp"
    case dotRedirect = "h3"
    case lineAuthorizer = "ha"
    case functionGround = "kf"
    case lineFunction = "hf"
    case lineResponse = "hr"
    // Parts of a timeline.
    case waiting = "tw"
    case silent = "ts"
    case authorizerPart = "ta"
    case warning = "mw"
    case answerServerError = "a5"
    case answerClientError = "a4"
    // Furniture.
    case grid = "gl"
    case base = "bl"
    case tick = "tk"
    case leader = "ld"
    case marker = "dm"
    case limit = "lm"
    case band = "bd"
    case axisBand = "ab"
    case trunk = "tr"
    case cut = "ct"
    case quiet = "sm"
    case faint = "rt"
    /// Not seen; a pointer finds it.
    case ground = "hit"

    init(_ fill: Fill) {
        switch fill {
        case .serverError: self = .serverError
        case .clientError: self = .clientError
        case .redirect: self = .redirect
        case .ok: self = .ok
        case .edge: self = .edge
        case .gateway: self = .gateway
        case .authorizer: self = .authorizer
        case .function: self = .function
        case .functionSecond: self = .functionSecond
        case .functionThird: self = .functionThird
        case .response: self = .response
        case .neutral: self = .neutral
        }
    }

    /// Drawn with a 1 px line around it.
    var isEdged: Bool { edgeColour != nil }

    /// The light colour of that line, and of the whole mark where it is too thin for its pattern.
    private var edgeColour: String? {
        switch self {
        case .clientError: "#b57600"
        case .redirect: "#6f7f95"
        case .ok: "#85898e"
        case .edge: "#7f848a"
        case .authorizer: "#0d5548"
        case .functionSecond, .functionThird: "#47198a"
        case .response: "#a8338f"
        default: nil
        }
    }
}

/// Presentation attributes with the light colours of visual-language.md 2.
extension Paint {
    var light: [Attribute] {
        switch self {
        case .serverError: Self.fill("#b3231a")
        case .clientError: Self.fill("url(#p-4)", edge: edgeColour)
        case .redirect: Self.fill("url(#p-3)", edge: edgeColour)
        case .ok: Self.fill("#d9dbd8", edge: edgeColour)
        case .edge: Self.fill("#fcfcfa", edge: edgeColour)
        case .gateway: Self.fill("#2886da")
        case .authorizer: Self.fill("url(#p-a)", edge: edgeColour)
        case .function: Self.fill("#47198a")
        case .functionSecond: Self.fill("url(#p-ft)", edge: edgeColour)
        case .functionThird: Self.fill("url(#p-fi)", edge: edgeColour)
        case .response: Self.fill("url(#p-r)", edge: edgeColour)
        case .neutral, .faint: Self.fill("#5f646a")
        case .hatchGround: Self.fill("#fbf1dc")
        case .hatchLine: Self.fill("#b57600")
        case .pageGround, .cut: Self.fill("#fcfcfa")
        case .dotRedirect: Self.fill("#6f7f95")
        case .lineAuthorizer: Self.fill("#0d5548")
        case .functionGround: Self.fill("#f0edf9")
        case .lineFunction: Self.fill("#47198a")
        case .lineResponse: Self.fill("#a8338f")
        case .waiting: Self.fill("#e6f1fb", edge: "#2886da")
        case .silent: Self.fill("#f0edf9", edge: "#47198a")
        case .authorizerPart: Self.fill("#0d5548")
        case .warning: Self.fill("#fcfcfa", edge: "#835200", width: 1.5)
        case .answerServerError: Self.stroke("#b3231a", width: 2)
        case .answerClientError: Self.stroke("#b57600", width: 2)
        case .grid: Self.stroke("#dfdfd8")
        case .base: Self.stroke("#45494e")
        case .tick: Self.stroke("#85877f")
        case .leader: Self.fill("none", edge: "#85877f")
        case .marker: Self.stroke("#45494e", dashes: "2 3")
        case .limit: Self.stroke("#17191b", width: 1.5)
        case .band: Self.fill("#ebebe6")
        case .axisBand: Self.fill("#f4f4f0")
        case .trunk, .quiet: Self.fill("#3d4247")
        case .ground: Self.fill("none")
        }
    }

    /// The fill without its pattern: solid, in the colour of its edge.
    var plainLight: [Attribute] {
        edgeColour.map { Self.fill($0) } ?? light
    }

    private static func fill(_ fill: String, edge: String? = nil, width: Double = 1) -> [Attribute] {
        guard let edge else { return [.text("fill", fill)] }
        return [.text("fill", fill)] + stroke(edge, width: width)
    }

    private static func stroke(_ colour: String, width: Double = 1, dashes: String? = nil) -> [Attribute] {
        var result: [Attribute] = [.text("stroke", colour)]
        if width != 1 { result.append(.number("stroke-width", width)) }
        if let dashes { result.append(.text("stroke-dasharray", dashes)) }
        return result
    }
}
