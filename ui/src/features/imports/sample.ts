// The story that comes with the program.
import { route } from "../../lib/route.svelte";
import { importing } from "./importing.svelte";

/** Brings it in and opens it. */
export async function openSample() {
  const { story } = await importing.begin({ is: "sample" });
  if (story) route.go({ is: "story", story, tab: "compare" });
}
