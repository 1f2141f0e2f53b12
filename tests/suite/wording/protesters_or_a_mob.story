Two names for the same people, one of them loaded.

== Northern Post, 2031-03-04
March in Ravensund

A crowd of protesters gathered in front of the company's office in Ravensund on Monday evening and broke a window.

== Ravensund Radio, 2031-03-04
Windows broken

A mob of rioters gathered in front of the company's office in Ravensund on Monday evening and broke a window.

=== found
wording differs: protesters = Northern Post “protesters” | rioters = Ravensund Radio “rioters”
