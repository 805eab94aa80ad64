// Values known by their own form: tokens, cards, addresses.

import Redaction
import Testing

private let jwt = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbm4ifQ.c2lnbmF0dXJl"

@Test(
    arguments: [
        Shape("bad token \(jwt)!", "bad token [jwt#1]!"),
        Shape(#"{"t":"\#(jwt)"}"#, #"{"t":"[jwt#1]"}"#),
        Shape(#"{\"t\":\"\#(jwt)\"}"#, #"{\"t\":\"[jwt#1]\"}"#),
        Shape("{X-Jwt=\(jwt), Host=x}", "{X-Jwt=[jwt#1], Host=x}"),
        Shape("/a?t=\(jwt)&b=1", "/a?t=[jwt#1]&b=1"),
        Shape("Authorization: Bearer \(jwt)", "Authorization: Bearer [jwt#1]"),
        Shape("access_token=\(jwt)", "access_token=[jwt#1]"),
        Shape("eyJhbGciOiJub25lIn0.eyJzdWIiOi [TRUNCATED]", "[jwt#1] [TRUNCATED]"),
        Shape("cut eyJhbGciOiJub25lIiwiYQ", "cut [jwt#1]"),
        Shape(#"line\n\#(jwt)\n"#, #"line\n[jwt#1]\n"#),
    ])
func `a JSON Web Token has one placeholder wherever it stands`(shape: Shape) { check(shape, rule: "jwt") }

// Assembled, so that no text here is a token of its vendor's form.
private let github = "ghp" + "_" + "0123456789abcdefghijABCDEFGHIJ012345"
private let slack = "xoxb" + "-" + "1234567890-abcdefghij"
private let stripe = "sk" + "_live_" + "0123456789abcdefgh"
private let google = "AI" + "za" + "0123456789abcdefghijABCDEFGHIJ01234"

@Test(
    arguments: [
        Shape("clone with \(github) failed", "clone with [vendor-token#1] failed"),
        Shape(#"{"t":"\#(slack)"}"#, #"{"t":"[vendor-token#1]"}"#),
        Shape(#"{\"t\":\"\#(stripe)\"}"#, #"{\"t\":\"[vendor-token#1]\"}"#),
        Shape("{X-Goog=\(google), Host=x}", "{X-Goog=[vendor-token#1], Host=x}"),
        Shape("/maps?key=\(google)&q=x", "/maps?key=[vendor-token#1]&q=x"),
        Shape("api_key=\(stripe)", "api_key=[vendor-token#1]"),
        Shape("ghp" + "_0123456789abcdefgh [TRUNCATED]", "[vendor-token#1] [TRUNCATED]"),
    ])
func `tokens of well-known vendors are replaced`(shape: Shape) { check(shape, rule: "vendor-token") }

@Test(
    arguments: [
        Shape("charged 4111111111111111 twice", "charged [card#1] twice"),
        Shape(#"{"pan_number":"4111-1111-1111-1111"}"#, #"{"pan_number":"[card#1]"}"#),
        Shape(#"{\"number\":\"5555555555554444\"}"#, #"{\"number\":\"[card#1]\"}"#),
        Shape("{number=378282246310005, Host=x}", "{number=[card#1], Host=x}"),
        Shape("?number=6011111111111117&a=1", "?number=[card#1]&a=1"),
        Shape("amex 3782 822463 10005.", "amex [card#1]."),
        Shape("card 30569309025904", "card [card#1]"),
        Shape("4222222222222 [TRUNCATED]", "[card#1] [TRUNCATED]"),
    ])
func `card numbers with a right check digit are replaced`(shape: Shape) { check(shape, rule: "card") }

@Test(
    arguments: [
        Shape("no user ann@example.com.", "no user [email#1]."),
        Shape(#"{"email":"ann.b+c@mail.example.co.uk"}"#, #"{"email":"[email#1]"}"#),
        Shape(#"{\"email\":\"ann@example.com\"}"#, #"{\"email\":\"[email#1]\"}"#),
        Shape("{X-User=ann@example.com, Host=x}", "{X-User=[email#1], Host=x}"),
        Shape("?user=ann%40example.com&a=1", "?user=[email#1]&a=1"),
        Shape("to <ann@example.com>", "to <[email#1]>"),
        Shape("ann@example.co [TRUNCATED]", "[email#1] [TRUNCATED]"),
        Shape("j\u{FC}rgen@example.com", "[email#1]"),
        Shape(#"users:\nann@example.com\n"#, #"users:\n[email#1]\n"#),
    ])
func `e-mail addresses are replaced`(shape: Shape) { check(shape, rule: "email") }

@Test(
    arguments: [
        Shape("connect ECONNREFUSED 10.0.3.17:5432", "connect ECONNREFUSED 10.0.3.x:5432"),
        Shape(#"{"sourceIp":"203.0.113.7"}"#, #"{"sourceIp":"203.0.113.x"}"#),
        Shape(#"{\"ip\":\"203.0.113.7\"}"#, #"{\"ip\":\"203.0.113.x\"}"#),
        Shape("{X-Real-Ip=203.0.113.7, Host=x}", "{X-Real-Ip=203.0.113.x, Host=x}"),
        Shape("?ip=203.0.113.7&a=1", "?ip=203.0.113.x&a=1"),
        Shape("http://198.51.100.20/x", "http://198.51.100.x/x"),
        Shape("from 203.0.113.7 [TRUNCATED]", "from 203.0.113.x [TRUNCATED]"),
        Shape("from 203.0.113.7.", "from 203.0.113.x."),
        Shape(#"{"ip":"2001:db8:85a3:8d3:1319:8a2e:370:7348"}"#, #"{"ip":"2001:db8:85a3::x"}"#),
        Shape("from 2001:DB8::5: refused", "from 2001:db8:0::x: refused"),
        Shape("[2001:db8:1::5]:443", "[2001:db8:1::x]:443"),
        Shape("ip:2001:db8:1:2::", "ip:2001:db8:1::x"),
        Shape("::ffff:203.0.113.7", "::ffff:203.0.113.x"),
        // A second pass must not take what is left of it for the name in an e-mail address.
        Shape("203.0.113.7@proxy.example.com", "203.0.113.x@proxy.example.com"),
        Shape("2001:db8:1:2::5%40proxy.example.com", "2001:db8:1::x%40proxy.example.com"),
    ])
func `addresses are shortened to their network`(shape: Shape) { check(shape, rule: "ip-address") }
