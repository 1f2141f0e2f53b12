What may have been the cause in the morning was the cause at night.

== Northern Post, 2031-03-04T08:00
Mill burns down

The fire at the flour mill may have been caused by grain dust on the conveyor belt.

== Ravensund Radio, 2031-03-04T20:00
Dust caused mill fire

The fire at the flour mill was caused by grain dust on the conveyor belt.

=== found
certainty differs: possible = Northern Post “may have been caused” | asserted = Ravensund Radio “was caused”
