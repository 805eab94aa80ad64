// Keeps a run within the memory it was given: facts that lie in a file are taken out of memory when that gets tight.

import Dispatch
package import Model
package import Site

/// What facts are needed comes back from the file by itself, so a run can only get slower by it.
package struct RunMemory: ~Copyable {
    package let facts: ColumnMemory
    /// Works beside everything else.
    private let timer: (any DispatchSourceTimer)?

    /// `limit` in bytes; nil for as much memory as it takes. The file lies in the folder, without a name.
    package init(limit: Int?, folder: String) throws(SiteWriterError) {
        guard let limit else {
            facts = ColumnMemory()
            timer = nil
            return
        }
        let facts: ColumnMemory
        do {
            facts = try ColumnMemory(inFileOf: folder)
        } catch {
            throw .cannot("make a file for facts in", path: folder, reason: error.reason)
        }
        // Not a global queue: its threads are as many as the cores, and all of them may be at work.
        let timer = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "memory"))
        timer.schedule(deadline: .now(), repeating: .milliseconds(2), leeway: .milliseconds(1))
        timer.setEventHandler {
            guard let held = ProcessFigures.residentMemory() else { return }
            // The rest is for what comes to be between two looks. Where other things take all the room, taking facts out would help
            // little and be for nothing two milliseconds later.
            if held.all > limit / 8 * 5, held.ofFiles > limit / 16 { facts.giveBack() }
        }
        timer.activate()
        self.facts = facts
        self.timer = timer
    }

    deinit { timer?.cancel() }
}
