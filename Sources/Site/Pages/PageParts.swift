// All pages of the site but those of single failures.

let templatePages: [any TemplatePage.Type] = [OverviewPage.self, FailurePage.self]

func pageParts(_ night: Night) -> [SitePart] {
    [SitePart { overviewFiles(night) }]
}
