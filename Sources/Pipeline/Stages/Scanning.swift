// First reading: all inputs, in parallel, merged in their order.

import Correlation
import Ingest
import Model
import Synchronization

func scanInputs(
    _ inputs: [Input], settings: Settings, memory: ColumnMemory, reporter: @escaping Reporter
) async -> MergedFacts {
    reporter(.began(.scanning, total: inputs.count))
    let merger = Mutex(FactsMerger(given: settings.givenNames, memory: memory))
    await inOrder(inputs.count, jobs: settings.jobs) { index in
        let facts = scan(inputs[index], memory: memory)
        reporter(.advanced(.scanning, units: 1, bytes: facts.report.textBytes))
        return facts
    } take: { facts in
        merger.withLock { $0.add(facts) }
    }
    var full = FactsMerger()
    merger.withLock { swap(&full, &$0) }
    memory.keepNoSpare()
    let facts = full.finish(jobs: settings.jobs)
    reporter(.ended(.scanning))
    return facts
}
