// Tells what kind of record an event is and hands it to the reader of that kind. The same for both readings of an input.

import Model

/// 1. Who wrote the log group, by its name; else what its stream's earlier events were. 2. The record kind by the first byte
/// and, for JSON, by its keys. 3. The kind's own reader, which keeps the facts.
struct RecordReader: ~Copyable {
    let input: UInt32
    var names = InternedNames()
    private(set) var access: AccessLog
    private(set) var executions: ExecutionLog
    private(set) var functions: LambdaStreams
    /// What the event that was read last turned out to be. Here, because it would be copied from hand to hand with every event.
    private(set) var reading = Reading(account: .fact)
    /// What was read of that event, when it is a function's.
    private(set) var line = LambdaLine()
    private var traces = TraceReader()
    private var json = JSONReader()
    private var groups: [LogGroup?] = []
    /// Of the event that is read.
    private var group = LogGroup()
    private var groupName = Name.none
    private let hintedGroup: Name
    private let hints: AccessHints
    /// Per stream name: what its events were, for groups whose name does not tell.
    private var memory: [LogGroup.Writer?] = []

    init(_ input: Input, memory: ColumnMemory = ColumnMemory()) {
        self.input = input.index
        access = AccessLog(templates: input.hints.accessTemplates.compactMap { AccessTemplate($0) }, memory: memory)
        executions = ExecutionLog(memory: memory)
        functions = LambdaStreams(memory: memory)
        hintedGroup = names.intern(input.hints.logGroup ?? "")
        hints = AccessHints(
            api: names.intern(input.hints.api ?? ""), stage: names.intern(input.hints.stage ?? ""),
            routes: Routes(input.hints.routes))
    }

    mutating func read(_ header: EventHeader, _ message: Span<UInt8>) {
        let event = message.extracting(message.trimmedRange)
        if header.logGroup != groupName || groups.isEmpty { beginGroup(header.logGroup) }
        if group.writer == .welcome { return found(.ignored("welcome message of API Gateway")) }
        guard !event.isEmpty else { return found(.ignored("empty event")) }
        let writer = group.writer == .unknown ? remembered(header.stream) : group.writer
        switch writer {
        case .lambda: functionLine(header, event)
        case .executionLog: executionLine(header, event)
        case .accessLog: accessRow(header, event)
        case .traces: trace(event)
        case .unknown, .welcome: unknown(header, event)
        }
    }

    @inline(__always)
    private mutating func found(
        _ account: Reading.Account, kind: RecordKind? = nil, owner: Reading.Owner = .nobody, time: Timestamp = .unknown,
        textStart: Int = 0
    ) {
        reading.account = account
        reading.kind = kind
        reading.owner = owner
        reading.time = time
        reading.textStart = textStart
    }
}

// MARK: - Groups

extension RecordReader {
    private mutating func beginGroup(_ header: Name) {
        groupName = header
        let name = header.isNone ? hintedGroup : header
        let index = Int(name.index)
        while groups.count <= index { groups.append(nil) }
        if let known = groups[index] {
            group = known
            return
        }
        group = LogGroup(names.names[name], names: &names)
        if group.api.isNone { group.api = hints.api }
        if group.stage.isNone { group.stage = hints.stage }
        groups[index] = group
    }

    /// A stream holds one kind of log, and a Lambda stream's name tells it; without a name nothing is certain of the next event.
    private mutating func remembered(_ stream: Name) -> LogGroup.Writer {
        if stream.isNone { return .unknown }
        let index = Int(stream.index)
        while memory.count <= index { memory.append(nil) }
        if let writer = memory[index] { return writer }
        let writer: LogGroup.Writer = StreamName(names.names[stream]) == nil ? .unknown : .lambda
        memory[index] = writer
        return writer
    }

    private mutating func remember(_ writer: LogGroup.Writer, _ stream: Name) {
        if !stream.isNone { memory[Int(stream.index)] = writer }
    }
}

// MARK: - Kinds

extension RecordReader {
    private func place(_ header: EventHeader) -> EventPlace { EventPlace(input: input, event: header.ordinal) }

    private mutating func functionLine(_ header: EventHeader, _ event: Span<UInt8>) {
        if event[0] == UInt8(ascii: "{"), json.read(event), json.kind(0) == .object {
            line = LambdaLine()
            if !platformJSON(json, into: &line, names: &names) { applicationJSON(json, into: &line, names: &names) }
            return takeLine(.lambdaJSON, header, event)
        }
        readText(event)
        takeLine(.lambdaText, header, event)
    }

    private mutating func readText(_ event: Span<UInt8>) {
        line = LambdaLine()
        if platformText(event, into: &line, names: &names) { return }
        runtimeText(event, into: &line)
        // Powertools and the like behind a console's prefix: the prefix's id holds, the record tells the rest.
        if line.kind == .application, line.time.isKnown, line.messageStart < event.count,
            event[line.messageStart] == UInt8(ascii: "{"), line.fault == .none
        {
            let record = event.extracting(line.messageStart..<event.count)
            if json.read(record), json.kind(0) == .object {
                var inner = LambdaLine()
                applicationJSON(json, into: &inner, names: &names)
                line.level = inner.level ?? line.level
                line.gatewayID = inner.gatewayID
                line.traceID = inner.traceID
                line.function = inner.function
            }
        }
    }

