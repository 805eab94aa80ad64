// All log groups of the night, each in its container, and the configuration that names the log group of each.

final class LogBook {
    private var groups: [LogGroupWriter] = []
    private var configured: [(path: String, group: String?)] = []
    private let folder: OutputFolder
    private let kinds: [ContainerKind]
    private let deliveryMilliseconds: Int64
    private var random: SplitMix64

    init(folder: OutputFolder, kinds: [ContainerKind], seed: UInt64, deliveryMilliseconds: Int64) {
        self.folder = folder
        self.kinds = kinds
        self.deliveryMilliseconds = deliveryMilliseconds
        random = SplitMix64(seed: seed ^ 0xB00C)
    }

    /// Groups take the kinds of containers in turn.
    func add(_ name: String, isAccessLog: Bool = false) -> LogGroupWriter {
        let kind = kinds[groups.count % kinds.count].forGroup(isAccessLog: isAccessLog)
        let group = LogGroupWriter(name: name, container: container(kind, name))
        groups.append(group)
        return group
    }

    /// An input that is no log group's.
    func configure(path: String) { configured.append((path, nil)) }

    func flush(before time: Int64) throws {
        for group in groups { try group.flush(before: time) }
    }

    func finish() throws {
        for group in groups { try group.finish() }
        try folder.append([UInt8](configuration.utf8), to: "faultline.yml", gzip: false)
    }

    private func container(_ kind: ContainerKind, _ name: String) -> any LogContainer {
        // The export names its task where others name the group.
        let place = kind == .s3Export ? "exports/\(random.uuid())" : fileName(name)
        let path = "logs/\(kind.rawValue)/\(place)"
        configured.append((path, name))
        switch kind.writer {
        case .delivery(let form):
            return DeliveryContainer(
                folder: folder, path: path, group: name, form: form, objectMs: deliveryMilliseconds, seed: random.next())
        case .rows(let form): return RowContainer(folder: folder, path: path, group: name, form: form)
        case .filterPages:
            return FilterContainer(
                folder: folder, path: path, number: configured.count(where: { $0.path.hasPrefix("logs/filter") }) - 1)
        case .streamPages: return StreamPagesContainer(folder: folder, path: path)
        case .export: return ExportContainer(folder: folder, path: path)
        case .text: return TextContainer(folder: folder, path: path)
        }
    }

    private var configuration: String {
        var text = "title: A generated night\ntimezone: UTC\ninputs:\n"
        for entry in configured {
            text += "  - path: \(json(entry.path))\n"
            if let group = entry.group { text += "    log-group: \(json(group))\n" }
        }
        return text
    }
}
