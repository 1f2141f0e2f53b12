// Which divergences a user wants to see.
import type { DivergenceView } from "../../generated/DivergenceView";
import type { Preferences } from "../../generated/Preferences";

/** Those of the chosen kinds with the score that is asked for, save what was dismissed (`ruling`). */
export function isShown(found: DivergenceView, ruling: string | null | undefined, preferences: Preferences): boolean {
  return ruling !== "dismissed" && preferences.kinds.includes(found.kind) && found.score >= preferences.minimum_score;
}
