// What a template may name: the keys of a page model and what stands behind each.

/// What a key holds, as far as a template needs to know.
indirect enum TemplateShape: Sendable {
    case text
    case flag
    /// One part, or a list of parts, with keys of its own.
    case part([String: TemplateShape])
}
