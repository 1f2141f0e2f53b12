// What was dropped, picked or opened with the program: files come in, addresses wait for a word of the user.
import { asFailure, ask } from "../../lib/ask";
import { en } from "../../text/en";
import { notices } from "../undo/notices.svelte";
import { addressesIn, isAddress } from "./addresses";
import { importing } from "./importing.svelte";
import { pasting } from "./pasting.svelte";

/** Endings of files that hold an address and nothing else. */
const links = /\.(url|webloc|desktop)$/i;

/** Brings files in; addresses, and those in link files, are shown with the question whether to fetch them. */
export async function arrive(paths: string[]) {
  if (!paths.some((path) => isAddress(path) || links.test(path))) return void importing.files(paths);
  try {
    const { addresses, files } = await ask("sort_dropped", { paths });
    void importing.files(files);
    if (addresses.length > 0) pasting.show(addresses.join("\n"));
  } catch (thrown) {
    notices.fail(en.imports.notSorted, asFailure(thrown).message);
  }
}

/** The addresses that are dragged from another program, such as a link of a browser's page. */
export function addressesOf(transfer: DataTransfer | null): string[] {
  const list = (transfer?.getData("text/uri-list") ?? "").split(/\r?\n/).filter((line) => line && !line.startsWith("#"));
  return list.length > 0 && list.every(isAddress) ? [...new Set(list)] : addressesIn(transfer?.getData("text/plain") ?? "");
}
