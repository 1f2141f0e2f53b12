The later outlet gives the higher toll: it replaces the earlier one.

== Northern Post, 2031-03-04T08:00
Bridge collapse kills three

Three people were killed when a footbridge collapsed in the town of Ravensund on Tuesday morning, the police said.

The bridge had been closed for repairs in the autumn.

== Ravensund Radio, 2031-03-04T17:30
Death toll of bridge collapse rises to five

Five people were killed when a footbridge collapsed in the town of Ravensund on Tuesday morning, the police said.

Divers searched the river until nightfall.

=== found
figure update: Three people dead = Northern Post “Three people” | Five people dead = Ravensund Radio “Five people”
