// What the numbers need of a request, its access row, execution log and run taken together: the same as `RequestView` tells, read once.

import Model

/// The facts of a night, held where a walk over all requests gets at them without a step in between.
struct NightReader: Sendable {
    let access: FactColumn<AccessFact>
    let accessExtras: ExtraWords
    let executions: Column<ExecutionFact>
    let invocations: FactColumn<InvocationFact>

    init(_ night: JoinedNight) {
        access = night.access
        accessExtras = night.facts.accessExtras
        executions = night.executions
        invocations = night.invocations
    }
}

/// Small and flat: a view copies a whole fact for each question, three cache lines of it.
struct RequestReading {
    var time = Timestamp.unknown
    var status: Int16 = -1
    var failed = false
    var kind = APIKind.unknown
    var link: LinkRung?
    var calledFunction: Bool
    var latencyMs: Int32 = -1
    var integrationLatencyMs: Int32 = -1
    var authorizerLatencyMs: Int32 = -1
    var api = Name.none
    var stage = Name.none
    var method = Name.none
    var route = Name.none
    var endpoint = Name.none
    var userAgent = Name.none
    var function = Name.none
    /// nil when no run is known.
    var run: RunReading?
    /// The function of the run that was linked as the authorizer's.
    var authorizerRun: Name?
    /// The authorizer as the execution log names it.
    var authorizer = Name.none

    @inline(__always) init(_ request: JoinedRequest, in night: NightReader) {
        link = request.link
        calledFunction = request.calledFunction
        var isBrokenSocket = false
        if request.access >= 0 {
            let row = night.access.records[Int(request.access)]
            let shape = night.access.shapes[Int(row.shape)]
            time = row.time
            status = shape.status
            kind = shape.kind
            latencyMs = row.latencyMs
            integrationLatencyMs = row.integrationLatencyMs
            authorizerLatencyMs = night.accessExtras.authorizerLatencyMs(at: row.extras)
            api = shape.api
            stage = shape.stage
            method = shape.method
            route = shape.route
            endpoint = shape.endpoint
            userAgent = row.userAgent
            isBrokenSocket = shape.kind == .webSocket && shape.hasIntegrationError
        }
        if request.invocation >= 0 {
            let record = night.invocations.records[Int(request.invocation)]
            let run = RunReading(record, night.invocations.shapes[Int(record.shape)])
            function = run.function
            self.run = run
        }
        var hasFailureLine = false
        if request.execution >= 0 {
            let log = night.executions[Int(request.execution)]
            if request.access < 0 { time = log.firstTime }
            if status < 0 { status = log.status }
            if api.isNone { api = log.api }
            if stage.isNone { stage = log.stage }
            if method.isNone { method = log.method }
            if route.isNone { route = log.route }
            if endpoint.isNone { endpoint = log.endpoint }
            if function.isNone { function = log.function }
            authorizer = log.authorizerFunction
            hasFailureLine = log.hasFailureLine
        }
        if request.authorizer >= 0 {
            let record = night.invocations.records[Int(request.authorizer)]
            authorizerRun = night.invocations.shapes[Int(record.shape)].function
        }
        failed = clientFailed(status: status, isBrokenSocket: isBrokenSocket, hasFailureLine: hasFailureLine)
    }

    var endpointKey: EndpointKey {
        endpoint.isNone
            ? EndpointKey(api: .none, stage: .none, endpoint: .none)
            : EndpointKey(api: api, stage: stage, endpoint: endpoint)
    }

    /// What the function did, as far as the logs and the verdict tell.
    func functionOutcome(cause: Cause?) -> FunctionOutcome {
        if let run { return run.failed ? .failed : run.isComplete ? .succeeded : .unknown }
        guard calledFunction else { return .neverRan }
        return cause?.keptFunctionFromRunning == true ? .neverRan : .unknown
    }
}

/// What the numbers need of a run that a request called.
struct RunReading {
    var function: Name
    var version: Name
    var failed: Bool
    /// Its end was read.
    var isComplete: Bool
    var coldStart: Bool
    var durationHundredths: Int32
    var initHundredths: Int32

    @inline(__always) init(_ run: InvocationRecord, _ shape: InvocationShape) {
        function = shape.function
        version = shape.version
        failed = run.failed
        isComplete = run.hasReport || run.status == .success
        coldStart = run.coldStart
        durationHundredths = run.durationHundredths
        initHundredths = run.initHundredths
    }
}

/// Two APIs or stages with the same route are two endpoints; requests that matched no route are together.
struct EndpointKey: Hashable {
    var api: Name
    var stage: Name
    var endpoint: Name
}
