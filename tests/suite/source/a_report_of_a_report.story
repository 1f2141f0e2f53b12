One outlet relays another, which cites unnamed sources; a third names a person.

== Ravensund Radio, 2031-03-04
Managers knew about the crack

The dam above the village broke on Sunday evening after three days of rain.

Managers of the dam knew about the crack for three months, two people with knowledge of the inspection told Ravensund Radio.

The mayor asked everyone to stay away from the river.

== Northern Post, 2031-03-05
Dam managers are said to have known

Managers of the dam knew about the crack for three months, Ravensund Radio reported, citing two people with knowledge of the inspection.

Six houses were washed away, and forty families sleep in the school.

== Island Echo, 2031-03-05
"They told me in December"

Managers of the dam knew about the crack for three months, the engineer Lena Falk said.

She had measured it in December and written a letter, of which she kept a copy.

=== found
source differs: two people with knowledge of the inspection = Ravensund Radio “two people with knowledge of the inspection told”, Northern Post “citing two people with knowledge of the inspection” | Lena Falk = Island Echo “the engineer Lena Falk said” | own voice = Ravensund Radio | Ravensund Radio = Northern Post “Ravensund Radio reported”
