import type { Accountability, Fact } from "./accountability.js";

/** What stands before everything that the municipality must fill in itself. */
export const TO_FILL = "[IN TE VULLEN]";

/** The page as Markdown, for a document or a repository. */
export function renderAccountabilityMarkdown(page: Accountability): string {
  const chapters = [
    { title: "Algoritmeregister", groups: page.register },
    { title: "Gegevens voor de DPIA", groups: page.assessment },
  ];
  const count = chapters
    .flatMap(({ groups }) => groups)
    .flatMap(({ facts }) => facts)
    .filter((one) => one.toFill).length;
  return [
    `# Verantwoording Rode Draad, gemeente ${page.municipality}`,
    `Gemaakt door versie ${page.productVersion}, uit de instellingen die nu gelden. Bij ${count} punten staat ${TO_FILL}: dat weet alleen de gemeente.`,
    ...chapters.flatMap(({ title, groups }) => [
      `## ${title}`,
      ...groups.flatMap((group) => [`### ${group.title}`, table(group.facts)]),
    ]),
  ]
    .join("\n\n")
    .concat("\n");
}

function table(facts: readonly Fact[]): string {
  const rows = facts.map(
    ({ name, value, toFill }) => `| ${cell(name)} | ${toFill ? `${TO_FILL} ` : ""}${cell(value)} |`,
  );
  return ["| Onderwerp | Feit |", "|---|---|", ...rows].join("\n");
}

/** A bar or a line break in a value would end its cell. */
function cell(text: string): string {
  return text.replace(/\s*\n\s*/g, " ").replaceAll("|", "\\|");
}

/** The same for programs: fields by name, `invullen` for what the municipality must say. */
export function renderAccountabilityJson(page: Accountability): string {
  const toGroups = (groups: Accountability["register"]) =>
    Object.fromEntries(
      groups.map(({ title, facts }) => [
        title,
        Object.fromEntries(facts.map(({ name, value, toFill }) => [name, toFill ? { invullen: value } : value])),
      ]),
    );
  const { municipality, productVersion, register, assessment } = page;
  const body = { gemeente: municipality, versie: productVersion };
  return `${JSON.stringify({ ...body, algoritmeregister: toGroups(register), dpia: toGroups(assessment) }, null, 2)}\n`;
}
