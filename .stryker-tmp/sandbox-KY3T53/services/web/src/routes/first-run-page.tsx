import type { Page } from "../http/send-page.js";
import { FirstRun } from "./first-run.js";

export function firstRunPage(section: Page["section"]): Page {
  return { title: "Hier begint de draad", section, content: <FirstRun /> };
}
