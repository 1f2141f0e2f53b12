The same event cannot have happened at two times.

== Northern Post, 2031-03-04
Blast at paint factory

The paint factory in Ravensund exploded at 6:42 a.m. on Tuesday, breaking windows across the town.

== Ravensund Radio, 2031-03-04
Paint factory explodes

The paint factory in Ravensund exploded at 7:05 a.m. on Tuesday, breaking windows across the town.

=== found
time conflict: 2031-03-04T06:42 = Northern Post “6:42 a.m. on Tuesday” | 2031-03-04T07:05 = Ravensund Radio “7:05 a.m. on Tuesday”
