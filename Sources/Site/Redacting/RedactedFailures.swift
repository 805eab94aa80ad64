// The door for those who print failures elsewhere than in the site.

package import Model
package import Redaction

/// The failures with every text of a log redacted, as the site shows them.
package func redacted(_ failures: [Failure], by redactor: Redactor) -> [Failure] {
    var redacting = Redacting(redactor)
    return failures.map { redacting.failure($0) }
}
