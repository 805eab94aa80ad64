// Gives runs their execution environments and their times; keeps one pool of environments for each function.

struct Placement {
    let landscape: Landscape
    private let settings: NightSettings
    private let groups: [LogGroupWriter?]
    private var pools: [ContainerPool]
    private var random: SplitMix64

    init(_ settings: NightSettings, _ landscape: Landscape, groups: [LogGroupWriter?]) {
        self.settings = settings
        self.landscape = landscape
        self.groups = groups
        pools = landscape.functions.map { _ in ContainerPool() }
        random = SplitMix64(seed: settings.seed ^ 0x91AC)
    }

    /// Settles stream, version, init, start and the duration of runs that are cut off.
    mutating func place(_ run: inout RunPlan) {
        let function = landscape.functions[run.function]
        let deployed = function.deployAt.map { run.called >= settings.time(at: $0) } ?? false
        run.version = function.firstVersion + (deployed ? 1 : 0)
        if case .timeout = run.fault { run.duration = function.timeoutMs * 100 }
        if run.fault == .initFailure { run.duration = random.within(200...4000) }
        let (found, closed) = pools[run.function].take(at: run.called, version: run.version)
        for stream in closed { groups[run.function]?.closeStream(stream) }
        var index = found ?? -1
        if found == nil || run.fault == .initFailure {
            run.coldStart = true
            run.initDuration = Int(random.logNormal(median: function.initMs, sigma: 0.3) * 100)
            let name = "\(streamDate(run.called))/[\(run.versionLabel)]\(random.hex(32))"
            let stream = groups[run.function]?.openStream(name) ?? 0
            index = pools[run.function].add(ExecutionEnvironment(stream: stream, version: run.version, freeAt: run.called))
        }
        run.stream = pools[run.function].stream(index)
        run.start = run.called + Int64(run.initDuration / 100) + 2
        pools[run.function].occupy(index, until: run.end + 1)
        if run.endsEnvironment { pools[run.function].retire(index) }
    }
}

extension RunPlan {
    /// The process is gone: the next call starts another environment.
    fileprivate var endsEnvironment: Bool {
        switch fault {
        case .none, .exception, .responseTooLarge: false
        case .timeout, .outOfMemory, .exit, .initFailure: true
        }
    }
}

extension FunctionSpec {
    /// Median of its init phase, milliseconds.
    fileprivate var initMs: Double {
        switch runtime {
        case .nodeText, .nodeJSON: 310
        case .pythonText, .pythonJSON: 260
        case .java: 1900
        case .dotnet: 720
        case .go: 70
        }
    }
}
