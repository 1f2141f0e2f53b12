// Whether two pieces of evidence are about the same words.
import type { EvidenceView } from "../../generated/EvidenceView";

/** Findings and series may cut the same words otherwise: "17" and "17 others". */
export function overlap(a: EvidenceView, b: EvidenceView): boolean {
  return a.claim === b.claim && a.start < b.end && b.start < a.end;
}
