// What templates call the variables besides their own names: the one table of aliases.

/// Keys are compared in lower case without `_`, `-`, `.`, blanks and `$`. The canonical names themselves are added by
/// `AccessKeys`.
let accessAliases: [(key: String, variable: AccessVariable)] = [
    // Ids
    ("apigwrequestid", .requestId), ("apigatewayrequestid", .requestId), ("gatewayrequestid", .requestId),
    ("apirequestid", .requestId), ("reqid", .requestId), ("requestid", .requestId), ("xamznrequestid", .requestId),
    ("extrequestid", .extendedRequestId), ("extendedid", .extendedRequestId), ("xamzapigwid", .extendedRequestId),
    ("awsendpointrequestid", .integrationRequestId), ("lambdarequestid", .integrationRequestId),
    ("functionrequestid", .integrationRequestId), ("integrationid", .integrationRequestId),
    ("backendrequestid", .integrationRequestId), ("endpointrequestid", .integrationRequestId),
    ("awsrequestid", .integrationRequestId),
    ("authorizerlambdarequestid", .authorizerRequestId), ("authrequestid", .authorizerRequestId),
    ("traceid", .xrayTraceId), ("xraytrace", .xrayTraceId), ("xray", .xrayTraceId), ("xamzntraceid", .xrayTraceId),
    // Client
    ("ip", .identitySourceIp), ("sourceip", .identitySourceIp), ("clientip", .identitySourceIp),
    ("remoteip", .identitySourceIp), ("remoteaddr", .identitySourceIp),
    ("useragent", .identityUserAgent), ("agent", .identityUserAgent), ("ua", .identityUserAgent),
    ("caller", .identityCaller), ("user", .identityUser), ("userarn", .identityUserArn),
    ("apikey", .identityApiKey), ("apikeyid", .identityApiKeyId), ("principalid", .authorizerPrincipalId),
    ("cognitoidentityid", .identityCognitoIdentityId),
    // What was asked
    ("method", .httpMethod), ("httpverb", .httpMethod), ("verb", .httpMethod), ("requestmethod", .httpMethod),
    ("resource", .resourcePath), ("route", .routeKey), ("routeid", .routeKey),
    ("requestpath", .path), ("uri", .path), ("url", .path), ("httppath", .path),
    ("host", .domainName), ("domain", .domainName), ("stagename", .stage), ("api", .apiId), ("restapiid", .apiId),
    ("time", .requestTime), ("timestamp", .requestTime), ("requesttimestamp", .requestTime), ("datetime", .requestTime),
    ("epoch", .requestTimeEpoch), ("requestepoch", .requestTimeEpoch), ("timeepoch", .requestTimeEpoch),
    ("requesttimems", .requestTimeEpoch),
    // What was answered
    ("statuscode", .status), ("httpstatus", .status), ("httpstatuscode", .status), ("responsestatus", .status),
    ("responsecode", .status), ("code", .status),
    ("latency", .responseLatency), ("responsetime", .responseLatency), ("totallatency", .responseLatency),
    ("duration", .responseLatency), ("requestlatency", .responseLatency), ("responselatencyms", .responseLatency),
    ("length", .responseLength), ("responsesize", .responseLength), ("bytes", .responseLength),
    ("responsebytes", .responseLength), ("contentlength", .responseLength),
    ("integrationlatencyms", .integrationLatency), ("backendlatency", .integrationLatency),
    ("lambdalatency", .integrationLatency), ("functionlatency", .integrationLatency),
    // What went wrong
    ("integrationerrormessage", .integrationError), ("integrationerror", .integrationError),
    ("lambdaerror", .integrationError), ("interror", .integrationError),
    ("errormessage", .errorMessage), ("errormsg", .errorMessage), ("errmsg", .errorMessage), ("error", .errorMessage),
    ("message", .errorMessage), ("errormessagestring", .errorMessageString),
    ("errortype", .errorResponseType), ("responsetype", .errorResponseType), ("errorresponse", .errorResponseType),
    ("gatewayresponsetype", .errorResponseType),
    ("validationerror", .errorValidationErrorString), ("validationerrorstring", .errorValidationErrorString),
    ("errorvalidation", .errorValidationErrorString),
    // Statuses of the parts
    ("functionstatus", .integrationStatus), ("functionresponsestatus", .integrationStatus),
    ("lambdastatus", .integrationStatus), ("backendstatus", .integrationStatus),
    ("integrationservicestatus", .integrationIntegrationStatus), ("servicestatus", .integrationIntegrationStatus),
    ("lambdaservicestatus", .integrationIntegrationStatus),
    ("authorizeresultstatus", .authorizeStatus), ("authorizerservicestatus", .authorizerStatus),
    ("authlatency", .authorizerLatency), ("autherror", .authorizerError),
    ("wafresponse", .wafResponseCode), ("wafaction", .wafResponseCode),
]
