// All pages of the site but those of single failures.

let templatePages: [any TemplatePage.Type] = [
    OverviewPage.self, EndpointPage.self, FunctionPage.self, GroupPage.self, FailurePage.self, CoveragePage.self,
    DefinitionsPage.self, ListPage.self, EndpointsPage.self, FunctionsPage.self, GroupsPage.self,
    ExplorerPage.self,
]

func pageParts(_ night: Night) -> [SitePart] {
    [SitePart { overviewFiles(night) }, SitePart { definitionFiles(night) }] + coverageParts(night) + indexParts(night)
        + endpointParts(night) + functionParts(night) + groupParts(night) + failureListParts(night)
        + explorerParts(night)
}
