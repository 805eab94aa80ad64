// IANA zones for days and display; the one place that asks the system's zone database.

import Foundation
package import Model

package enum ZoneLookup {
    /// The zone's offsets from 1970 to 2060, or nil when there is no such zone.
    package static func zone(named name: String) -> DisplayZone? {
        if name.uppercased() == "UTC" { return .utc }
        guard let zone = TimeZone(identifier: name) else { return nil }
        var transitions = [
            DisplayZone.Transition(
                from: Timestamp(milliseconds: 0), offsetSeconds: zone.secondsFromGMT(for: Date(timeIntervalSince1970: 0)))
        ]
        let end = Date(timeIntervalSince1970: 2_840_140_800)
        var date = Date(timeIntervalSince1970: 0)
        while let next = zone.nextDaylightSavingTimeTransition(after: date), next < end, next > date {
            transitions.append(
                DisplayZone.Transition(
                    from: Timestamp(milliseconds: Int64(next.timeIntervalSince1970 * 1000)),
                    offsetSeconds: zone.secondsFromGMT(for: next.addingTimeInterval(1))))
            date = next
        }
        return DisplayZone(name: name, transitions: transitions)
    }
}
