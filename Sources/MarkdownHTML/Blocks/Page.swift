// The blocks of a document, put into the page's head and its sections, each upgraded on the way.

import CCmark

/// 1. Everything up to the first h2 goes into the head, each h2 opens a section, an h3 about raw text or numbers opens a fold.
/// 2. Each block is replaced by what pages.md makes of it, if anything.
struct PageBuilder {
    let root: Node
    let source: SetAside
    /// Of what libcmark read.
    let lines: [ArraySlice<UInt8>]
    let figures: FigureSource
    var anchors = Anchors()
    var title = ""
    var sections: [RenderedPage.Section] = []
    /// The heading the current block stands under; labels regions.
    private var heading = "Page head"
    private var regions: [String: Int] = [:]
    private var container: Node
    private var section: Node
    /// Logs by the index of their block: the strip above them needs their first lines before they are built.
    private var logs: [Int: LogFence] = [:]
    private var firstLines: [String: String] = [:]

    /// Tables made of rows that were set aside.
    private var tablesOfRows = 0

    init(root: Node, source: SetAside, figures: FigureSource) {
        self.root = root
        self.source = source
        lines = source.text[...].lines()
        self.figures = figures
        container = Node.block("<div class=\"head\">", exit: "</div>")
        section = container
    }

    /// False when rows that were set aside have come into no table.
    mutating func build() -> Bool {
        let blocks = root.children
        readLogs(blocks)
        let titleIndex = blocks.firstIndex { $0.type == CMARK_NODE_HEADING && $0.headingLevel == 1 }
        if let first = blocks.first { container.insertBefore(first) } else { root.append(container) }
        var index = 0
        while index < blocks.count {
            let block = blocks[index]
            switch block.type {
            case CMARK_NODE_HEADING: addHeading(block, isTitle: index == titleIndex)
            case CMARK_NODE_PARAGRAPH where index + 1 == titleIndex: add(kicker(block), for: block)
            case CMARK_NODE_PARAGRAPH:
                if let figure = chartFigure(blocks[index...], source: figures) {
                    add(figure.node, for: block)
                    index += figure.used - 1
                } else {
                    add(upgradedParagraph(block), for: block)
                }
            case CMARK_NODE_BLOCK_QUOTE:
                let isVerdict = titleIndex.map { $0 + 1 } == index
                add(isVerdict ? verdictNode(block) : calloutNode(block), for: block)
            case CMARK_NODE_LIST: add(factList(block, in: sections.isEmpty ? .head : .section), for: block)
            case CMARK_NODE_CODE_BLOCK: add(upgradedFence(block, at: index), for: block)
            default: container.append(block)
            }
            index += 1
        }
        return tablesOfRows == source.rows.count
    }

    /// Puts the upgraded node, or the block as it is, at the end of what is open.
    private func add(_ upgraded: Node?, for block: Node) {
        guard let upgraded else {
            container.append(block)
            return
        }
        container.append(upgraded)
        block.remove()
    }

    private mutating func addHeading(_ block: Node, isTitle: Bool) {
        let text = block.plainText
        if isTitle {
            title = text
            container.append(titleNode(block))
            block.remove()
            return
        }
        heading = text
        let level = block.headingLevel
        if level > 2 {
            container = section
            if level == 3, opensFold(text) {
                openFold(block, text: text)
            } else {
                section.append(subheading(block, id: anchors.slug(for: text)))
            }
        } else {
            openSection(block, text: text)
        }
        block.remove()
    }

    private mutating func openSection(_ block: Node, text: String) {
        let id = anchors.slug(for: text)
        sections.append(RenderedPage.Section(id: id, title: text))
        var open = HTML()
        open.markup("<section id=\"")
        open.text(id)
        open.markup("\">")
        section = Node.block(open, exit: "</section>")
        container = section
        root.append(section)
        let line = Node.block("<h2>", exit: "</h2>")
        block.moveChildren(to: line)
        line.append(permalink(to: id))
        section.append(line)
    }

    private mutating func openFold(_ block: Node, text: String) {
        var open = HTML()
        open.markup("<details class=\"fold\" id=\"")
        open.text(anchors.slug(for: text))
        open.markup("\">")
        let fold = Node.block(open, exit: "</details>")
        let summary = Node.block("<summary>", exit: "</summary>")
        block.moveChildren(to: summary)
        fold.append(summary)
        section.append(fold)
        container = fold
    }

    /// The name of the next region under the current heading; no two regions of a page have the same.
    private mutating func label() -> String {
        let number = regions[heading, default: 0] + 1
        regions[heading] = number
        return number == 1 ? heading : "\(heading), \(number)"
    }

    private mutating func upgradedParagraph(_ block: Node) -> Node? {
        if let range = block.lines, range.upperBound <= lines.count,
            let table = TableSyntax(
                lines: Array(lines[range.lowerBound - 1...range.upperBound - 1]) + (source.rows[range.lowerBound] ?? []))
        {
            let node = tableNode(table, label: label(), anchors: &anchors)
            if node != nil, source.rows[range.lowerBound] != nil { tablesOfRows += 1 }
            return node
        }
        return sections.isEmpty ? nil : emptyState(block)
    }

    private mutating func upgradedFence(_ block: Node, at index: Int) -> Node? {
        switch block.fenceInfo {
        case "log":
            let label = label()
            return logs[index].map { .block($0.html(label: label, anchors: &anchors)) }
        case "stack": return .block(StackFence(text(of: block)).html(anchors: &anchors))
        case "layers": return .block(LayersFence(text(of: block)).html(firstLines: firstLines))
        case "json": return .block(jsonBlock(text(of: block)))
        default: return nil
        }
    }

    /// What stands in a fence.
    private func text(of fence: Node) -> ArraySlice<UInt8> {
        fence.lines.flatMap { source.fences[$0.lowerBound] } ?? fence.literal[...]
    }

    private mutating func readLogs(_ blocks: [Node]) {
        for (index, block) in blocks.enumerated() where block.type == CMARK_NODE_CODE_BLOCK && block.fenceInfo == "log" {
            let log = LogFence(text(of: block))
            logs[index] = log
            for (source, number) in log.firstLines where firstLines[source] == nil { firstLines[source] = number }
        }
    }
}

private func opensFold(_ text: String) -> Bool {
    text.hasPrefix("The numbers behind this chart") || text.hasPrefix("Raw ")
}
