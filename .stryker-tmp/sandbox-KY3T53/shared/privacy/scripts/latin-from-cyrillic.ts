/** Source: the Ukrainian national romanisation (2010, as in passports) and the Dutch spelling that notes often use. */
const PASSPORT: Readonly<Record<string, string>> = {
  а: "a",
  б: "b",
  в: "v",
  г: "h",
  ґ: "g",
  д: "d",
  е: "e",
  є: "ye",
  ж: "zh",
  з: "z",
  и: "y",
  і: "i",
  ї: "yi",
  й: "i",
  к: "k",
  л: "l",
  м: "m",
  н: "n",
  о: "o",
  п: "p",
  р: "r",
  с: "s",
  т: "t",
  у: "u",
  ф: "f",
  х: "kh",
  ц: "ts",
  ч: "ch",
  ш: "sh",
  щ: "shch",
  ь: "",
  ю: "iu",
  я: "ia",
  ы: "y",
  э: "e",
  ё: "yo",
  ъ: "",
  ѓ: "g",
  ѕ: "dz",
  ј: "j",
  љ: "lj",
  њ: "nj",
  ќ: "k",
  џ: "dzh",
  "’": "",
  "'": "",
};
const COMMON: Readonly<Record<string, string>> = { ...PASSPORT, г: "g", и: "i", й: "y", ю: "yu", я: "ya", ї: "i" };
const DUTCH: Readonly<Record<string, string>> = {
  ...PASSPORT,
  г: "g",
  и: "i",
  й: "j",
  ю: "joe",
  я: "ja",
  ї: "ji",
  є: "je",
  ж: "zj",
  ш: "sj",
  ч: "tsj",
  х: "ch",
  у: "oe",
  щ: "sjtsj",
};

/** The Latin spellings of a Cyrillic name; a name that is in Latin letters comes back alone, as it is. */
export function latinFromCyrillic(name: string): string[] {
  if (!/\p{Script=Cyrillic}/u.test(name)) return [name];
  const lower = name.toLowerCase();
  const spellings = [PASSPORT, COMMON, DUTCH].map((table) => {
    const latin = [...lower].map((letter) => table[letter] ?? "").join("");
    return latin.charAt(0).toUpperCase() + latin.slice(1);
  });
  // The letters я, ю, є and ї at the start of a name are written with a y in passports.
  const first = lower.charAt(0);
  if ("яюєї".includes(first)) spellings.push(`Y${(PASSPORT[first] ?? "").slice(-1)}${spellings[0]?.slice(2) ?? ""}`);
  return [...new Set(spellings)];
}
