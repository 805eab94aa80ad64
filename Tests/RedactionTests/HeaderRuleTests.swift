// Authorization, cookies and AWS's own headers, in the shapes logs give them.

import Redaction
import Testing

@Test(
    arguments: [
        Shape("Authorization: Bearer abc.def-123", "Authorization: Bearer [authorization#1]"),
        Shape(
            #"{"headers":{"authorization":"Basic YW5uOmh1bnRlcjI=","host":"x"}}"#,
            #"{"headers":{"authorization":"Basic [authorization#1]","host":"x"}}"#),
        Shape(
            #"{"body":"{\"authorization\":\"Bearer s3cr3t-token\",\"a\":1}"}"#,
            #"{"body":"{\"authorization\":\"Bearer [authorization#1]\",\"a\":1}"}"#),
        Shape(
            "headers: {Accept=*/*, Authorization=ApiKey k3y 5e6, Host=api.example.com}",
            "headers: {Accept=*/*, Authorization=ApiKey [authorization#1], Host=api.example.com}"),
        Shape(
            "headers: {Authorization=opaque, CloudFront-Viewer-Country=DE}",
            "headers: {Authorization=[authorization#1], CloudFront-Viewer-Country=DE}"),
        Shape(
            "/callback?authorization=abcd1234&page=2", "/callback?authorization=[authorization#1]&page=2"),
        Shape(
            "{Authorization=Bearer abcd1234 [TRUNCATED]", "{Authorization=Bearer [authorization#1] [TRUNCATED]"),
        Shape(
            #"{"authorization":"Bearer abcd12"#, #"{"authorization":"Bearer [authorization#1]"#),
        Shape(
            #"{"type":"TOKEN","authorizationToken":"allow-me","methodArn":"arn:aws:execute-api:eu-west-1:111122223333:a/b"}"#,
            #"{"type":"TOKEN","authorizationToken":"[authorization#1]","methodArn":"arn:aws:execute-api:eu-west-1:111122223333:a/b"}"#
        ),
        Shape(
            #""multiValueHeaders":{"Authorization":["Bearer abcd1234"],"Accept":["*/*"]}"#,
            #""multiValueHeaders":{"Authorization":["Bearer [authorization#1]"],"Accept":["*/*"]}"#),
        Shape(
            "{Authorization=[Bearer abcd1234], Accept=[*/*]}",
            "{Authorization=[Bearer [authorization#1]], Accept=[*/*]}"),
        Shape("{ authorization: 'Token abc', host: 'x' }", "{ authorization: 'Token [authorization#1]', host: 'x' }"),
        Shape("upstream said: bearer Abc123456789 is bad", "upstream said: bearer [authorization#1] is bad"),
        Shape(
            #"Authorization: Digest username="ann", realm="x""#,
            #"Authorization: Digest [authorization#1]"ann", realm="x""#),
    ])
func `an authorization value is replaced and its scheme stays`(shape: Shape) { check(shape, rule: "authorization") }

@Test(
    arguments: [
        Shape("Cookie: sid=abc; theme=dark", "Cookie: [cookie#1]"),
        Shape(
            #"{"cookie":"sid=abc; theme=dark","host":"x"}"#, #"{"cookie":"[cookie#1]","host":"x"}"#),
        Shape(#"{\"set-cookie\":\"sid=abc; Path=/\"}"#, #"{\"set-cookie\":\"[cookie#1]\"}"#),
        Shape("{Cookie=a=b; c=d, Host=x}", "{Cookie=[cookie#1], Host=x}"),
        Shape("{Host=x, Cookie=a=b; c=d}", "{Host=x, Cookie=[cookie#1]}"),
        Shape(
            "Set-Cookie: sid=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT\nnext line",
            "Set-Cookie: [cookie#1]\nnext line"),
        Shape("{Cookie=a=bcdefgh [TRUNCATED]", "{Cookie=[cookie#1] [TRUNCATED]"),
        Shape(#"{"Cookie":"a=bcdefgh [TRUNCATED]"#, #"{"Cookie":"[cookie#1] [TRUNCATED]"#),
        Shape("/debug?cookie=a=b", "/debug?cookie=[cookie#1]"),
    ])
func `cookies are replaced whole`(shape: Shape) { check(shape, rule: "cookie") }

@Test func `each cookie of an event is replaced`() {
    check(
        Shape(#"{"cookies":["a=1","b=2"],"x":1}"#, #"{"cookies":["[cookie#1]","[cookie#2]"],"x":1}"#), rule: "cookie",
        times: 2)
}

@Test(
    arguments: [
        Shape(
            "{X-Amz-Security-Token=IQoJb3Jp/+A==, X-Amzn-Trace-Id=Root=1-5759e988-bd862e3fe1be46a994272793}",
            "{X-Amz-Security-Token=[session-token#1], X-Amzn-Trace-Id=Root=1-5759e988-bd862e3fe1be46a994272793}"),
        Shape("{X-Amz-Security-Token=FQoGZXIvYXdzE}", "{X-Amz-Security-Token=[session-token#1]}"),
        Shape(
            "{X-Amz-Security-Token=AgoJb3Jp [TRUNCATED]", "{X-Amz-Security-Token=[session-token#1] [TRUNCATED]"),
        Shape(
            "GET /a?X-Amz-Security-Token=IQoJ%2Fab%3D&X-Amz-Date=20260312T091405Z",
            "GET /a?X-Amz-Security-Token=[session-token#1]&X-Amz-Date=20260312T091405Z"),
        Shape("AWS_SESSION_TOKEN=IQoJb3Jp", "AWS_SESSION_TOKEN=[session-token#1]"),
        Shape(#"{"SessionToken": "IQoJb3Jp"}"#, #"{"SessionToken": "[session-token#1]"}"#),
        Shape(#"{\"x-amz-security-token\":\"IQoJb3Jp\"}"#, #"{\"x-amz-security-token\":\"[session-token#1]\"}"#),
        Shape("x-amz-security-token: IQoJb3Jp", "x-amz-security-token: [session-token#1]"),
    ])
func `session tokens of AWS are replaced`(shape: Shape) { check(shape, rule: "session-token") }

@Test(
    arguments: [
        Shape("?X-Amz-Signature=0f1e2d3c", "?X-Amz-Signature=[aws-signature#1]"),
        Shape(
            "?X-Amz-Credential=EXAMPLE%2F20260312%2Feu-west-1&X-Amz-Expires=300",
            "?X-Amz-Credential=[aws-signature#1]&X-Amz-Expires=300"),
        Shape(#"{"X-Amz-Signature":"0f1e2d3c"}"#, #"{"X-Amz-Signature":"[aws-signature#1]"}"#),
        Shape(#"{\"X-Amz-Signature\":\"0f1e2d3c\"}"#, #"{\"X-Amz-Signature\":\"[aws-signature#1]\"}"#),
        Shape("{X-Amz-Signature=0f1e2d3c, Host=x}", "{X-Amz-Signature=[aws-signature#1], Host=x}"),
        Shape("X-Amz-Signature: 0f1e2d3c", "X-Amz-Signature: [aws-signature#1]"),
        Shape("{X-Amz-Signature=0f1e2d [TRUNCATED]", "{X-Amz-Signature=[aws-signature#1] [TRUNCATED]"),
    ])
func `signatures of AWS requests are replaced`(shape: Shape) { check(shape, rule: "aws-signature") }

@Test func `both parts of a signed request's header are replaced`() {
    check(
        Shape(
            "Authorization: AWS4-HMAC-SHA256 Credential=EXAMPLE/20260312/eu-west-1/s3, SignedHeaders=host, Signature=0f1e2d3c4b5a69788796",
            "Authorization: AWS4-HMAC-SHA256 Credential=[aws-signature#1], SignedHeaders=host, Signature=[aws-signature#2]"
        ), rule: "aws-signature", times: 2)
}
