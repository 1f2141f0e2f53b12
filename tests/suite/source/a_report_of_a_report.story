One outlet relays another, which cites unnamed sources.

== Ravensund Radio, 2031-03-04
Managers knew about the crack

Managers of the dam knew about the crack for three months, two people with knowledge of the inspection told Ravensund Radio.

== Northern Post, 2031-03-05
Dam managers are said to have known

Managers of the dam knew about the crack for three months, Ravensund Radio reported, citing two people with knowledge of the inspection.

=== found
nothing diverges
