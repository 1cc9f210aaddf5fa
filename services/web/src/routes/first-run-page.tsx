import type { Page } from "../http/send-page.js";
import type { Words } from "../messages/words-of.js";
import { FirstRun } from "./first-run.js";

export function firstRunPage(section: Page["section"], t: Words): Page {
  return { title: t("first-run.title"), section, content: <FirstRun /> };
}
