// Secrets are gone from every file, and what was replaced is counted.

import Model
import Redaction
import Site
import Testing
