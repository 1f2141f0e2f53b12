One outlet rounds what the other gives exactly.

== Northern Post, 2031-03-04
Barley burns in Ravensund

The warehouse held about 4,200 tonnes of barley when it burned down on Monday night, the port authority said.

== Ravensund Radio, 2031-03-04
Fire in the port

The warehouse held 4,180 tonnes of barley when it burned down on Monday night, the port authority said.

=== found
figure same: about 4,200 tonnes = Northern Post “about 4,200 tonnes” | 4,180 tonnes = Ravensund Radio “4,180 tonnes”
