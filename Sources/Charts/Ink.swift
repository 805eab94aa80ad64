// Colours and weights of text in figures.

/// The raw value is the class in charts.css.
enum Ink: String, CaseIterable {
    /// `--ink-2`, the colour of chart text unless said otherwise.
    case label = "lb"
    /// `--ink-3`: numbers and units of axes.
    case axis = "ax"
    /// Bold ink: names, letters, counts.
    case name = "nm"
    case serverError = "t5"
    case clientError = "t4"
    case function = "tf"
    /// Function text of regular weight.
    case silence = "tq"

    init(_ fill: Fill) {
        switch fill {
        case .serverError: self = .serverError
        case .clientError: self = .clientError
        case .function, .functionSecond, .functionThird: self = .function
        default: self = .name
        }
    }

    var isBold: Bool {
        switch self {
        case .label, .axis, .silence: false
        default: true
        }
    }

    var light: [Attribute] {
        let colour =
            switch self {
            case .label: "#45494e"
            case .axis: "#5f646a"
            case .name: "#17191b"
            case .serverError: "#a82117"
            case .clientError: "#835200"
            case .function, .silence: "#47198a"
            }
        return [.text("fill", colour)] + (isBold ? [.number("font-weight", 600)] : [])
    }
}
