// The one door where log text enters the site: every text of a failure and of the report passes here twice, once through the redactor,
// which leaves marks, and once more when all values of the report are known and have their numbers.

import Model
import Redaction

/// One way through the door.
struct Redacting {
    enum Step {
        case redact(Redactor)
        /// Texts that were redacted get the numbers of their placeholders.
        case number(Numbering)
    }

    private let step: Step
    /// Of log lines: what they held is counted once, though messages, fields and quotations repeat it.
    private var ofLines = RedactedValues()
    /// Of every text that is no line.
    private var ofOthers = RedactedValues()
    /// By rule, the most that one of those texts held.
    private var mostInOneText: [String: Int] = [:]
    private var namelessSlugs = 0

    init(_ step: Step) { self.step = step }

    /// Of a failure: what its lines held; what no line held but a text made from other logs did counts once, too.
    var counts: RedactionCounts {
        var counts = ofLines.counts
        for (rule, count) in mostInOneText where count > counts.counts[rule] ?? 0 {
            counts.add(rule, count - (counts.counts[rule] ?? 0))
        }
        return counts
    }

    var otherCounts: RedactionCounts { ofOthers.counts }

    /// Each value, lines first, in order of first sight.
    var values: [RedactedValue] { ofLines.values + ofOthers.values }

    mutating func failure(_ failure: Failure) -> Failure {
        var result = failure
        result.endpoint = text(failure.endpoint)
        result.function = text(failure.function)
        result.request = failure.request.map { request($0) }
        result.invocation = failure.invocation.map { invocation($0) }
        result.authorizer = failure.authorizer.map { invocation($0) }
        result.verdict.sentence = text(failure.verdict.sentence)
        result.verdict.proof = failure.verdict.proof.map { proof in
            var proof = proof
            proof.line = text(proof.line)
            proof.meaning = text(proof.meaning)
            return proof
        }
        result.verdict.missing = failure.verdict.missing.map { text($0) }
        result.error = failure.error.map { error($0) }
        result.lines = lines(failure.lines)
        result.strip = failure.strip.map { layer in
            var layer = layer
            layer.what = text(layer.what)
            return layer
        }
        result.afterwards = text(failure.afterwards)
        if let sign = failure.lastSign { result.lastSign?.text = text(sign.text) }
        for place in result.calls.indices { result.calls[place].name = text(result.calls[place].name) }
        return result
    }

    mutating func report(_ report: Report) -> Report {
        var result = report
        result.title = text(report.title)
        result.endpoints = report.endpoints.map { endpoint($0) }
        result.noRoute = report.noRoute.map { endpoint($0) }
        result.functions = report.functions.map { function($0) }
        result.groups = report.groups.map { group($0) }
        result.nearMisses = report.nearMisses.map { miss in
            var miss = miss
            miss.name = text(miss.name)
            return miss
        }
        result.markers = report.markers.map { marker in
            var marker = marker
            marker.label = text(marker.label)
            return marker
        }
        result.coverage.inputs = report.coverage.inputs.map { input($0) }
        result.coverage.missing = report.coverage.missing.map { text($0) }
        result.coverage.orphanRequests = report.coverage.orphanRequests.map { OrphanReason(text: text($0.text), count: $0.count) }
        result.coverage.orphanInvocations = report.coverage.orphanInvocations.map {
            OrphanReason(text: text($0.text), count: $0.count)
        }
        return result
    }

    mutating func rows(_ rows: ExplorerRows) -> ExplorerRows {
        var result = rows
        result.names = rows.names.map { text($0) }
        result.agents = rows.agents.map { text($0) }
        return result
    }
}

// MARK: - Parts of a failure

extension Redacting {
    private mutating func text(_ text: String) -> String {
        guard case .number(let numbering) = step else {
            return redacted(Array(text.utf8)).map { String(decoding: $0, as: UTF8.self) } ?? text
        }
        return numbering.numbered(text)
    }

    /// A text that is no line, as UTF-8; nil when nothing is replaced.
    private mutating func redacted(_ text: [UInt8]) -> [UInt8]? {
        guard case .redact(let redactor) = step else { return nil }
        let before = ofOthers.counts
        guard let redacted = redactor.redact(text, found: &ofOthers) else { return nil }
        for (rule, count) in ofOthers.counts.counts {
            mostInOneText[rule] = max(count - (before.counts[rule] ?? 0), mostInOneText[rule] ?? 0)
        }
        return redacted
    }

    private mutating func lineText(_ text: String) -> String {
        switch step {
        case .number(let numbering): numbering.numbered(text)
        case .redact(let redactor): redactor.redact(text, found: &ofLines)
        }
    }

    private mutating func text(_ text: String?) -> String? { text.map { self.text($0) } }

    private mutating func request(_ request: RequestDetails) -> RequestDetails {
        var result = request
        result.id = text(request.id)
        result.extendedID = text(request.extendedID)
        result.api = text(request.api)
        result.stage = text(request.stage)
        result.method = text(request.method)
        result.route = text(request.route)
        result.path = text(request.path)
        result.responseType = text(request.responseType)
        result.message = text(request.message)
        result.traceID = text(request.traceID)
        result.userAgent = text(request.userAgent)
        result.sourceIP = text(request.sourceIP)
        return result
    }

