One affirms what the other denies.

== Northern Post, 2031-03-04
Company was warned

The bridge over the Tarn collapsed on Monday night when a lorry with gravel crossed it.

The company received an order to clean the bridge in February, the inspectorate said.

Divers searched the river for the driver until dawn.

== Ravensund Radio, 2031-03-04
Company was not warned

A lorry with gravel was crossing the bridge over the Tarn when it collapsed on Monday night.

The company did not receive an order to clean the bridge in February, its spokesman said.

The road to Skarne stays closed, and buses take the old pass.

=== found
source differs: inspectorate = Northern Post “the inspectorate said” | its spokesman = Ravensund Radio “its spokesman said”
polarity conflict: affirmed = Northern Post “received an order to clean” | denied = Ravensund Radio “did not receive an order to clean”
