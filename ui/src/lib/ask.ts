// The one file that calls the host.
import { convertFileSrc, invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import { open, save } from "@tauri-apps/plugin-dialog";
import type { Commands, Events } from "../generated/commands";
import type { Failure } from "../generated/Failure";

/** Asks the host; rejects with a `Failure`. */
export function ask<Name extends keyof Commands>(
  name: Name,
  request: Commands[Name]["request"],
): Promise<Commands[Name]["answer"]> {
  return invoke(name, { request });
}

/** Where the host tells the report that was made to be looked at, for a frame. */
export function reportAt(address: string): string {
  return convertFileSrc(address, "report");
}

/** Calls `heard` whenever the host tells `name`; the answer stops it. */
export function on<Name extends keyof Events>(name: Name, heard: (told: Events[Name]) => void): () => void {
  const listening = listen<Events[Name]>(name, (event) => heard(event.payload));
  return () => void listening.then((stop) => stop());
}

/** What a rejected `ask` says, whatever was thrown. */
export function asFailure(thrown: unknown): Failure {
  if (typeof thrown === "object" && thrown !== null && "kind" in thrown && "message" in thrown) return thrown as Failure;
  return { kind: "defect", message: String(thrown) };
}

let jobs = 0;

/** A name for long work, by which it can be cancelled and its events told apart. */
export function newJob(): number {
  jobs += 1;
  return jobs;
}

/** Calls `dropped` with the paths of files dropped on the window, `hovering` while they are over it. */
export function onFilesDropped(dropped: (paths: string[]) => void, hovering: (over: boolean) => void): () => void {
  const listening = Promise.all([
    listen("tauri://drag-enter", () => hovering(true)),
    listen("tauri://drag-leave", () => hovering(false)),
    listen<{ paths: string[] }>("tauri://drag-drop", (event) => {
      hovering(false);
      dropped(event.payload.paths);
    }),
  ]);
  return () => void listening.then((stops) => stops.forEach((stop) => stop()));
}

/** Files that the user picks in the system's dialog; none where they think better of it. */
export async function pickFiles(): Promise<string[]> {
  return (await open({ multiple: true, directory: false })) ?? [];
}

/** A folder that the user picks. */
export async function pickFolder(): Promise<string[]> {
  const folder = await open({ multiple: false, directory: true });
  return folder === null ? [] : [folder];
}

/** A library that the user picks. */
export function pickLibrary(kind: string): Promise<string | null> {
  return open({ multiple: false, directory: false, filters: [{ name: kind, extensions: ["rashomon"] }] });
}

/** A place to write a file of that name to. */
export function pickPlace(name: string): Promise<string | null> {
  return save({ defaultPath: name });
}
