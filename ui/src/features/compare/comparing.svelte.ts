// Which comparison the window shows, and how it got there.
import type { ComparisonView } from "../../generated/ComparisonView";
import type { Failure } from "../../generated/Failure";
import { asFailure, ask } from "../../lib/ask";

type State =
  | { is: "empty" }
  | { is: "working" }
  | { is: "failed"; failure: Failure }
  | { is: "shown"; comparison: ComparisonView };

export class Comparing {
  state: State = $state({ is: "empty" });

  openSample = () => this.#show(ask("open_sample", {}));

  compareFiles = (paths: string[]) => this.#show(ask("compare_files", { paths }));

  clear = () => {
    this.state = { is: "empty" };
  };

  async #show(answer: Promise<ComparisonView>) {
    this.state = { is: "working" };
    try {
      this.state = { is: "shown", comparison: await answer };
    } catch (thrown) {
      const failure = asFailure(thrown);
      this.state = failure.kind === "cancelled" ? { is: "empty" } : { is: "failed", failure };
    }
  }
}
