// To whom the state of a stream gives a line.

import Model

enum LineOwner {
    /// Nobody's: the platform's talk, or a line without an id where none is open.
    case nobody
    case invocation(ID128)
    /// The init's, until the next START of the stream tells whose init it was.
    case initialisation
    /// At the head of the stream, without an id: of a run opened in an earlier input, or of an init.
    case head
}

struct Attribution {
    var owner = LineOwner.nobody
    /// Number of the stream within the input.
    var stream = -1
    /// What was waiting in the stream and is the owner's from this line on.
    var takes = Taking.nothing

    enum Taking {
        case nothing
        /// The line is a START: what waited was the init.
        case initialisation
        /// The line is the END of a run opened in an earlier input: what waited was printed by it.
        case head
    }
}
