// Named secrets, URL credentials, PEM blocks and AWS keys, in the shapes logs give them.

import Redaction
import Testing

@Test(
    arguments: [
        Shape("password=hunter2", "password=[secret#1]"),
        Shape("login failed, password: hunter2, user: ann", "login failed, password: [secret#1], user: ann"),
        Shape(#"{"user":"ann","passwd":"p,\"w}","x":1}"#, #"{"user":"ann","passwd":"[secret#1]","x":1}"#),
        Shape(#"{"client_secret" : "abc" }"#, #"{"client_secret" : "[secret#1]" }"#),
        Shape(#"{"body":"{\"password\":\"a b\",\"x\":1}"}"#, #"{"body":"{\"password\":\"[secret#1]\",\"x\":1}"}"#),
        Shape(
            #"{"a":"{\"b\":\"{\\\"password\\\":\\\"a b\\\"}\"}"}"#,
            #"{"a":"{\"b\":\"{\\\"password\\\":\\\"[secret#1]\\\"}\"}"}"#),
        Shape("POST /login?user=ann&pwd=abc&next=/home", "POST /login?user=ann&pwd=[secret#1]&next=/home"),
        Shape("{x-api-key=k3y, Host=x}", "{x-api-key=[secret#1], Host=x}"),
        Shape(#"{"password":"hunt"#, #"{"password":"[secret#1]"#),
        Shape(#"{\"password\":\"hunt [TRUNCATED]"#, #"{\"password\":\"[secret#1] [TRUNCATED]"#),
        Shape("{'secret': b'abc', 'n': 1}", "{'secret': b'[secret#1]', 'n': 1}"),
        Shape("Login(user: ann, password: Optional(\"abc\"))", "Login(user: ann, password: Optional(\"[secret#1]\"))"),
        Shape("{:password=>\"abc\", :id=>1}", "{:password=>\"[secret#1]\", :id=>1}"),
        Shape("DB_PASSWORD=abc\nDB_HOST=db", "DB_PASSWORD=[secret#1]\nDB_HOST=db"),
        Shape("Server=db;Password=abc;Pooling=true", "Server=db;Password=[secret#1];Pooling=true"),
        Shape(#"{"identity":{"apiKey":"k3y"}}"#, #"{"identity":{"apiKey":"[secret#1]"}}"#),
        Shape(
            "Verifying Usage Plan. API Key: abc123def API Stage: x/prod",
            "Verifying Usage Plan. API Key: [secret#1] API Stage: x/prod"),
        Shape("&access_token=abc", "&access_token=[secret#1]"),
        Shape("refreshToken: 'abc'", "refreshToken: '[secret#1]'"),
        Shape(#""id_token":"abc""#, #""id_token":"[secret#1]""#),
        Shape("session=a1b2c3d4", "session=[secret#1]"),
        Shape("JSESSIONID=abc", "JSESSIONID=[secret#1]"),
        Shape("private_key=abc", "private_key=[secret#1]"),
        Shape(#"{"ssn":"078-05-1120"}"#, #"{"ssn":"[secret#1]"}"#),
        Shape(#"{"cvv":123}"#, #"{"cvv":[secret#1]}"#),
        Shape(#"{"card":"12345678"}"#, #"{"card":"[secret#1]"}"#),
        Shape("password=p\u{E4}ss w", "password=[secret#1] w"),
    ])
func `a value named as a secret is replaced`(shape: Shape) { check(shape, rule: "secret") }

@Test(
    arguments: [
        Shape("postgres://app:pw@db.example.net:5432/x", "postgres://[url-credentials#1]@db.example.net:5432/x"),
        Shape(#"{"url":"https://app:pw@example.com/"}"#, #"{"url":"https://[url-credentials#1]@example.com/"}"#),
        Shape(#"{\"url\":\"https://app:pw@example.com\"}"#, #"{\"url\":\"https://[url-credentials#1]@example.com\"}"#),
        Shape("{Referer=https://app:pw@example.com/x, Host=y}", "{Referer=https://[url-credentials#1]@example.com/x, Host=y}"),
        Shape("?next=https://app:pw@example.com", "?next=https://[url-credentials#1]@example.com"),
        Shape("amqp://app:p@w@mq.example.net", "amqp://[url-credentials#1]@mq.example.net"),
        Shape("redis://:pw@cache.exa [TRUNCATED]", "redis://[url-credentials#1]@cache.exa [TRUNCATED]"),
    ])
func `user and password of a URL are replaced`(shape: Shape) { check(shape, rule: "url-credentials") }

@Test(
    arguments: [
        Shape(
            "key:\n-----BEGIN RSA PRIVATE KEY-----\nMIIEabc\ndef=\n-----END RSA PRIVATE KEY-----\ndone",
            "key:\n-----BEGIN RSA PRIVATE KEY-----[private-key#1]-----END RSA PRIVATE KEY-----\ndone"),
        Shape(
            #"{"k":"-----BEGIN EC PRIVATE KEY-----\nMIIE\n-----END EC PRIVATE KEY-----\n"}"#,
            #"{"k":"-----BEGIN EC PRIVATE KEY-----[private-key#1]-----END EC PRIVATE KEY-----\n"}"#),
        Shape(
            #"{\"private_key\":\"-----BEGIN PRIVATE KEY-----\\nMIIE\\n-----END PRIVATE KEY-----\"}"#,
            #"{\"private_key\":\"-----BEGIN PRIVATE KEY-----[private-key#1]-----END PRIVATE KEY-----\"}"#),
        Shape(
            "{clientCertPem=-----BEGIN CERTIFICATE-----\nMIIC\n-----END CERTIFICATE-----, x=1}",
            "{clientCertPem=-----BEGIN CERTIFICATE-----[private-key#1]-----END CERTIFICATE-----, x=1}"),
        Shape(
            "-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhk [TRUNCATED]",
            "-----BEGIN PRIVATE KEY-----[private-key#1] [TRUNCATED]"),
        Shape(
            "-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhk\n    at sign (/var/task/a.js:1:2)",
            "-----BEGIN PRIVATE KEY-----[private-key#1]\n    at sign (/var/task/a.js:1:2)"),
        Shape(
            "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\nMIIE\n-----END RSA PRIVATE KEY-----",
            "-----BEGIN RSA PRIVATE KEY-----[private-key#1]-----END RSA PRIVATE KEY-----"),
        Shape(
            "?key=-----BEGIN PRIVATE KEY-----MIIE-----END PRIVATE KEY-----&a=1",
            "?key=-----BEGIN PRIVATE KEY-----[private-key#1]-----END PRIVATE KEY-----&a=1"),
    ])
func `the content of a PEM block is replaced`(shape: Shape) { check(shape, rule: "private-key") }

@Test(
    arguments: [
        Shape("caller AKIAIOSFODNN7EXAMPLE denied", "caller [aws-key#1] denied"),
        Shape(#"{"accessKeyId":"ASIAIOSFODNN7EXAMPLE"}"#, #"{"accessKeyId":"[aws-key#1]"}"#),
        Shape(#"{\"AccessKeyId\":\"ASIAIOSFODNN7EXAMPLE\"}"#, #"{\"AccessKeyId\":\"[aws-key#1]\"}"#),
        Shape("{caller=AROAIOSFODNN7EXAMPLE, a=b}", "{caller=[aws-key#1], a=b}"),
        Shape("?AWSAccessKeyId=AKIAIOSFODNN7EXAMPLE&x=1", "?AWSAccessKeyId=[aws-key#1]&x=1"),
        Shape("aws_secret_access_key = wJalr/K7MDENG", "aws_secret_access_key = [aws-key#1]"),
        Shape(#"{"SecretAccessKey":"wJalr/K7MDENG"}"#, #"{"SecretAccessKey":"[aws-key#1]"}"#),
        Shape(#"{"SecretAccessKey":"wJalr [TRUNCATED]"#, #"{"SecretAccessKey":"[aws-key#1] [TRUNCATED]"#),
        Shape("password=AKIAIOSFODNN7EXAMPLE", "password=[aws-key#1]"),
    ])
func `keys of AWS are replaced`(shape: Shape) { check(shape, rule: "aws-key") }
