import fc from "fast-check";

/** Texts on which programs stumble: NUL, lone surrogates, separators, injection, overlong, and what looks like another type. */
const TEXTS: readonly string[] = [
  "",
  " ",
  "\u0000",
  "a\u0000b",
  "\uD800",
  "\uFFFE",
  "\u202Edraaiom",
  "\u2028",
  "\r\nX-Kop: 1",
  "e\u0301\u0327\u0323",
  "İıſK",
  "'; drop table case_note; --",
  "$1",
  "%00",
  "%zz",
  "../../etc/passwd",
  "..\\..",
  "<script>alert(1)</script>",
  "{{7*7}}",
  "__proto__",
  "constructor",
  "toString",
  "null",
  "undefined",
  "NaN",
  "true",
  "-0",
  "1e999",
  "9007199254740993",
  "99999999999999999999",
  "2026-02-30",
  "2026-13",
  "0000-00-00",
  "+275760-09-13T00:00:00.000Z",
  "-271821-04-20T00:00:00.000Z",
  "9999-12-31T23:59:59.999Z",
  "WK036301\n",
  "=1+1",
  "x".repeat(101),
  "x".repeat(5_000),
  "\u{1F469}\u200D\u{1F469}\u200D\u{1F467}".repeat(50),
];

const OTHERS: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  2 ** 53,
  -(2 ** 31) - 1,
  Number.MAX_VALUE,
  [],
  [[]],
  [null],
  ["a", "b"],
  {},
  { length: 1e9 },
  { toString: "x" },
  { $ne: null },
  JSON.parse('{"__proto__":{"isAdmin":true}}'),
  JSON.parse('{"constructor":{"prototype":{"isAdmin":true}}}'),
];

export const hostileTexts: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...TEXTS) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 40 }) },
);

/** The mark goes into every text, so that it is seen where it comes out; a field that takes it may then be valid after all. */
export function hostileValues(mark: string): fc.Arbitrary<unknown> {
  return fc.oneof(
    hostileTexts,
    hostileTexts.map((text) => mark + text),
    fc.constantFrom(...OTHERS),
    fc.jsonValue({ maxDepth: 2 }),
  );
}

/** Names of fields that nobody asked for; the last one is somebody's sentence in the place of a name. */
export function hostileKeys(mark: string): fc.Arbitrary<string> {
  return fc.oneof(
    fc.constantFrom("__proto__", "constructor", "prototype", "toString", "", "id", "Tekst", "tekst ", "a.b", "a[b]"),
    fc.string({ maxLength: 10 }),
    fc.constant(`${mark} belt over de huur`),
  );
}

/** One thing wrong with a value that was right: a field gone, of another kind, in a list, too many, or nested too deep. */
export function spoiled(values: fc.Arbitrary<unknown>, mark: string): fc.Arbitrary<unknown> {
  const change = fc.record({
    at: fc.nat(),
    how: fc.constantFrom("replace", "replace", "replace", "remove", "wrap", "add-key", "repeat", "deepen"),
    hostile: hostileValues(mark),
    key: hostileKeys(mark),
  });
  return fc.tuple(values, change).map(([value, spoil]) => spoilAt(value, spoil));
}

interface Spoil {
  readonly at: number;
  readonly how: string;
  readonly hostile: unknown;
  readonly key: string;
}

function spoilAt(value: unknown, spoil: Spoil): unknown {
  // A copy that a change cannot reach the original by; own keys such as __proto__ stay own keys.
  const copy = { root: JSON.parse(JSON.stringify(value)) as unknown };
  const places = placesIn(copy, "root");
  const { parent, key } = places[spoil.at % places.length] ?? { parent: copy, key: "root" };
  const old = Reflect.get(parent, key) as unknown;
  if (spoil.how === "remove" && parent !== copy) Reflect.deleteProperty(parent, key);
  else setOwn(parent, key, changed(old, spoil));
  return copy.root;
}

function changed(old: unknown, { how, hostile, key }: Spoil): unknown {
  switch (how) {
    case "wrap":
      return [old];
    case "repeat":
      return Array.from({ length: 300 }, () => old);
    case "deepen": {
      let deep = old;
      for (let depth = 0; depth < 200; depth += 1) deep = [deep];
      return deep;
    }
    case "add-key":
      if (typeof old !== "object" || old === null) return { [key]: old };
      setOwn(old, key, hostile);
      return old;
    default:
      return hostile;
  }
}

/** Assigning to `__proto__` would change the prototype instead. */
function setOwn(parent: object, key: string, value: unknown): void {
  Object.defineProperty(parent, key, { value, enumerable: true, configurable: true, writable: true });
}

interface Place {
  readonly parent: object;
  readonly key: string;
}

function placesIn(parent: object, key: string): Place[] {
  const value = Reflect.get(parent, key) as unknown;
  const inner = typeof value === "object" && value !== null ? value : {};
  return [{ parent, key }, ...Object.keys(inner).flatMap((name) => placesIn(inner, name))];
}
