// The templates of a run, checked once, then filled by many threads.

private import Mustache
import MarkdownHTML

struct TemplateSet: Sendable {
    private let library: MustacheLibrary
    private let frame: MustacheLibrary
    private let advice: [String: Markdown]
    private let skeletons = TemplateSkeletons()

    /// `files` by name: `overview.md`, partials beside them, `advice/unknown.md`, `layout.html` and its partials.
    init(files: [String: String], pages: [any TemplatePage.Type]) throws(TemplateProblem) {
        let check = TemplateCheck(files: files)
        for page in pages { try check.check(page.template + ".md", keys: page.keys) }
        try check.check("layout.html", keys: FramedPage.keys)
        for (file, text) in files.sorted(by: { $0.key < $1.key })
        where !file.hasPrefix("advice/") && text.holdsBytes(of: TemplateMark.character) {
            throw TemplateProblem(file: file, line: 0, reason: .syntax("U+FDD1 is no character of a text"))
        }

        var library = MustacheLibrary()
        var advice: [String: Markdown] = [:]
        for (file, text) in files.sorted(by: { $0.key < $1.key }) where file.hasSuffix(".md") {
            let name = String(file.dropLast(3))
            if name.hasPrefix("advice/") {
                advice[String(name.dropFirst(7))] = quotedAdvice(text)
            } else {
                // Fragments are escaped already. A partial starts again with HTML escaping, so each carries the pragma.
                library.register(try parsed(textPragma + text, file: file, linesBefore: 1), named: name)
            }
        }
        self.library = library
        self.advice = advice
        var frame = MustacheLibrary()
        for (file, text) in files.sorted(by: { $0.key < $1.key }) where file.hasSuffix(".html") {
            frame.register(try parsed(text, file: file, linesBefore: 0), named: String(file.dropLast(5)))
        }
        self.frame = frame
    }

    /// The document of a page: Markdown, ending in one newline.
    func document<Page: TemplatePage>(_ page: Page) -> [UInt8] {
        tidied(filled(page, template: Page.template, in: library, capacity: 16_000))
    }

    func framed(_ page: FramedPage) -> [UInt8] {
        filled(page, template: "layout", in: frame, capacity: page.page.html.count + 8000)
    }

    /// Mustache takes names apart and casts its values at every tag; so it renders each form of a page once, and the texts go into
    /// what it made of their marks.
    private func filled<Page: TemplateModel>(
        _ page: Page, template: String, in library: MustacheLibrary, capacity: Int
    ) -> [UInt8] {
        var values = TemplateValues(capacity: capacity)
        page.add(to: &values)
        let form = values.form
        let skeleton = skeletons.skeleton(of: template, form: form) {
            var reader = FormReader(form)
            return library.render(Page.marks(&reader), withTemplate: template) ?? ""
        }
        return skeleton.filled(with: values)
    }

    /// The advice of a cause as the operator wrote it, without blank ends, to stand in a block quote.
    func advice(for cause: String) -> Markdown? { advice[cause] }
}

private let textPragma = "{{% CONTENT_TYPE:TEXT}}\n"

private func parsed(_ text: String, file: String, linesBefore: Int) throws(TemplateProblem) -> MustacheTemplate {
    do {
        return try MustacheTemplate(string: text)
    } catch let error as MustacheTemplate.ParserError {
        throw TemplateProblem(
            file: file, line: max(1, error.context.lineNumber - linesBefore), reason: .syntax("\(error.error)"))
    } catch {
        throw TemplateProblem(file: file, line: 0, reason: .syntax("\(error)"))
    }
}

/// Nil for a text of blanks. Every line after the first begins as a block quote's lines do.
private func quotedAdvice(_ text: String) -> Markdown? {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let trimmed = lines.drop { $0.allSatisfy(\.isWhitespace) }
    guard let last = trimmed.lastIndex(where: { !$0.allSatisfy(\.isWhitespace) }) else { return nil }
    return .trusted(trimmed[trimmed.startIndex...last].joined(separator: "\n> "))
}

/// Runs of blank lines outside fences become one: sections that are left out leave none behind.
private func tidied(_ source: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(source.count + 1)
    /// Backticks of the fence that is open.
    var fence = 0
    /// At the start of the text, too, a blank line adds nothing.
    var isAfterBlank = true
    var start = 0
    /// What stands before it has gone out.
    var copied = 0
    while start <= source.count {
        let end = source.position(of: 0x0A, from: start)
        let line = source[start..<end]
        defer { start = end + 1 }
        let wasOpen = fence > 0
        if line.first == 0x60 {
            let ticks = line.prefix { $0 == 0x60 }.count
            if wasOpen {
                if ticks >= fence, line.allSatisfy({ $0 == 0x60 || $0 == 0x20 }) { fence = 0 }
            } else if ticks >= 3 {
                fence = ticks
            }
        }
        let isBlank = fence == 0 && line.allSatisfy { $0 == 0x20 }
        // Lines go out together, without those that only hold blanks.
        if isBlank, !line.isEmpty || isAfterBlank && !wasOpen {
            result += source[copied..<start]
            copied = min(end + 1, source.count)
            if isAfterBlank, !wasOpen { continue }
            result.append(0x0A)
        }
        isAfterBlank = isBlank || line.isEmpty
    }
    result += source[copied...]
    while result.last == 0x0A { result.removeLast() }
    result.append(0x0A)
    return result
}
