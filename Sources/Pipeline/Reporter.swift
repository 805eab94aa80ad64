// How the stages tell what they are doing; the terminal decides what to show of it.

package enum Stage: String, CaseIterable, Sendable {
    case scanning, joining, collecting, judging, summarising, publishing
}

package enum Progress: Sendable {
    /// `total` in the stage's own units (inputs, failures, parts of the site); nil when there is nothing to count.
    case began(Stage, total: Int?)
    /// Units and bytes since the last time.
    case advanced(Stage, units: Int, bytes: Int64)
    case ended(Stage)
    case warning(String)
}

package typealias Reporter = @Sendable (Progress) -> Void
