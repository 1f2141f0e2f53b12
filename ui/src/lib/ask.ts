// The one file that calls the host.
import { invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import type { Commands } from "../generated/commands";
import type { Failure } from "../generated/Failure";

/** Asks the host; rejects with a `Failure`. */
export function ask<Name extends keyof Commands>(
  name: Name,
  request: Commands[Name]["request"],
): Promise<Commands[Name]["answer"]> {
  return invoke(name, { request });
}

/** What a rejected `ask` says, whatever was thrown. */
export function asFailure(thrown: unknown): Failure {
  if (typeof thrown === "object" && thrown !== null && "kind" in thrown && "message" in thrown) return thrown as Failure;
  return { kind: "defect", message: String(thrown) };
}

/** Calls `dropped` with the paths of files dropped on the window, `hovering` while they are over it. */
export async function onFilesDropped(dropped: (paths: string[]) => void, hovering: (over: boolean) => void): Promise<() => void> {
  const stops = await Promise.all([
    listen("tauri://drag-enter", () => hovering(true)),
    listen("tauri://drag-leave", () => hovering(false)),
    listen<{ paths: string[] }>("tauri://drag-drop", (event) => {
      hovering(false);
      dropped(event.payload.paths);
    }),
  ]);
  return () => stops.forEach((stop) => stop());
}
