import type { Page } from "../http/send-page.js";
import type { Words } from "../messages/words-of.js";
import type { FrameView } from "../web-tools.js";
import { FirstRun } from "./first-run.js";

export function firstRunPage(section: Page["section"], { account }: FrameView, t: Words): Page {
  return { title: t("first-run.title"), section, content: <FirstRun actions={account?.actions ?? []} /> };
}
