"""Made-up secrets: what stands in the log, and the part of it that must be gone. Assembled, so that no scanner takes one for real."""

import base64
import json

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"


def _word(seed, length, alphabet=LETTERS):
    state, word = seed * 2_654_435_761 + 12_345, ""
    for _ in range(length):
        state = (state * 6_364_136_223_846_793_005 + 1_442_695_040_888_963_407) % 2**64
        word += alphabet[(state >> 33) % len(alphabet)]
    return word


def _jwt(seed):
    head = base64.urlsafe_b64encode(b'{"alg":"HS256","typ":"JWT"}').rstrip(b"=").decode()
    body = base64.urlsafe_b64encode(json.dumps({"sub": _word(seed, 12)}).encode()).rstrip(b"=").decode()
    return f"{head}.{body}.{_word(seed + 1, 43)}"


def _luhn(digits):
    total = sum(int(d) if place % 2 else sum(divmod(2 * int(d), 10)) for place, d in enumerate(reversed(digits)))
    return digits + str(-total % 10)


def _kinds():
    """Kind, then a text and its secret for each of three seeds."""
    def each(kind, make):
        return [(kind, *make(seed)) for seed in (101, 202, 303)]

    def around(before, length, after="", alphabet=LETTERS):
        def make(seed):
            secret = _word(seed * 1_000 + sum(map(ord, before)), length, alphabet)
            return before + secret + after, secret
        return make

    def itself(make):
        return lambda seed: (f"saw {make(seed)} there", make(seed))

    upper, digits, hexes = LETTERS[:26] + "234567", "0123456789", "0123456789abcdef"
    secrets = []
    for kind, make in {
        "bearer header": around("Authorization: Bearer ", 40),
        "basic header": around("Authorization: Basic ", 24, "=="),
        "cookie header": around("Cookie: sid=", 32),
        "set-cookie header": around("Set-Cookie: sid=", 32, "; Path=/"),
        "session token": around("X-Amz-Security-Token=IQoJb3JpZ2lu", 60),
        "JSON web token": itself(_jwt),
        "cut JSON web token": lambda seed: (f"saw {_jwt(seed)[:64]} [TRUNCATED]", _jwt(seed)[:64]),
        "AWS access key": itself(lambda seed: "AKIA" + _word(seed, 16, upper)),
        "AWS secret key": around("aws_secret_access_key=", 40),
        "AWS signature": around("X-Amz-Signature=", 64, "&x=1", hexes),
        "password in JSON": around('{"user":"u","password":"', 18, '"}'),
        "password in JSON in JSON": around('{"body":"{\\"password\\":\\"', 18, '\\"}"}'),
        "API key in a header map": around("{x-api-key=", 32, ", Host=api.example.com}"),
        "password in a query": around("?user=u&pwd=", 14, "&next=1"),
        "client secret": around("client_secret: ", 32),
        "refresh token": around('{"refresh_token":"', 40, '"}'),
        "URL credentials": around("postgres://app:", 16, "@db.example.com/x"),
        "private key": around("-----BEGIN PRIVATE KEY-----\\n", 64, "\\n-----END PRIVATE KEY-----"),
        "card number": itself(lambda seed: _luhn("4" + _word(seed, 14, digits))),
        "GitHub token": itself(lambda seed: "ghp" + "_" + _word(seed, 36)),
        "Slack token": itself(lambda seed: "xox" + "b-" + _word(seed, 24)),
        "Stripe key": itself(lambda seed: "sk" + "_live_" + _word(seed, 24)),
        "Google key": itself(lambda seed: "AIza" + _word(seed, 35)),
        "e-mail address": itself(lambda seed: _word(seed, 10, LETTERS[26:52]) + "@example.com"),
        "telephone number": itself(lambda seed: "+4415" + _word(seed, 8, digits)),
        "session id": around("JSESSIONID=", 32, "", LETTERS[:26]),
    }.items():
        secrets += each(kind, make)
    return secrets


SECRETS = _kinds()
"""(kind, text, secret)."""
