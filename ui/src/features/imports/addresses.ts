// Web addresses in what was pasted or dropped.

/** The addresses of a text that holds nothing else, each once; none where it holds anything else. */
export function addressesIn(text: string): string[] {
  const parts = text.trim().split(/[\s,;]+(?=https?:)|\s+/i).map((part) => part.replace(/^<|[>,;]$/g, ""));
  return parts.every(isAddress) ? [...new Set(parts)] : [];
}

/** A page of the web; whether it may be fetched the host decides. */
export function isAddress(text: string): boolean {
  return /^https?:\/\/[^\s/]/i.test(text) && URL.canParse(text);
}

/** As people know an address: without scheme and `www.`. */
export function shortAddress(address: string): string {
  return address.replace(/^https?:\/\/(www\.)?/i, "").replace(/\/$/, "");
}
