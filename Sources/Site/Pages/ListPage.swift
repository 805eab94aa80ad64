// A list of failures: the members behind one number.

import MarkdownHTML
import Model

struct ListPage: TemplatePage {
    static let template = "list"

    var kicker: Markdown
    var heading: Markdown
    var intro: Markdown
    var table: RowTable

    static let fields: [TemplateField<ListPage>] = [
        .text("kicker") { $0.kicker }, .text("heading") { $0.heading }, .text("intro") { $0.intro },
        .part("table") { $0.table },
    ]
}

/// What a list is called and where it belongs.
struct ListHead: Sendable {
    var kicker: Markdown
    var heading: Markdown
    var intro: Markdown
    var menu: MenuItem
    /// Down to, and without, the list itself.
    var trail: [FrameLink]
    var name: String
}

/// The pages `numbers` of a list that begins at `path`.
func listParts(
    _ head: ListHead, _ members: [Int], path: String, numbers: Range<Int>, in night: Night
) -> [SitePart] {
    numbers.map { number in
        SitePart {
            var place = PagePlace(path: night.paths.page(number, of: path), menu: head.menu)
            let name = number == 1 ? head.name : "\(head.name), page \(number)"
            place.trail = head.trail + [FrameLink(name: name, path: place.path + ".html")]
            let pages = Pager.pages(members.count)
            let page = ListPage(
                kicker: head.kicker, heading: pages == 1 ? head.heading : "\(head.heading), page \(number) of \(pages)",
                intro: head.intro,
                table: RowTable(members, number: number, path: path, in: night, root: place.root))
            return PageDocument(place: place, page: page).files(night.templates, night.frame)
        }
    }
}

/// All pages of the lists that the overview's numbers link to.
func failureListParts(_ night: Night) -> [SitePart] {
    var lists = night.lists.all
    if !lists.contains(.all) { lists.append(.all) }
    return lists.flatMap { list -> [SitePart] in
        let members = night.lists[list]
        let heading = list.heading(night)
        var trail = [FrameLink(name: "Overview", path: MenuItem.overview.path)]
        if list != .all { trail.append(FrameLink(name: "Failures", path: MenuItem.failures.path)) }
        let head = ListHead(
            kicker: "Failures · \(.text(night.frame.range))",
            heading: "\(.text(counted(members.count, "failure")))\(heading.suffix)",
            intro: "\(heading.intro) \(asChart(list.explorer(night.stretches), root: "../")).", menu: .failures,
            trail: trail, name: heading.name)
        return listParts(head, members, path: list.path, numbers: 1..<Pager.pages(members.count) + 1, in: night)
    }
}

extension FailureList {
    /// After the count in the heading, what it means, and the name in the trail.
    fileprivate func heading(_ night: Night) -> (suffix: Markdown, intro: Markdown, name: String) {
        switch self {
        case .all: ("", "Every failing request, and every failing invocation that belongs to none, in order of time.", "Failures")
        case .clientErrors: (": the client got 4xx", "Requests the client got a status of 400 to 499 for.", "Client errors")
        case .serverErrors: (": the client got 5xx", "Requests the client got a status of 500 or more for.", "Server errors")
        case .functionErrors:
            (": the function failed", "Failures whose invocation the platform recorded as failed.", "Function errors")
        case .cause(let cause):
            (": \(.text(cause.title.lowercasedFirst))", "Failures with this verdict, whatever their endpoint.", cause.title)
        case .outcome(let client, let function):
            (
                ": \(.text(client.words.lowercasedFirst)), \(.text(function.words.lowercasedFirst))",
                "One cell of the table of outcomes on the overview.", "\(client.words), \(function.words.lowercasedFirst)"
            )
        case .stretch(let number):
            (
                ", \(.text("\(night.zone.date(night.stretches.start(number))) \(night.stretches.clock(number, night.zone))"))",
                "Failures of this stretch of time.", night.stretches.clock(number, night.zone)
            )
        }
    }
}
