The injured of one account are not compared with the dead of the other.

== Northern Post, 2031-03-04
Bus crash near Ravensund

A bus left the road near Ravensund on Monday and injured 14 passengers, the police said.

== Ravensund Radio, 2031-03-04
Bus leaves road

A bus left the road near Ravensund on Monday and 2 passengers were killed, the police said.

=== found
nothing diverges
