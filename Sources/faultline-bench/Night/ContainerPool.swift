// Execution environments of one function: warm ones are used again, latest first; a new one is a cold start.

struct ExecutionEnvironment {
    var stream: Int
    var version: Int
    var freeAt: Int64
}

struct ContainerPool {
    private(set) var environments: [ExecutionEnvironment] = []
    private let idleLimit: Int64 = 40 * 60_000

    /// A free environment of that version, or nil: then the caller makes one with `add`. Environments that were idle too long
    /// are shut down and returned by stream number.
    mutating func take(at time: Int64, version: Int) -> (index: Int?, closed: [Int]) {
        var closed: [Int] = []
        environments.removeAll { environment in
            let outdated = environment.version != version || time - environment.freeAt > idleLimit
            guard outdated, environment.freeAt < time else { return false }
            closed.append(environment.stream)
            return true
        }
        let free = environments.lastIndex { $0.freeAt < time && $0.version == version }
        return (free, closed)
    }

    mutating func add(_ environment: ExecutionEnvironment) -> Int {
        environments.append(environment)
        return environments.count - 1
    }

    mutating func occupy(_ index: Int, until time: Int64) { environments[index].freeAt = time }

    /// No run will be given to it again.
    mutating func retire(_ index: Int) { environments[index].version = -1 }

    func stream(_ index: Int) -> Int { environments[index].stream }
}
