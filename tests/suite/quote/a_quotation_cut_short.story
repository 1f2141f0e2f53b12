One outlet prints the whole utterance, the other half of it.

== Northern Post, 2031-03-04
Mayor will not guess

"We do not know yet what caused this, and I will not guess, but every company on this quay was told that dust kills," Mayor Ilse Holm said on Monday.

== Ravensund Radio, 2031-03-04
Mayor: dust kills

"Every company on this quay was told that dust kills," Mayor Ilse Holm said on Monday.

=== found
quote differs: and i will not guess but every company on = Northern Post “and I will not guess, but every company on” | every company on this quay was told that dust kills = Ravensund Radio “Every company on this quay was told that dust kills”
