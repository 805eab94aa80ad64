// Statuses and states as badges (visual-language.md 7.13).

/// A three-digit HTTP status, 100 to 599.
struct StatusBadge {
    private let text: ArraySlice<UInt8>

    init?(_ text: ArraySlice<UInt8>) {
        guard text.count == 3, text.allSatisfy(isDigit), let first = text.first, first >= UInt8(ascii: "1"),
            first <= UInt8(ascii: "5")
        else { return nil }
        self.text = text
    }

    init?(_ text: [UInt8]) { self.init(text[...]) }

    func append(to html: inout HTML) {
        html.markup("<span class=\"status s")
        html.text(text.prefix(1))
        html.markup("\">")
        html.text(text)
        html.markup("</span>")
    }

    var node: Node {
        var html = HTML()
        append(to: &html)
        return .inline(html)
    }
}

/// A word of the fixed vocabulary, set in bold by the template.
struct StateBadge {
    private let text: String
    private let name: StaticString

    init?(_ text: String) {
        switch text {
        case "New": name = "new"
        case "Back": name = "back"
        case "Worse": name = "worse"
        case "Gone": name = "gone"
        case "Better": name = "better"
        case "Known": name = "known"
        case "Muted": name = "muted"
        case "Bad night": name = "bad"
        case "Watch": name = "watch"
        case "Ok": name = "ok"
        default: return nil
        }
        self.text = text
    }

    var node: Node {
        var html = HTML()
        html.markup("<strong class=\"state ")
        html.markup(name)
        html.markup("\">")
        html.text(text)
        html.markup("</strong>")
        return .inline(html)
    }
}
