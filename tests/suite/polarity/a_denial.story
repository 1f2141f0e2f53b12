One affirms what the other denies.

== Northern Post, 2031-03-04
Company was warned

The company received an order to clean the bridge in February, the inspectorate said.

== Ravensund Radio, 2031-03-04
Company was not warned

The company did not receive an order to clean the bridge in February, its spokesman said.

=== found
nothing diverges
