// The templates that the executable carries, by the names that overrides use.

package enum BuiltInTemplates {
    /// `overview.md`, `advice/unknown.md`, ...: the pages and their partials, then the advice, each in order of name.
    package static let files: [(name: String, text: String)] =
        pages.map { (name: $0.0, text: String(decoding: $0.1, as: UTF8.self)) }
        + advice.map { (name: "advice/" + $0.0, text: String(decoding: $0.1, as: UTF8.self)) }

    private static let pages: [(String, [UInt8])] = [
        ("coverage.md", PackageResources.coverage_md),
        ("definitions.md", PackageResources.definitions_md),
        ("endpoint-rows.md", PackageResources.endpoint_rows_md),
        ("endpoint.md", PackageResources.endpoint_md),
        ("endpoints.md", PackageResources.endpoints_md),
        ("error.md", PackageResources.error_md),
        ("explore.md", PackageResources.explore_md),
        ("failure-rows.md", PackageResources.failure_rows_md),
        ("failure.md", PackageResources.failure_md),
        ("function-rows.md", PackageResources.function_rows_md),
        ("function.md", PackageResources.function_md),
        ("functions.md", PackageResources.functions_md),
        ("group-rows.md", PackageResources.group_rows_md),
        ("group.md", PackageResources.group_md),
        ("groups.md", PackageResources.groups_md),
        ("list.md", PackageResources.list_md),
        ("log.md", PackageResources.log_md),
        ("overview.md", PackageResources.overview_md),
        ("series.md", PackageResources.series_md),
        ("slowest-rows.md", PackageResources.slowest_rows_md),
    ]

    private static let advice: [(String, [UInt8])] = [
        ("access-denied.md", PackageResources.access_denied_md),
        ("answered-client-error.md", PackageResources.answered_client_error_md),
        ("api-key-rejected.md", PackageResources.api_key_rejected_md),
        ("authorizer-crashed.md", PackageResources.authorizer_crashed_md),
        ("authorizer-misconfigured.md", PackageResources.authorizer_misconfigured_md),
        ("background-failure.md", PackageResources.background_failure_md),
        ("credentials-missing.md", PackageResources.credentials_missing_md),
        ("credentials-rejected.md", PackageResources.credentials_rejected_md),
        ("function-permission.md", PackageResources.function_permission_md),
        ("function-throttled.md", PackageResources.function_throttled_md),
        ("function-timeout.md", PackageResources.function_timeout_md),
        ("handled-error.md", PackageResources.handled_error_md),
        ("hidden-failure.md", PackageResources.hidden_failure_md),
        ("init-failed.md", PackageResources.init_failed_md),
        ("integration-failed.md", PackageResources.integration_failed_md),
        ("integration-misconfigured.md", PackageResources.integration_misconfigured_md),
        ("integration-timeout.md", PackageResources.integration_timeout_md),
        ("invalid-body.md", PackageResources.invalid_body_md),
        ("invalid-parameters.md", PackageResources.invalid_parameters_md),
        ("malformed-response.md", PackageResources.malformed_response_md),
        ("out-of-memory.md", PackageResources.out_of_memory_md),
        ("process-exited.md", PackageResources.process_exited_md),
        ("quota-exceeded.md", PackageResources.quota_exceeded_md),
        ("request-too-large.md", PackageResources.request_too_large_md),
        ("response-too-large.md", PackageResources.response_too_large_md),
        ("route-not-found.md", PackageResources.route_not_found_md),
        ("signature-rejected.md", PackageResources.signature_rejected_md),
        ("throttled.md", PackageResources.throttled_md),
        ("unhandled-exception.md", PackageResources.unhandled_exception_md),
        ("unknown.md", PackageResources.unknown_md),
        ("unsupported-media-type.md", PackageResources.unsupported_media_type_md),
        ("waf-blocked.md", PackageResources.waf_blocked_md),
    ]
}
