Two places for one event.

== Northern Post, 2031-03-04
Ship on fire

A ship caught fire in Ravensund harbour late on Monday while its crew was asleep, the harbour master said.

== Ravensund Radio, 2031-03-04
Ship burns

A ship caught fire in Skarne harbour late on Monday while its crew was asleep, the harbour master said.

=== found
actor conflict: Ravensund = Northern Post “Ravensund” | Skarne = Ravensund Radio “Skarne”
