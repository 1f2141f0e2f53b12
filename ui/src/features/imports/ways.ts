// The ways to bring articles in.
import type { Action } from "../../lib/actions.svelte";
import { asFailure, pickFiles, pickFolder } from "../../lib/ask";
import { en } from "../../text/en";
import { notices } from "../undo/notices.svelte";
import { arrive } from "./arriving";
import { pasting } from "./pasting.svelte";
import { openSample } from "./sample";

export function ways(): Action[] {
  const way = (name: string, title: string, keys: string | undefined, run: () => unknown): Action => {
    return { id: `import.${name}`, title, menu: "file", ...(keys ? { keys } : {}), run: () => void run() };
  };
  return [
    way("files", en.imports.chooseFiles, "mod+o", () => picked(pickFiles)),
    way("folder", en.imports.chooseFolder, "mod+shift+o", () => picked(pickFolder)),
    way("text", en.imports.paste, "mod+shift+v", () => pasting.show()),
    way("sample", en.imports.sample, undefined, openSample),
  ];
}

async function picked(pick: () => Promise<string[]>) {
  try {
    await arrive(await pick());
  } catch (thrown) {
    notices.fail(en.imports.notPicked, asFailure(thrown).message);
  }
}
