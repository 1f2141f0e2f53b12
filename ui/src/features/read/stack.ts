// Where the notes of a margin stand: each beside its words, or below the note before it.

/** The tops of notes of these heights that want to stand at `anchors`, in their order. */
export function stack(anchors: readonly number[], heights: readonly number[], gap: number): number[] {
  let free = 0;
  return anchors.map((anchor, at) => {
    const top = Math.max(anchor, free);
    free = top + (heights[at] ?? 0) + gap;
    return top;
  });
}
