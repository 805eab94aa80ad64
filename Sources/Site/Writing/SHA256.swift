// SHA-256 through libcrypto.

import CCrypto

/// The digest of bytes that come one after the other.
@safe struct SHA256Digest: ~Copyable {
    private let context: OpaquePointer

    init() {
        // libcrypto has no memory, or none of its algorithms: nothing could be published then.
        guard let context = unsafe EVP_MD_CTX_new(), unsafe EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1 else {
            preconditionFailure("libcrypto has no SHA-256")
        }
        unsafe self.context = context
    }

    mutating func take(_ bytes: [UInt8]) {
        _ = unsafe bytes.withUnsafeBytes { unsafe EVP_DigestUpdate(context, $0.baseAddress, $0.count) }
    }

    /// 64 lower-case hexadecimal digits.
    consuming func text() -> String {
        let digest = unsafe [UInt8](unsafeUninitializedCapacity: Int(SHA256_DIGEST_LENGTH)) { output, count in
            _ = unsafe EVP_DigestFinal_ex(context, output.baseAddress, nil)
            count = output.count
        }
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(2 * digest.count)
        for byte in digest {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }

    deinit { unsafe EVP_MD_CTX_free(context) }
}

func sha256(_ bytes: [UInt8]) -> String {
    var digest = SHA256Digest()
    digest.take(bytes)
    return digest.text()
}
