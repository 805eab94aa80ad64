// Holds every tag of a template against the keys of its page model: Mustache itself prints nothing for an unknown name.

struct TemplateCheck {
    /// All templates by file name.
    let files: [String: String]

    /// Checks `file` and the partials it uses, each with the keys that are in sight where it stands.
    func check(_ file: String, keys: [String: TemplateShape]) throws(TemplateProblem) {
        try check(file, scopes: [keys], open: [])
    }

    private func check(
        _ file: String, scopes outer: [[String: TemplateShape]], open: [String]
    ) throws(TemplateProblem) {
        guard let text = files[file] else { throw TemplateProblem(file: file, line: 0, reason: .missing) }
        var scopes = outer
        var sections: [TemplateTag] = []
        for tag in try templateTags(in: text, file: file) {
            func problem(_ reason: TemplateProblem.Reason) -> TemplateProblem {
                TemplateProblem(file: file, line: tag.line, reason: reason)
            }
            switch tag.kind {
            case .comment, .pragma: continue
            case .other: throw problem(.unsupportedTag(tag.name))
            case .value:
                guard case .text? = lookUp(tag.name, in: scopes) else { throw problem(.unknownTag(tag.name)) }
            case .section:
                guard let shape = lookUp(tag.name, in: scopes) else { throw problem(.unknownTag(tag.name)) }
                if case .part(let keys) = shape { scopes.append(keys) } else { scopes.append([:]) }
                sections.append(tag)
            case .inverted:
                guard lookUp(tag.name, in: scopes) != nil else { throw problem(.unknownTag(tag.name)) }
                scopes.append([:])
                sections.append(tag)
            case .end:
                guard sections.last?.name == tag.name else { throw problem(.strayEnd(tag.name)) }
                sections.removeLast()
                scopes.removeLast()
            case .partial:
                // A page's partials are Markdown, the layout's are HTML.
                let partial = tag.name + (file.hasSuffix(".html") ? ".html" : ".md")
                guard files[partial] != nil else { throw problem(.unknownPartial(tag.name)) }
                guard !open.contains(partial), partial != file else {
                    throw problem(.syntax("partial '\(tag.name)' includes itself"))
                }
                try check(partial, scopes: scopes, open: open + [file])
            }
        }
        if let section = sections.last {
            throw TemplateProblem(file: file, line: section.line, reason: .unclosedSection(section.name))
        }
    }

    private func lookUp(_ name: String, in scopes: [[String: TemplateShape]]) -> TemplateShape? {
        let steps = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard let first = steps.first, var shape = scopes.last(where: { $0[first] != nil })?[first] else { return nil }
        for step in steps.dropFirst() {
            guard case .part(let keys) = shape, let next = keys[step] else { return nil }
            shape = next
        }
        return shape
    }
}
