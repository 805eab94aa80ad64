// The generator's story: requests in order of time, each planned, placed, written and recorded before the next one comes.

import Model

func generate(_ settings: NightSettings, into output: String, containers: [ContainerKind], accessOnly: Bool) throws {
    let night = try NightGenerator(settings, output: output, containers: containers, accessOnly: accessOnly)
    try night.run()
}

final class NightGenerator {
    private let settings: NightSettings
    private let landscape = Landscape()
    private let book: LogBook
    private let truth: Truth
    private let accessOnly: Bool
    private let accessGroups: [LogGroupWriter]
    private let executionGroups: [LogGroupWriter?]
    private let shards: Int
    private var planner: NightPlanner
    private var placement: Placement
    private var lambda: LambdaWriter
    private var execution: ExecutionLogWriter
    private var random: SplitMix64
    private var background: BackgroundWork

    init(_ settings: NightSettings, output: String, containers: [ContainerKind], accessOnly: Bool) throws {
        self.settings = settings
        self.accessOnly = accessOnly
        let folder = try OutputFolder(output)
        let book = LogBook(folder: folder, kinds: containers, seed: settings.seed)
        self.book = book
        truth = Truth(landscape, folder: folder, accessOnly: accessOnly)
        // Groups take containers in turn; this order spares the WebSocket execution log the container without times.
        let orders = book.add(landscape.apis[0].accessGroup)
        let ordersExecution = accessOnly ? nil : landscape.apis[0].executionGroup.map(book.add)
        let users = book.add(landscape.apis[1].accessGroup)
        let chatExecution = accessOnly ? nil : landscape.apis[2].executionGroup.map(book.add)
        accessGroups = [orders, users, book.add(landscape.apis[2].accessGroup)]
        executionGroups = [ordersExecution, nil, chatExecution]
        let functionGroups = landscape.functions.map { function in
            accessOnly || !function.logged ? nil : book.add(function.logGroup)
        }
        random = SplitMix64(seed: settings.seed ^ 0x5EED)
        shards = max(2, min(16, settings.requests / 50_000))
        for group in accessGroups + executionGroups.compactMap({ $0 }) {
            for _ in 0..<shards { _ = group.openStream(random.hex(32)) }
        }
        planner = NightPlanner(settings, landscape)
        placement = Placement(settings, landscape, groups: functionGroups)
        lambda = LambdaWriter(landscape: landscape, groups: functionGroups, random: SplitMix64(seed: settings.seed ^ 0x1A3B))
        execution = ExecutionLogWriter(landscape: landscape, random: SplitMix64(seed: settings.seed ^ 0xE8EC))
        background = BackgroundWork(settings, landscape)
    }

    func run() throws {
        var arrivals = Arrivals(settings)
        var count = 0
        while let time = arrivals.next() {
            while let due = background.next(before: time) { try runInBackground(due) }
            try serve(time)
            count += 1
            if count % 64 == 0 { try book.flush(before: time) }
        }
        while let due = background.next(before: .max) { try runInBackground(due) }
        try book.finish()
        try truth.finish()
    }

    private func serve(_ time: Int64) throws {
        var exchange = planner.exchange(at: time)
        exchange.settle(landscape, placement: &placement, random: &random)
        let shard = random.below(shards)
        accessGroups[exchange.api].write(accessRow(exchange, landscape), at: exchange.end, stream: shard)
        if let group = executionGroups[exchange.api] {
            if landscape.apis[exchange.api].kind == .rest {
                execution.write(exchange, to: group, stream: shard)
            } else {
                execution.writeSocket(exchange, to: group, stream: shard)
            }
        }
        if let run = exchange.authorizerRun { lambda.write(run) }
        if let run = exchange.run { lambda.write(run) }
        try truth.record(exchange)
        background.follow(exchange, &random)
    }

    private func runInBackground(_ due: BackgroundWork.Due) throws {
        guard !accessOnly else { return }
        var run = planner.backgroundRun(of: due.function, at: due.time, attempt: due.attempt)
        if let id = due.id { run.id = id }
        placement.place(&run)
        lambda.write(run)
        try truth.record(background: run)
        if run.failed, run.function == landscape.scheduled { background.retry(run) }
    }
}
