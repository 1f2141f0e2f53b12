// A paragraph as a row of claims and of words between them.
import type { ClaimView } from "../../generated/ClaimView";
import type { MarkView } from "../../generated/MarkView";
import { pieces } from "../../lib/pieces";

export interface Segment {
  text: string;
  /** Index of the claim; the shortest where several cover the words. */
  claim: number | null;
  /** Counted from the segment's start. */
  marks: MarkView[];
}

export function segments(text: string, indices: readonly number[], claims: readonly ClaimView[]): Segment[] {
  const spans = indices.flatMap((index) => {
    const claim = claims[index];
    return claim ? [{ start: claim.start, end: claim.end, index, marks: claim.marks }] : [];
  });
  let start = 0;
  return pieces(text, spans).map((piece) => {
    const from = start;
    start += piece.text.length;
    const claim = piece.marks.toSorted((a, b) => a.end - a.start - (b.end - b.start))[0];
    const marks = (claim?.marks ?? []).flatMap((mark) => within(mark, from - (claim?.start ?? 0), piece.text.length));
    return { text: piece.text, claim: claim?.index ?? null, marks };
  });
}

/** The part of a mark that falls into the words from `from` on. */
function within(mark: MarkView, from: number, length: number): MarkView[] {
  const start = Math.max(0, mark.start - from);
  const end = Math.min(length, mark.end - from);
  return start < end ? [{ ...mark, start, end }] : [];
}