    /// Gives the line that was read last to its run.
    private mutating func takeLine(_ kind: RecordKind, _ header: EventHeader, _ event: Span<UInt8>) {
        let attribution = functions.take(
            line, event, place: place(header), time: header.time, group: group, stream: header.stream, names: &names)
        let account: Reading.Account =
            switch line.kind {
            case .application: .line
            case .chatter: .ignored(line.chatterReason)
            case .initStart: .ignored("start of an init")
            default: .fact
            }
        found(account, kind: kind, owner: .function(attribution), time: line.time)
    }

    private mutating func trace(_ event: Span<UInt8>) {
        guard let time = traces.take(event, names: &names) else {
            return found(.ignored("trace without API Gateway and without a run of Lambda"), kind: .trace)
        }
        found(.fact, kind: .trace, time: time)
    }

    private mutating func executionLine(_ header: EventHeader, _ event: Span<UInt8>) {
        guard let prefix = ExecutionPrefix(event) ?? ExecutionPrefix(testReport: event) else {
            return found(.rejected("no request id in parentheses"), kind: .execution)
        }
        executions.take(prefix, event, place: place(header), time: header.time, group: group, names: &names)
        found(.fact, kind: .execution, owner: .execution(prefix.id), textStart: prefix.textStart)
    }

    private mutating func accessRow(_ header: EventHeader, _ event: Span<UInt8>) {
        if access.take(byTemplate: event) { return keepRow(.accessTemplate, header, event) }
        if event[0] == UInt8(ascii: "{"), json.read(event), json.kind(0) == .object {
            access.take(apart: json)
            return keepRow(.accessJSON, header, event)
        }
        guard let kind = access.take(apart: event) else {
            return found(.rejected("no row of an access log"))
        }
        keepRow(kind, header, event)
    }

    private mutating func keepRow(_ kind: RecordKind, _ header: EventHeader, _ event: Span<UInt8>) {
        var hash = mixed(group.hash, names.hash(of: header.stream))
        hash = mixed(hash, UInt64(bitPattern: header.time.milliseconds))
        let kept = access.keep(
            place: place(header), eventTime: header.time, hash: byteHash(event, seed: hash), group: group, hints: hints,
            names: &names)
        guard kept else { return found(.rejected("no variable of an access log in the row")) }
        found(.fact, kind: kind, owner: .access, time: access.facts.last?.time ?? .unknown)
    }

    private mutating func unknown(_ header: EventHeader, _ event: Span<UInt8>) {
        if ExecutionPrefix(event) != nil || ExecutionPrefix(testReport: event) != nil {
            remember(.executionLog, header.stream)
            return executionLine(header, event)
        }
        if access.take(byTemplate: event), access.hasID {
            remember(.accessLog, header.stream)
            return keepRow(.accessTemplate, header, event)
        }
        if event[0] == UInt8(ascii: "{") { return unknownJSON(header, event) }
        readText(event)
        if line.kind != .application || line.level != nil || line.idStrength != .none || line.fault != .none {
            if line.kind != .application { remember(.lambda, header.stream) }
            return takeLine(.lambdaText, header, event)
        }
        if let kind = access.take(apart: event) {
            remember(.accessLog, header.stream)
            return keepRow(kind, header, event)
        }
        if header.stream.isNone, !functions.states.isEmpty { return takeLine(.lambdaText, header, event) }
        found(.rejected("not known as a line of any log"))
    }

    private mutating func unknownJSON(_ header: EventHeader, _ event: Span<UInt8>) {
        guard json.read(event), json.kind(0) == .object else {
            if let kind = access.take(apart: event), access.looksLikeRow(amongFunctionLogs: functionsLog(header)) {
                return keepRow(kind, header, event)
            }
            if !functions.states.isEmpty {
                readText(event)
                return takeLine(.lambdaText, header, event)
            }
            return found(.rejected("neither JSON nor a row of an access log"))
        }
        if json.isTrace { return trace(event) }
        line = LambdaLine()
        if platformJSON(json, into: &line, names: &names) {
            remember(.lambda, header.stream)
            return takeLine(.lambdaJSON, header, event)
        }
        access.take(apart: json)
        if access.looksLikeRow(amongFunctionLogs: functionsLog(header)) {
            remember(.accessLog, header.stream)
            return keepRow(.accessJSON, header, event)
        }
        applicationJSON(json, into: &line, names: &names)
        if line.level != nil || line.idStrength != .none || !functions.states.isEmpty {
            return takeLine(.lambdaJSON, header, event)
        }
        found(.rejected("JSON of no known log"))
    }

    /// Lines of functions came before, and nothing but its content tells the kind of this event.
    private func functionsLog(_ header: EventHeader) -> Bool { header.stream.isNone && !functions.states.isEmpty }

    /// After the last event.
    mutating func finish() -> InputFacts {
        let edges = functions.finish()
        var facts = InputFacts(report: InputReport(path: "", format: ""))
        facts.names = names.names
        facts.access = access.facts.freeze()
        facts.executions = executions.facts.freeze()
        facts.invocations = functions.facts.freeze()
        facts.accessExtras = access.extras.freeze()
        facts.invocationExtras = functions.extras.freeze()
        facts.edges = edges
        facts.traces = traces.facts
        facts.report.accessVariables = access.variables
        return facts
    }
}
