import { readFileSync } from "node:fs";
import { findAddresses } from "../shared/privacy/src/gate/find-addresses.js";
import { findCaseNumbers } from "../shared/privacy/src/gate/find-case-numbers.js";
import { findFragmentedNames } from "../shared/privacy/src/gate/find-fragmented-names.js";
import { findInitialledNames } from "../shared/privacy/src/gate/find-initialled-names.js";
import { findLicensePlates } from "../shared/privacy/src/gate/find-license-plates.js";
import { findNames } from "../shared/privacy/src/gate/find-names.js";
import { findNicknames } from "../shared/privacy/src/gate/find-nicknames.js";
import { findOrganisations } from "../shared/privacy/src/gate/find-organisations.js";
import { findPhones, findSpokenPhones } from "../shared/privacy/src/gate/find-phones.js";
import { findWeb } from "../shared/privacy/src/gate/find-web.js";
import { createGate } from "../shared/privacy/src/gate/gate.js";
import { isTrustedName, isTrustedSurname, makeNameContext } from "../shared/privacy/src/gate/name-context.js";
import { findNumberRuns } from "../shared/privacy/src/gate/number-runs.js";
import { makePublicList } from "../shared/privacy/src/gate/public-list.js";
import { findWords } from "../shared/privacy/src/gate/words.js";
import { lexicon } from "../shared/privacy/test/lexicon-once.js";
import { marked } from "../shared/privacy/test/marked.js";

const isName = (f: string) => isTrustedName(lexicon.flags(f)) || isTrustedSurname(lexicon.flags(f));
const pub = makePublicList(lexicon);
const ctx = (note: any) => makeNameContext(note.text, findWords(note), lexicon);
const kinds: any = {
  init: (n: any) => findInitialledNames(ctx(n)),
  frag: (n: any) => findFragmentedNames(ctx(n)),
  nick: (n: any) => findNicknames(ctx(n)),
  names: (n: any) => findNames(n, findWords(n, isName), lexicon),
  addr: (n: any) => findAddresses(n, findWords(n), lexicon),
  phone: (n: any) => [...findPhones(n, findNumberRuns(n), pub.isPublicNumber), ...findSpokenPhones(n)],
  web: (n: any) => findWeb(n, pub),
  case: findCaseNumbers,
  plate: findLicensePlates,
  org: (n: any) => findOrganisations(n, findWords(n), lexicon),
};
for (const line of readFileSync(0, "utf8").split("\n")) {
  if (line === "") continue;
  const [kind, ...rest] = line.split("|");
  const text = rest.join("|").replaceAll("\\n", "\n").replaceAll("\\t", "\t");
  if (kind === "flags") {
    console.log(
      text,
      text
        .split(" ")
        .map((w) => `${w}=${lexicon.flags(w)}${lexicon.isDutch(w) ? "D" : ""}${lexicon.nameShape(w).toFixed(1)}`)
        .join(" "),
    );
    continue;
  }
  const got = marked(text, kinds[kind!]);
  console.log(`${got === text ? "  " : "!!"} ${kind}| ${got.replaceAll("\n", "\\n")}`);
}
