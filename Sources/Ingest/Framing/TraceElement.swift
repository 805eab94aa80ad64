// A trace of X-Ray as an event: it has no log group, so it gets one of a name that no log group can have.

extension JSONReader {
    /// `{"Id":"1-...","Segments":[...]}`, as `batch-get-traces` writes a trace.
    var isTrace: Bool {
        guard count > 0, kind(0) == .object else { return false }
        var hasID = false
        var hasSegments = false
        forEachChild(of: 0) { child in
            if keyEquals(child, "Id") { hasID = true }
            if keyEquals(child, "Segments"), kind(child) == .array { hasSegments = true }
        }
        return hasID && hasSegments
    }
}

/// Log groups have no colons in their names.
let traceGroup = "xray:traces"
