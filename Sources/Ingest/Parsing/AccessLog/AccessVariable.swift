// The `$context` variables an access log can carry, under their canonical names.

/// Where two variables are the same thing, the newer name stands for both. List: the API Gateway developer guide, "variables for
/// access logging", REST, HTTP and WebSocket.
enum AccessVariable: UInt8, CaseIterable {
    case accountId
    case apiId
    case authenticateError
    case authenticateLatency
    case authenticateStatus
    case authorizeError
    case authorizeLatency
    case authorizeStatus
    case authorizerError
    case authorizerIntegrationLatency
    case authorizerIntegrationStatus
    case authorizerLatency
    case authorizerPrincipalId
    case authorizerRequestId
    case authorizerStatus
    case awsEndpointRequestId2
    case cipherSuite
    case connectedAt
    case connectionId
    case customDomainBasePathMatched
    case dataProcessed
    case domainName
    case domainPrefix
    case errorMessage
    case errorMessageString
    case errorResponseType
    case errorValidationErrorString
    case eventType
    case extendedRequestId
    case httpMethod
    case identityAccountId
    case identityApiKey
    case identityApiKeyId
    case identityCaller
    case identityCognitoAuthenticationProvider
    case identityCognitoAuthenticationType
    case identityCognitoIdentityId
    case identityCognitoIdentityPoolId
    case identityPrincipalOrgId
    case identitySourceIp
    case identityUser
    case identityUserAgent
    case identityUserArn
    case identityVpcId
    case identityVpceId
    case integrationError
    case integrationIntegrationStatus
    case integrationLatency
    case integrationRequestId
    case integrationResponseTransferMode
    case integrationStatus
    case integrationTimeToAllHeaders
    case integrationTimeToFirstContent
    /// `$context.integrationStatus`: by its documentation the Lambda service's status for proxy integrations.
    case serviceStatus
    case isCanaryRequest
    case messageId
    case path
    case `protocol`
    case requestId
    case requestTime
    case requestTimeEpoch
    case resourceId
    case resourcePath
    case responseLatency
    case responseLength
    case routeKey
    case stage
    case status
    case tlsVersion
    case wafError
    case wafLatency
    case wafResponseCode
    case wafStatus
    case webaclArn
    case xrayTraceId

    /// The name after `$context.`.
    var name: String {
        switch self {
        case .accountId: "accountId"
        case .apiId: "apiId"
        case .authenticateError: "authenticate.error"
        case .authenticateLatency: "authenticate.latency"
        case .authenticateStatus: "authenticate.status"
        case .authorizeError: "authorize.error"
        case .authorizeLatency: "authorize.latency"
        case .authorizeStatus: "authorize.status"
        case .authorizerError: "authorizer.error"
        case .authorizerIntegrationLatency: "authorizer.integrationLatency"
        case .authorizerIntegrationStatus: "authorizer.integrationStatus"
        case .authorizerLatency: "authorizer.latency"
        case .authorizerPrincipalId: "authorizer.principalId"
        case .authorizerRequestId: "authorizer.requestId"
        case .authorizerStatus: "authorizer.status"
        case .awsEndpointRequestId2: "awsEndpointRequestId2"
        case .cipherSuite: "cipherSuite"
        case .connectedAt: "connectedAt"
        case .connectionId: "connectionId"
        case .customDomainBasePathMatched: "customDomain.basePathMatched"
        case .dataProcessed: "dataProcessed"
        case .domainName: "domainName"
        case .domainPrefix: "domainPrefix"
        case .errorMessage: "error.message"
        case .errorMessageString: "error.messageString"
        case .errorResponseType: "error.responseType"
        case .errorValidationErrorString: "error.validationErrorString"
        case .eventType: "eventType"
        case .extendedRequestId: "extendedRequestId"
        case .httpMethod: "httpMethod"
        case .identityAccountId: "identity.accountId"
        case .identityApiKey: "identity.apiKey"
        case .identityApiKeyId: "identity.apiKeyId"
        case .identityCaller: "identity.caller"
        case .identityCognitoAuthenticationProvider: "identity.cognitoAuthenticationProvider"
        case .identityCognitoAuthenticationType: "identity.cognitoAuthenticationType"
        case .identityCognitoIdentityId: "identity.cognitoIdentityId"
        case .identityCognitoIdentityPoolId: "identity.cognitoIdentityPoolId"
        case .identityPrincipalOrgId: "identity.principalOrgId"
        case .identitySourceIp: "identity.sourceIp"
        case .identityUser: "identity.user"
        case .identityUserAgent: "identity.userAgent"
        case .identityUserArn: "identity.userArn"
        case .identityVpcId: "identity.vpcId"
        case .identityVpceId: "identity.vpceId"
        case .integrationError: "integration.error"
        case .integrationIntegrationStatus: "integration.integrationStatus"
        case .integrationLatency: "integration.latency"
        case .integrationRequestId: "integration.requestId"
        case .integrationResponseTransferMode: "integration.responseTransferMode"
        case .integrationStatus: "integration.status"
        case .integrationTimeToAllHeaders: "integration.timeToAllHeaders"
        case .integrationTimeToFirstContent: "integration.timeToFirstContent"
        case .serviceStatus: "integrationStatus"
        case .isCanaryRequest: "isCanaryRequest"
        case .messageId: "messageId"
        case .path: "path"
        case .protocol: "protocol"
        case .requestId: "requestId"
        case .requestTime: "requestTime"
        case .requestTimeEpoch: "requestTimeEpoch"
        case .resourceId: "resourceId"
        case .resourcePath: "resourcePath"
        case .responseLatency: "responseLatency"
        case .responseLength: "responseLength"
        case .routeKey: "routeKey"
        case .stage: "stage"
        case .status: "status"
        case .tlsVersion: "tlsVersion"
        case .wafError: "waf.error"
        case .wafLatency: "waf.latency"
        case .wafResponseCode: "wafResponseCode"
        case .wafStatus: "waf.status"
        case .webaclArn: "webaclArn"
        case .xrayTraceId: "xrayTraceId"
        }
    }
}
