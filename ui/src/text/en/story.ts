// The open story and its views.

export const story = {
  tabs: { compare: "Compare", read: "Read", figures: "Figures & times", quotes: "Quotes", sources: "Sources" },
  views: "Views of the story",
  comparing: "Comparing the accounts …",
  stages: {
    "reading claims": "Reading claims",
    "finding facets": "Finding figures, times, sources",
    "aligning claims": "Aligning claims",
    "comparing readings": "Comparing readings",
    "finding omissions": "Finding omissions",
  } as Record<string, string>,
  failed: "This story could not be compared",
  again: "Try again",
};
