// Cuts a text at its marks, which may overlap.

export interface Mark {
  /** UTF-16 units of the text. */
  start: number;
  end: number;
}

export interface Piece<M extends Mark> {
  text: string;
  /** The marks that cover the whole piece, in the order given. */
  marks: M[];
}

/** The pieces of `text` in order; joined they are the text again. */
export function pieces<M extends Mark>(text: string, marks: readonly M[]): Piece<M>[] {
  const cuts = new Set([0, text.length]);
  for (const mark of marks) cuts.add(mark.start).add(mark.end);
  const sorted = [...cuts].filter((at) => at <= text.length).sort((a, b) => a - b);
  return sorted.slice(1).map((end, index) => {
    const start = sorted[index] ?? 0;
    return { text: text.slice(start, end), marks: marks.filter((mark) => mark.start <= start && end <= mark.end) };
  });
}
