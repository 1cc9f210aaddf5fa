import { posix } from "node:path";
import { SHEETS_MAX } from "../../limits.js";
import type { DateSystem } from "../../row/parse-day.js";
import { damagedWorkbook, hostileWorkbook, type WorkbookPackage } from "./open-package.js";
import { parseXml, type XmlHandlers } from "./parse-xml.js";

export interface Workbook {
  /** Parts of the sheets that a person sees, in tab order. */
  readonly visibleSheets: readonly string[];
  readonly sharedStrings: string | undefined;
  readonly dateSystem: DateSystem;
}

interface Relation {
  readonly id: string;
  /** Last word of the relation's type, equal in the strict and the usual form of the standard. */
  readonly type: string;
  readonly target: string;
}

/** Finds a workbook's parts by its relations (ECMA-376 part 2), since names such as `sheet1.xml` are only a habit. */
export async function readWorkbook(file: WorkbookPackage): Promise<Workbook> {
  const root = await readRelations(file, "");
  const main = root.find((relation) => relation.type === "officeDocument")?.target;
  if (main === undefined || !file.has(main)) throw damagedWorkbook(new Error("no workbook in this zip"));
  const relations = await readRelations(file, main);
  const visibleSheets: string[] = [];
  let dateSystem: DateSystem = 1900;
  await run(file, main, {
    open(name, attributes) {
      if (name === "workbookPr" && ["1", "true"].includes(attributes.date1904 ?? "")) dateSystem = 1904;
      if (name !== "sheet" || (attributes.state ?? "visible") !== "visible") return;
      const id = Object.entries(attributes).find(([key]) => key === "id" || key.endsWith(":id"))?.[1];
      const sheet = relations.find((relation) => relation.id === id && relation.type === "worksheet");
      if (sheet !== undefined) visibleSheets.push(sheet.target);
      if (visibleSheets.length > SHEETS_MAX) throw hostileWorkbook("too many sheets");
    },
    close() {},
  });
  const strings = relations.find((relation) => relation.type === "sharedStrings")?.target;
  return { visibleSheets, sharedStrings: strings !== undefined && file.has(strings) ? strings : undefined, dateSystem };
}

/** The relations of a part; those of the package itself for an empty name. */
async function readRelations(file: WorkbookPackage, part: string): Promise<Relation[]> {
  const folder = posix.dirname(part);
  const list = posix.join(part === "" ? "" : folder, "_rels", `${posix.basename(part)}.rels`);
  const relations: Relation[] = [];
  if (!file.has(list)) return relations;
  await run(file, list, {
    open(name, attributes) {
      if (name !== "Relationship" || attributes.TargetMode === "External") return;
      const target = attributes.Target ?? "";
      relations.push({
        id: attributes.Id ?? "",
        type: (attributes.Type ?? "").split("/").at(-1) ?? "",
        target: target.startsWith("/") ? target.slice(1) : posix.normalize(posix.join(folder, target)),
      });
    },
    close() {},
  });
  return relations;
}

async function run(file: WorkbookPackage, part: string, handlers: XmlHandlers): Promise<void> {
  for await (const _bytes of parseXml(await file.open(part), handlers));
}
