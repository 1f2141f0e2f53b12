A weekday and a date that are one day.

== Northern Post, 2031-03-06
Council votes for the dam

The council of Ravensund approved the new dam by a wide majority on Tuesday after a long debate.

== Ravensund Radio, 2031-03-07
Dam approved

The council of Ravensund approved the new dam by a wide majority on 4 March after a long debate.

=== found
time same: 2031-03-04 = Northern Post “Tuesday” | 2031-03-04 = Ravensund Radio “4 March”
