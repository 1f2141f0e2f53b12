Who opened the gate?

== Northern Post, 2031-03-04
Who opened the gate

The gate of the dam was opened by the engineer Karl Berg shortly before the flood reached the village on Monday.

== Ravensund Radio, 2031-03-04
Flood in the village

The gate of the dam was opened by the mayor Ilse Holm shortly before the flood reached the village on Monday.

=== found
actor conflict: engineer Karl Berg = Northern Post “engineer Karl Berg” | mayor Ilse Holm = Ravensund Radio “mayor Ilse Holm”
