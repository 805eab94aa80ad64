// The lists of all endpoints, all functions and all groups.

import MarkdownHTML
import Model

struct EndpointsPage: TemplatePage {
    static let template = "endpoints"
    var kicker: Markdown
    var heading: Markdown
    var endpoints: [EndpointRow]
    var endpointsTotal: EndpointRow?
    var pages: Markdown?

    static let fields: [TemplateField<EndpointsPage>] = [
        .text("kicker") { $0.kicker }, .text("heading") { $0.heading }, .flag("hasEndpoints") { !$0.endpoints.isEmpty },
        .list("endpoints") { $0.endpoints }, .part("endpointsTotal") { $0.endpointsTotal }, .text("pages") { $0.pages },
    ]
}

struct FunctionsPage: TemplatePage {
    static let template = "functions"
    var kicker: Markdown
    var heading: Markdown
    var functions: [FunctionRow]
    var pages: Markdown?

    static let fields: [TemplateField<FunctionsPage>] = [
        .text("kicker") { $0.kicker }, .text("heading") { $0.heading }, .flag("hasFunctions") { !$0.functions.isEmpty },
        .list("functions") { $0.functions }, .text("pages") { $0.pages },
    ]
}

struct GroupsPage: TemplatePage {
    static let template = "groups"
    var kicker: Markdown
    var heading: Markdown
    var groups: [GroupRow]
    var pages: Markdown?

    static let fields: [TemplateField<GroupsPage>] = [
        .text("kicker") { $0.kicker }, .text("heading") { $0.heading }, .flag("hasGroups") { !$0.groups.isEmpty },
        .list("groups") { $0.groups }, .text("pages") { $0.pages },
    ]
}

func indexParts(_ night: Night) -> [SitePart] {
    let report = night.report
    let endpoints = report.allEndpoints
    let kicker: Markdown = "\(.text(report.title)) · \(.text(night.frame.range))"
    let failing = endpoints.count { $0.failing > 0 }
    let scale = endpoints.first?.failing ?? 0
    var parts: [SitePart] = []
    parts += indexPages("endpoints/index", .endpoints, endpoints.count, in: night) { pager, root, pages in
        EndpointsPage(
            kicker: kicker, heading: .text("\(counted(failing, "endpoint")) of \(grouped(endpoints.count)) failed requests"),
            endpoints: endpoints[pager.range].map { EndpointRow($0, in: night, root: root, scale: scale) },
            endpointsTotal: endpoints.count > 1 ? EndpointRow(totalOf: endpoints, in: night, root: root) : nil, pages: pages)
    }
    let failed = report.functions.count { $0.errors > 0 }
    parts += indexPages("functions/index", .functions, report.functions.count, in: night) { pager, root, pages in
        FunctionsPage(
            kicker: kicker,
            heading: .text("\(counted(failed, "function")) of \(grouped(report.functions.count)) reported errors"),
            functions: report.functions[pager.range].map { FunctionRow($0, in: night, root: root) }, pages: pages)
    }
    parts += indexPages("groups/index", .groups, report.groups.count, in: night) { pager, root, pages in
        GroupsPage(
            kicker: kicker,
            heading: .text("\(counted(report.totals.failures, "failure")) in \(counted(report.groups.count, "group"))"),
            groups: report.groups[pager.range].map { GroupRow($0, in: night, root: root) }, pages: pages)
    }
    return parts
}

private func indexPages<Page: TemplatePage>(
    _ path: String, _ menu: MenuItem, _ total: Int, in night: Night,
    page: @escaping @Sendable (Pager, _ root: String, _ pages: Markdown?) -> Page
) -> [SitePart] {
    (1...Pager.pages(total)).map { number in
        SitePart {
            var place = PagePlace(path: night.paths.page(number, of: path), menu: menu)
            place.trail = [
                FrameLink(name: "Overview", path: MenuItem.overview.path),
                FrameLink(name: number == 1 ? menu.rawValue : "\(menu.rawValue), page \(number)", path: place.path + ".html"),
            ]
            let pager = Pager(total: total, number: number)
            let pages = pager.words { place.root + night.paths.page($0, of: path) + ".html" }
            return PageDocument(place: place, page: page(pager, place.root, pages)).files(night.templates, night.frame)
        }
    }
}
