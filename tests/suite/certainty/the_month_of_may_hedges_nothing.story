May is a month here, and no hedge.

== Northern Post, 2031-05-20
School opens

The new school in Ravensund was opened on 12 May by the minister for education.

== Ravensund Radio, 2031-05-20
New school

The new school in Ravensund was opened on 12 May by the minister for education.

=== found
nothing diverges
