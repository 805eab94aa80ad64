// The generator's story: requests in order of time, each planned, placed, written and recorded before the next one comes.

import Model

final class NightGenerator {
    private let settings: NightSettings
    private let landscape = Landscape()
    private let book: LogBook
    private let truth: Truth
    private let accessGroups: [LogGroupWriter]
    private let executionGroups: [LogGroupWriter?]
    private let shards: Int
    private var planner: NightPlanner
    private var placement: Placement
    private var lambda: LambdaWriter
    private var execution: ExecutionLogWriter
    private var traces: TraceWriter
    private let commonLog: CLFAccessLog?
    private var random: SplitMix64
    private var losses: SplitMix64
    private var background: BackgroundWork

    init(_ settings: NightSettings, output: String, containers: [ContainerKind]) throws {
        let accessOnly = settings.accessOnly
        self.settings = settings
        let folder = try OutputFolder(output)
        let book = LogBook(
            folder: folder, kinds: containers, seed: settings.seed, deliveryMilliseconds: settings.deliveryMilliseconds)
        self.book = book
        truth = Truth(landscape, folder: folder, accessOnly: accessOnly)
        // Groups take containers in turn; this order spares the WebSocket execution log the container without times.
        let orders = book.add(landscape.apis[0].accessGroup, isAccessLog: true)
        let withoutExecution = accessOnly || settings.executionLevel == .off
        let ordersExecution = withoutExecution ? nil : landscape.apis[0].executionGroup.map { book.add($0) }
        let users = book.add(landscape.apis[1].accessGroup, isAccessLog: true)
        let chatExecution = withoutExecution ? nil : landscape.apis[2].executionGroup.map { book.add($0) }
        accessGroups = [orders, users, book.add(landscape.apis[2].accessGroup, isAccessLog: true)]
        executionGroups = [ordersExecution, nil, chatExecution]
        let functionGroups = landscape.functions.map { function in
            accessOnly || !function.logged ? nil : book.add(function.logGroup)
        }
        random = SplitMix64(seed: settings.seed ^ 0x5EED)
        losses = SplitMix64(seed: settings.seed ^ 0x1055)
        shards = max(2, min(16, settings.requests / 50_000))
        for group in accessGroups + executionGroups.compactMap({ $0 }) {
            for _ in 0..<shards { _ = group.openStream(random.hex(32)) }
        }
        planner = NightPlanner(settings, landscape)
        placement = Placement(settings, landscape, groups: functionGroups)
        lambda = LambdaWriter(
            landscape: landscape, groups: functionGroups, linesPerRun: settings.linesPerRun,
            random: SplitMix64(seed: settings.seed ^ 0x1A3B))
        execution = ExecutionLogWriter(
            landscape: landscape, restLevel: settings.executionLevel, random: SplitMix64(seed: settings.seed ^ 0xE8EC))
        traces = TraceWriter(
            landscape: landscape, container: TraceContainer(folder: folder), share: settings.traced,
            random: SplitMix64(seed: settings.seed ^ 0x7ACE))
        if settings.traced > 0 { book.configure(path: TraceContainer.path) }
        commonLog = settings.commonLog ? CLFAccessLog(folder: folder) : nil
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
        try traces.finish()
        try commonLog?.finish()
        try book.finish()
        try truth.finish()
    }

    private func serve(_ time: Int64) throws {
        var exchange = planner.exchange(at: time)
        exchange.settle(landscape, placement: &placement, random: &random)
        let shard = random.below(shards)
        let loss = loss(of: exchange)
        let dropped = settings.leanRows ? fieldsNoVerdictNeeds.union(loss.droppedFields) : loss.droppedFields
        let row = accessRow(exchange, landscape, without: dropped)
        accessGroups[exchange.api].write(row, at: exchange.end, stream: shard)
        if loss.keepsExecutionLog, let group = executionGroups[exchange.api] {
            if landscape.apis[exchange.api].kind == .rest {
                execution.write(exchange, to: group, stream: shard, loss: loss.lines)
            } else {
                execution.writeSocket(exchange, to: group, stream: shard, loss: loss.lines)
            }
        }
        if loss.keepsFunctionLogs {
            if let run = exchange.authorizerRun { lambda.write(run, loss: loss.lines) }
            if let run = exchange.run { lambda.write(run, loss: loss.lines) }
        }
        try traces.write(exchange)
        try commonLog?.write(exchange, landscape)
        try truth.record(exchange, evidence: isWhole(exchange, loss) ? .full : .reduced)
        background.follow(exchange, &random)
    }

    /// Nothing of what its API can log is missing.
    private func isWhole(_ exchange: Exchange, _ loss: EvidenceLoss) -> Bool {
        let lacksExecutionLog = settings.executionLevel == .off && landscape.apis[exchange.api].executionGroup != nil
        return loss.isNothing && !lacksExecutionLog
    }

    /// Requests that the client saw fail are failures whatever is lost of them; those that it did not are left whole.
    private func loss(of exchange: Exchange) -> EvidenceLoss {
        guard exchange.cause != nil, exchange.status >= 400, losses.chance(settings.dropEvidence) else { return .nothing }
        return losses.evidenceLoss()
    }

    private func runInBackground(_ due: BackgroundWork.Due) throws {
        guard !settings.accessOnly else { return }
        var run = planner.backgroundRun(of: due.function, at: due.time, attempt: due.attempt)
        if let id = due.id { run.id = id }
        placement.place(&run)
        lambda.write(run)
        try truth.record(background: run)
        if run.failed, run.function == landscape.scheduled { background.retry(run) }
    }
}
