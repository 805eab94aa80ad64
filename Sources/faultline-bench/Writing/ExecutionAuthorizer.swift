// The authorizer's block of an execution log. It names its lines as the integration's block does.

extension ExecutionLines {
    mutating func putAuthorizer(_ landscape: Landscape, _ random: inout SplitMix64) {
        let authorizerID = "au7q2w"
        put("Starting authorizer: \(authorizerID) for request: \(id)")
        guard exchange.authorizerEnding != .noCredentials else { return }
        let tail = random.hex(6)
        put("Incoming identity: ******************************\(tail)")
        let function = landscape.functions[landscape.authorizer]
        put("Endpoint request URI: \(lambdaURI(function.name))")
        put(
            "Endpoint request headers: {X-Amz-Date=\(compactTime(exchange.time)), x-amzn-apigateway-api-id=\(api.id), "
                + "X-Amz-Source-Arn=arn:aws:execute-api:\(Landscape.region):\(Landscape.account):\(api.id)/authorizers/\(authorizerID), "
                + "Accept=application/json, User-Agent=AmazonAPIGateway_\(api.id), X-Amz-Security-Token=FAKEsecurityTOKEN"
                + random.letters(12) + restOfToken + "}")
        put(
            "Endpoint request body after transformations: {\"type\":\"TOKEN\",\"authorizationToken\":\"Bearer eyJfake"
                + random.letters(16) + ".eyJ" + random.letters(20) + ".fake\(tail)\",\"methodArn\":\"arn:aws:execute-api:"
                + "\(Landscape.region):\(Landscape.account):\(api.id)/\(api.stage)/\(exchange.method)\(exchange.path)\"}")
        put("Sending request to \(lambdaURI(function.name))")
        guard exchange.authorizerEnding != .misconfigured else { return }
        time += Int64(exchange.authorizerLatency)
        if let run = exchange.authorizerRun, run.failed {
            put("Authorizer result body before parsing: \(errorDocument(run, function))")
            return
        }
        let effect = exchange.authorizerEnding == .denied ? "Deny" : "Allow"
        put(
            "Authorizer result body before parsing: {\"principalId\":\"customer-\(tail)\",\"policyDocument\":{\"Version\":"
                + "\"2012-10-17\",\"Statement\":[{\"Action\":\"execute-api:Invoke\",\"Effect\":\"\(effect)\",\"Resource\":\"*\"}]}}"
        )
        put("Using valid authorizer policy for principal: ******\(tail)")
        put("Successfully completed authorizer execution")
    }
}
