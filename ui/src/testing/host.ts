// Stands in for the host in tests: answers commands with what a test says, and sends events.
import { emit } from "@tauri-apps/api/event";
import { clearMocks, mockConvertFileSrc, mockIPC, mockWindows } from "@tauri-apps/api/mocks";
import { cleanup } from "@testing-library/svelte";
import { afterEach } from "vitest";
import type { Commands, Events } from "../generated/commands";

type Answers = { [Name in keyof Commands]?: (request: Commands[Name]["request"]) => Commands[Name]["answer"] };

/** What the interface asked, in order. */
export const asked: { name: string; request: unknown }[] = [];

/** Answers with `answers`; a command that is not there stays without an answer. An answer that throws is a failure. */
export function host(answers: Answers) {
  mockWindows("main");
  mockConvertFileSrc("linux");
  mockIPC(
    (command, payload) => {
      const request = (payload as { request?: unknown } | undefined)?.request;
      asked.push({ name: command, request });
      const answer = answers[command as keyof Commands] as ((request: unknown) => unknown) | undefined;
      return answer ? answer(request) : command.startsWith("plugin:") ? undefined : new Promise(() => {});
    },
    { shouldMockEvents: true },
  );
}

/** Sends an event as the host does. */
export function tell<Name extends keyof Events>(name: Name, payload: Events[Name]): Promise<void> {
  return emit(name, payload);
}

afterEach(async () => {
  cleanup();
  await new Promise((resolve) => setTimeout(resolve, 0));
  clearMocks();
  asked.length = 0;
});
