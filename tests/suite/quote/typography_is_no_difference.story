Straight and typographic quotation marks, and a quotation that "she said" interrupts.

== Northern Post, 2031-03-04
Mayor speaks

"We will find out what happened, and we will tell the families first," Mayor Ilse Holm said on Monday.

== Ravensund Radio, 2031-03-04
The mayor's promise

“We will find out what happened,” Mayor Ilse Holm said on Monday, “and we will tell the families first.”

=== found
nothing diverges
