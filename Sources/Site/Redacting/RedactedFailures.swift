// The door for those who print failures elsewhere than in the site.

package import Model
package import Redaction

/// The failures with every text of a log redacted, as the site shows them.
package func redacted(_ failures: [Failure], by redactor: Redactor) -> [Failure] {
    var redacting = Redacting(.redact(redactor))
    let marked = failures.map { redacting.failure($0) }
    var numbering = Numbering()
    numbering.add(redacting.values)
    var numbers = Redacting(.number(numbering))
    return marked.map { numbers.failure($0) }
}
