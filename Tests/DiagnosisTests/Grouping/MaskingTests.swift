// What is taken out of a message before it is compared.

import Diagnosis
import Model
import Testing

private func title(_ message: String) -> String {
    var failures = [
        Failure(
            id: "a", time: receipt, verdict: Verdict(cause: .unhandledException, confidence: .certain, sentence: "", proof: []))
    ]
    failures[0].error = ErrorDetails(type: nil, message: message, runtime: nil, raw: "", caught: false)
    return groupFailures(&failures)[0].title
}

@Suite struct MaskingTests {
    @Test(arguments: [
        ("waited 29.5 s for order -17", "waited \u{2039}n\u{203A} s for order -\u{2039}n\u{203A}"),
        ("took 29ms, S3 and utf8 stay", "took \u{2039}n\u{203A}ms, S3 and utf8 stay"),
        ("order a9 and order a123", "order a\u{2039}n\u{203A} and order a\u{2039}n\u{203A}"),
        ("TLS1.2 and SHA256 of v2", "TLS1.2 and SHA256 of v2"),
        ("request 7c9e6679-7425-40de-944b-e07fc1f90ae7.", "request \u{2039}uuid\u{203A}."),
        ("RequestId:7c9e6679-7425-40de-944b-e07fc1f90ae7", "RequestId:\u{2039}uuid\u{203A}"),
        ("commit 9f8e7d6c5b4a at 0xdeadbeef", "commit \u{2039}hex\u{203A} at \u{2039}hex\u{203A}"),
        ("gateway id AbCdEfGhIAMEPQ=", "gateway id \u{2039}id\u{203A}"),
        ("key ord_01HXYZABC123 unknown", "key ord_\u{2039}id\u{203A} unknown"),
        ("no access to arn:aws:s3:::orders/17, sorry", "no access to \u{2039}arn\u{203A}, sorry"),
        ("GET https://api.example.com/v1/x?y=1 failed", "GET \u{2039}url\u{203A} failed"),
        ("getaddrinfo ENOTFOUND db-7.internal", "getaddrinfo ENOTFOUND \u{2039}host\u{203A}"),
        ("connect ECONNREFUSED 203.0.113.7:5432", "connect ECONNREFUSED \u{2039}ip\u{203A}"),
        ("from 2001:db8:0:1::7 refused", "from \u{2039}ip\u{203A} refused"),
        ("no such file /var/task/data/17.json", "no such file \u{2039}path\u{203A}"),
        ("mail to ann.lee@example.com bounced", "mail to \u{2039}email\u{203A} bounced"),
        (
            "Cannot read properties of undefined (reading 'id')",
            "Cannot read properties of undefined (reading '\u{2039}quoted\u{203A}')"
        ),
        ("can't find it, don't ask", "can't find it, don't ask"),
        ("expired at 2026-03-12T09:14:05.128Z", "expired at \u{2039}time\u{203A}"),
        ("java.lang.NullPointerException in com.acme.Repo.find", "java.lang.NullPointerException in com.acme.Repo.find"),
        ("and/or not a path", "and/or not a path"),
        ("two\n  lines\tand tabs ", "two lines and tabs"),
        ("an open \"quote stays", "an open \"quote stays"),
        ("", "Unhandled exception without a route"),
    ])
    func `Variable parts are masked, words stay`(message: String, expected: String) {
        #expect(title(message) == expected)
    }

    @Test func `A title has an end`() {
        #expect(title(String(repeating: "word ", count: 10_000)).utf8.count < 500)
    }
}
