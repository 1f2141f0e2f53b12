// The exact words behind a figure, a quotation or a source.

export const evidence = {
  evidence: "Evidence",
  choose: "Choose anything to see the exact words behind it.",
  keys: [
    { keys: "j k", does: "next and previous" },
    { keys: "r", does: "read the article there" },
    { keys: "c", does: "compare the accounts" },
  ],
  read: "Read here",
  compare: "Compare",
  next: "Next evidence",
  previous: "Previous evidence",
  leave: "Leave the evidence",
  findings: "Where they part",
  paragraph: (n: number) => `paragraph ${n}`,
};
