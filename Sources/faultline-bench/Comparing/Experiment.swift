// What can be measured, each alone or all in turn.

enum Experiment: String, CaseIterable {
    case night, pages
    case manyPages = "many-pages"
    case curve
    case startUp = "start-up"
    case smallFiles = "small-files"
    case costs

    static let names = allCases.map(\.rawValue).joined(separator: ", ")

    func run(_ bench: Bench) throws -> [ComparisonRow] {
        switch self {
        case .night: try bench.compareNight()
        case .pages: try bench.comparePages()
        case .manyPages: try bench.measureManyPages()
        case .curve: try bench.measureCurve()
        case .startUp: try bench.measureStartUp()
        case .smallFiles: try bench.compareSmallFiles()
        case .costs: try bench.countCosts()
        }
    }
}

/// What all measurements share; each is an extension in a file of its own.
struct Bench {
    let folder: BenchFolder
    /// Path of the program that is measured.
    let faultline: String
    /// Our own path.
    let own: String
    let rounds: Int
    /// Of the night that is compared with the peers.
    let requests: Int
    /// Requests of the largest night of the curve.
    let largest: Int

    /// Builds the site of a night into a folder that is made anew: a site that is there already would be compared with.
    func build(
        _ night: String, jobs: Int? = nil, options: [String] = [], keeping name: String = "site"
    ) throws -> SiteRun {
        try SiteRun(faultline, ["--config", "\(night)/faultline.yml"] + options, site: folder.fresh(name), jobs: jobs)
    }
}

/// The runs of one program, one a round.
extension [ChildRun] {
    var seconds: Double { middle(of: map(\.seconds)) }
    var peakMemory: Int64 { map(\.peakMemory).max() ?? 0 }

    /// The median of the rounds' own ratios: what slows a whole round does not change it.
    func ratio(to others: [ChildRun]) -> Double { middle(of: zip(self, others).map { $0.seconds / $1.seconds }) }
}

extension [SiteRun] {
    var children: [ChildRun] { map(\.child) }
    var hashes: Set<String> { Set(map(\.hash)) }

    /// Median of the seconds of some stages together.
    func seconds(of stages: String...) -> Double {
        middle(of: map { run in stages.reduce(0) { $0 + (run.stages[$1] ?? 0) } })
    }
}
