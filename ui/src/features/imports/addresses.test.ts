import { expect, test } from "vitest";
import { addressesIn, shortAddress } from "./addresses";

const check = (text: string, expected: string[]) => expect(addressesIn(text)).toEqual(expected);

test("a text of nothing but addresses gives each once", () => {
  check("https://a.example/x", ["https://a.example/x"]);
  check(" https://a.example/x\r\nHTTP://b.example/y?z=1,2 \n\n https://a.example/x\n", ["https://a.example/x", "HTTP://b.example/y?z=1,2"]);
  check("https://a.example/x, https://b.example/y; <https://c.example/>", ["https://a.example/x", "https://b.example/y", "https://c.example/"]);
});

test("a text with anything else is a text", () => {
  for (const text of ["", "  ", "See https://a.example/x", "https://", "https:// a.example", "ftp://a.example/x", "www.a.example", "javascript:alert(1)"])
    check(text, []);
});

test("an address is shown as people know it", () => {
  expect(shortAddress("https://www.harbour.example/2031/fire/")).toBe("harbour.example/2031/fire");
});
