Two places for one event.

== Northern Post, 2031-03-04
Ship on fire

A ship caught fire in Ravensund harbour late on Monday while its crew was asleep, the harbour master said.

== Ravensund Radio, 2031-03-04
Ship burns

A ship caught fire in Skarne harbour late on Monday while its crew was asleep, the harbour master said.

=== found
actor differs: Ravensund harbour late = Northern Post “Ravensund harbour late” | Skarne harbour late = Ravensund Radio “Skarne harbour late”
