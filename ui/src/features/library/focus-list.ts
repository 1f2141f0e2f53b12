// The list of the shelf, for those who bring the keyboard back to it.

export function focusList() {
  document.querySelector<HTMLElement>("[role='treegrid']")?.focus({ preventScroll: true });
}