    private mutating func invocation(_ invocation: InvocationDetails) -> InvocationDetails {
        var result = invocation
        result.id = text(invocation.id)
        result.function = text(invocation.function)
        result.version = text(invocation.version)
        result.logGroup = text(invocation.logGroup)
        result.logStream = text(invocation.logStream)
        return result
    }

    /// Causes nest at most as deep as `StackTraces` reads them.
    private mutating func error(_ error: ErrorDetails) -> ErrorDetails {
        var result = error
        result.type = text(error.type)
        result.message = text(error.message)
        result.raw = text(error.raw)
        for (place, frame) in error.frames.enumerated() {
            let function = text(frame.function)
            let file = text(frame.file)
            if function != frame.function { result.frames[place].function = function }
            if file != frame.file { result.frames[place].file = file }
        }
        result.causes = error.causes.map { self.error($0) }
        return result
    }

    /// Lines and fields in which nothing is replaced stay one with the given ones: a night of failures has millions of them.
    private mutating func lines(_ lines: [FailureLine]) -> [FailureLine] {
        var result = lines
        for place in lines.indices {
            let line = lines[place].line
            let text = lineText(line.text)
            let message = line.message == line.text ? text : self.text(line.message)
            if text != line.text { result[place].line.text = text }
            if message != line.message { result[place].line.message = message }
            for (number, field) in line.fields.enumerated() {
                let redacted = self.field(field)
                if redacted != field { result[place].line.fields[number] = redacted }
            }
        }
        return result
    }

    /// A field is redacted together with its name, as it stood in its document: `password` makes a secret of what follows.
    private mutating func field(_ field: LogField) -> LogField {
        var result = field
        result.name = text(field.name)
        guard case .redact = step else {
            result.value = text(field.value)
            return result
        }
        // The last part that is not empty, of `a.b` and `a.b.` alike.
        let key = field.name.utf8.split(separator: UInt8(ascii: ".")).last.map { String(Substring($0)) } ?? field.name
        var document = [UInt8(ascii: "{")]
        document.reserveCapacity(key.utf8.count + field.value.utf8.count + 8)
        JSONText.appendString(key, to: &document)
        document.append(contentsOf: ":\"".utf8)
        let opening = document
        document.removeLast()
        JSONText.appendString(field.value, to: &document)
        document.append(UInt8(ascii: "}"))
        guard let redacted = redacted(document) else { return result }
        let ending = "\"}".utf8
        if redacted.starts(with: opening), redacted.suffix(ending.count).elementsEqual(ending),
            redacted.count >= opening.count + ending.count,
            let value = jsonUnescaped(redacted.dropFirst(opening.count).dropLast(ending.count))
        {
            result.value = value
        } else {
            result.value = text(field.value)
        }
        return result
    }
}

// MARK: - Parts of the report

extension Redacting {
    private mutating func endpoint(_ endpoint: EndpointSummary) -> EndpointSummary {
        var result = endpoint
        result.endpoint = text(endpoint.endpoint)
        result.api = text(endpoint.api)
        result.stage = text(endpoint.stage)
        if case .redact = step, result.endpoint != endpoint.endpoint { result.slug = slugWithoutName() }
        result.method = text(endpoint.method)
        result.route = text(endpoint.route)
        result.functions = endpoint.functions.map { text($0) }
        result.authorizers = endpoint.authorizers.map { text($0) }
        result.callers = endpoint.callers.map { caller in
            var caller = caller
            caller.userAgent = text(caller.userAgent)
            return caller
        }
        result.versions = endpoint.versions.map { version($0) }
        return result
    }

    private mutating func function(_ function: FunctionSummary) -> FunctionSummary {
        var result = function
        result.function = text(function.function)
        if case .redact = step, result.function != function.function { result.slug = slugWithoutName() }
        result.versions = function.versions.map { version($0) }
        result.endpoints = function.endpoints.map { text($0) }
        return result
    }

    /// For what has a value in its name: not even a hash of it. No other slug has a dot.
    private mutating func slugWithoutName() -> String {
        namelessSlugs += 1
        return "redacted.\(namelessSlugs)"
    }

    private mutating func version(_ version: VersionCount) -> VersionCount {
        var result = version
        result.version = text(version.version)
        return result
    }

    private mutating func group(_ group: FailureGroup) -> FailureGroup {
        var result = group
        result.title = text(group.title)
        result.endpoints = group.endpoints.map { text($0) }
        result.functions = group.functions.map { text($0) }
        result.fingerprint = group.fingerprint.map { LogField(name: text($0.name), value: text($0.value)) }
        result.maskedValues = group.maskedValues.map { masked in
            MaskedValues(mask: masked.mask, values: masked.values.map { (value: text($0.value), count: $0.count) })
        }
        return result
    }

    private mutating func input(_ input: InputReport) -> InputReport {
        var result = input
        result.path = text(input.path)
        result.reason = text(input.reason)
        result.problem = text(input.problem)
        result.accessVariables = input.accessVariables.map { text($0) }
        result.ignoredReasons = Dictionary(
            input.ignoredReasons.map { (text($0.key), $0.value) }, uniquingKeysWith: +)
        result.rejectedSamples = input.rejectedSamples.map { sample in
            RejectedEvent(event: sample.event, reason: text(sample.reason), text: text(sample.text))
        }
        return result
    }
}
