// What one event turned out to be.

import Model

struct Reading {
    enum Account {
        /// It added to a fact.
        case fact
        /// A line of an application's log.
        case line
        case ignored(StaticString)
        case rejected(StaticString)
    }

    enum Owner {
        case nobody
        case access
        case execution(ID128)
        case function(Attribution)
    }

    var account: Account
    var kind: RecordKind?
    var owner = Owner.nobody
    /// The event's own time, for containers that have none.
    var time = Timestamp.unknown
    /// For an execution line: where its text begins.
    var textStart = 0
}
