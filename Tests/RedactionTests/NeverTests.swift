// What must stay: ids, names, times, numbers and messages that only look like secrets.

import Redaction
import Testing

@Test(
    arguments: [
        "RequestId: 6f1b2c3d-1111-4222-8333-444455556666",
        "X-Amzn-Trace-Id=Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1",
        "Extended Request Id: AbCdEfGhIAMEPQ=",
        "(AbCd1EFgoAMGhiA=) Starting execution",
        "requestId=eyJhbGciOiJub2",
        "START RequestId: 6f1b2c3d-1111-4222-8333-444455556666 Version: 12",
        "REPORT RequestId: 6f1b2c3d-1111-4222-8333-444455556666\tDuration: 4111.11 ms\tBilled Duration: 4112 ms\tMemory Size: 128 MB\tMax Memory Used: 64 MB",
        "2026-03-12T09:14:05.128Z ERROR at 12/Mar/2026:09:14:05 +0000 1741770845128 1741770845128123456",
        "arn:aws:lambda:eu-west-1:111122223333:function:orders-get:prod",
        "arn:aws:execute-api:eu-west-1:111122223333:a1b2c3d4e5/prod/GET/orders/17",
        "runtime version v1.2.3.4, version 1.2.3.4, \"version\":\"1.2.3.4\", Chrome/120.0.0.0",
        "lodash@4.17.21 and express@4.18.2-beta.rc in node_modules/@aws-sdk/client-s3",
        "Error: status 401, code 403",
        "SyntaxError: Unexpected token: } in JSON at position 41",
        "session: expired",
        "TypeError: Cannot read properties of undefined (reading 'password')",
        "{\"password\":null,\"token\":\"\",\"secret\":undefined}",
        "Authorization=****************abc123, Incoming identity: ****************abc123",
        "API Key: ************abc123 API Stage: a1b2c3d4e5/prod",
        "API Key  authorized because method 'GET /orders' does not require API Key",
        "Verifying Usage Plan for request: 6f1b2c3d-1111-4222-8333-444455556666. API Key: API Stage: a1/prod",
        "AWS::Lambda::Function std::vector Aws::S3::Errors Cafe::Bed 09:14:05",
        "    at Object.<anonymous> (/var/task/index.js:12:5)",
        "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "AB:CD:EF:01:23:45:67:89:AB:CD:EF:01:23:45:67:89:AB:CD:EF:01",
        "4111111111111112 411111111111111 0.4111111111111111",
        "connect ECONNREFUSED 127.0.0.1:5432 or ::1:5432 or 0.0.0.0 or http://169.254.169.254/latest",
        "Bearer authentication is required; Basic authentication too; Token expired",
        "password == expected, tokens=512, maxTokens: 4096, tokenType: Bearer, secretName=db/prod",
        "invalid cookie: malformed",
        "https://example.com/@scope/x?at=@",
        "-----BEGIN PRIVATE KEY----------END PRIVATE KEY-----",
        "",
    ])
func `this stays as it is`(line: String) {
    var found = RedactedValues()
    let shown = Redactor().redact(line, numbering: &found)
    #expect(shown == line)
    #expect(found.counts.counts.isEmpty)
}
