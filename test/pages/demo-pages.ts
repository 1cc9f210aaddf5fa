import { listInitiatives, listProposals, listReports } from "@rode-draad/store";
import type { DemoTown } from "./open-demo-town.js";

/** The pages of the demo that a person opens, each with a name for a file. */
export async function listDemoPages({ product }: DemoTown): Promise<readonly (readonly [string, string])[]> {
  const { store, municipalityId } = product;
  const [proposals, initiatives, reports] = await Promise.all([
    listProposals(store.db, municipalityId, { states: ["open"] }),
    listInitiatives(store.db, municipalityId),
    listReports(store.db, municipalityId),
  ]);
  const area = reports.find(({ areaCode }) => areaCode !== undefined)?.areaCode;
  const team = reports.find(({ teamCode }) => teamCode !== undefined)?.teamCode;
  const proposal = proposals[0]?.proposal.id;
  const initiative = initiatives[0]?.id;
  return [
    ["wat-speelt-er", "/"],
    ...(area === undefined ? [] : ([["wat-speelt-er-wijk", `/?deel=wijk-${area}`]] as const)),
    ...(team === undefined ? [] : ([["wat-speelt-er-team", `/?deel=team-${team}`]] as const)),
    ["themas", "/themas"],
    ["thema", "/themas/huurtoeslag"],
    ["thema-met-zorg", "/themas/bijstand-aanvragen"],
    ["thema-veiligheid", "/themas/huiselijk-geweld"],
    ["wijzigingen", "/wijzigingen"],
    ["nakijken", "/nakijken"],
    ["voorstellen", "/voorstellen"],
    ...(proposal === undefined ? [] : ([["voorstel", `/voorstellen/${proposal}`]] as const)),
    ["initiatieven", "/initiatieven"],
    ...(initiative === undefined
      ? []
      : ([
          ["initiatief", `/initiatieven/${initiative}`],
          ["draaiboek", `/initiatieven/${initiative}/draaiboek`],
          ["vragenblad", `/initiatieven/${initiative}/vragenblad`],
        ] as const)),
    ["effect", "/effect"],
    ["maandrapport", "/maandrapport"],
    ["invoer", "/invoer"],
    ["notities", "/notities"],
    ["mijn-casussen", "/mijn-casussen"],
    ["sociale-kaart", "/sociale-kaart"],
    ["beheer", "/beheer"],
    ["beheer-begin", "/beheer/begin"],
    ["beheer-teams", "/beheer/teams"],
    ["beheer-wijken", "/beheer/wijken"],
    ["beheer-accounts", "/beheer/accounts"],
    ["beheer-themas", "/beheer/themas"],
    ["beheer-thema", "/beheer/themas/huurtoeslag"],
    ["beheer-eigen-thema", "/beheer/eigen-thema"],
    ["beheer-grenzen", "/beheer/grenzen"],
    ["beheer-bewaren", "/beheer/bewaren"],
    ["beheer-sleutels", "/beheer/sleutels"],
    ["beheer-logboek", "/beheer/logboek"],
    ["beheer-grootboek", "/beheer/grootboek"],
    ["hulp", "/hulp"],
    ["account", "/account"],
    ["over", "/over"],
    ["aanmelden", "/aanmelden"],
    ["niet-gevonden", "/nergens"],
  ];
}
