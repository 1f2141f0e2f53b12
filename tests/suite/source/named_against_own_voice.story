One outlet names its source, the other vouches for the claim itself.

== Northern Post, 2031-03-04
Contract was signed without a tender

The city signed the contract for the new ferry without a public tender, the auditor Lena Falk said on Monday.

== Ravensund Radio, 2031-03-04
Ferry contract

The city signed the contract for the new ferry without a public tender.

=== found
source differs: Lena Falk = Northern Post “the auditor Lena Falk said” | own voice = Ravensund Radio
