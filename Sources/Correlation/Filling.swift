// What one part of something did not tell is taken from another part.

import Model

func fill(_ name: inout Name, _ other: Name) {
    if name.isNone { name = other }
}

func fill(_ id: inout ID128, _ other: ID128) {
    if id.isNone { id = other }
}
