Two reprints of one agency text and one account of its own: three outlets, two origins for what all report.

== Wire, 2031-03-04T08:00
Ferry runs aground

A ferry with 212 passengers on board ran aground off the island of Corin on Monday evening in thick fog, the coast guard said.

All passengers were taken off by lifeboats within two hours, and nobody was hurt. The captain, a man of 58, was taken to the police station in Ravensund to be questioned, as is usual in such cases.

The ship lies on a sandbank half a mile from the lighthouse. Tugs were to try to pull it free at high tide on Tuesday afternoon. The company that runs the ferry cancelled all its sailings until Wednesday.

== Morning Sheet, 2031-03-04T10:00
Fog: ferry aground off Corin

A ferry with 212 passengers on board ran aground off the island of Corin on Monday evening in thick fog, the coast guard said.

All passengers were taken off by lifeboats within two hours, and nobody was hurt. The captain, a man of 58, was taken to the police station in Ravensund to be questioned, as is usual in such cases.

The ship lies on a sandbank half a mile from the lighthouse. Tugs were to try to pull it free at high tide on Tuesday afternoon.

== Island Echo, 2031-03-04T12:00
"We stood on deck and sang"

The ferry to Corin ran aground on Monday evening in thick fog with 212 passengers on board, the coast guard said. Marie Holt was one of them.

She had bought cheese in Ravensund and wanted to be home for supper. "We stood on deck and sang until the boats came," she says.

=== found
one origin: Wire, Morning Sheet
