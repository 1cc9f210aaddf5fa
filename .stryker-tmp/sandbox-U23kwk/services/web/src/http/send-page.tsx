import type { Action } from "@rode-draad/domain";
import { PageFrame, renderPage, stylesheetHref } from "@rode-draad/ui";
import type { Response } from "express";
import type { ReactNode } from "react";
import type { FrameView } from "../web-tools.js";

/** The menu; who may not do what a page is for does not see it there. */
const NAVIGATION = [
  { href: "/", label: "Wat speelt er", action: "figures:read" },
  { href: "/themas", label: "Thema’s", action: "figures:read" },
  { href: "/voorstellen", label: "Voorstellen", action: "proposals:read" },
  { href: "/maandrapport", label: "Maandrapport", action: "reports:read" },
  { href: "/invoer", label: "Notities inlezen", action: "notes:import" },
] as const satisfies readonly { href: string; label: string; action: Action }[];

/** The folder under which stylesheet and fonts are served. */
export const STYLE_FOLDER = "/stijl";
/** What the head of every page points at. */
export const PAGE_ASSETS = {
  stylesheetHref: stylesheetHref(STYLE_FOLDER),
  iconHref: `${STYLE_FOLDER}/lus.svg`,
} as const;

export interface Page {
  readonly title: string;
  /** The menu item that this page is, or lies under. */
  readonly section: (typeof NAVIGATION)[number]["href"] | "";
  readonly isSection?: boolean;
  /** What stands at the right of the header, such as the chosen team. */
  readonly place?: string;
  readonly content: ReactNode;
}

/** Sends a page in the frame that all pages share. */
export function sendPage(response: Response, frame: FrameView, page: Page, status = 200): void {
  const html = renderPage({
    title: page.title,
    ...PAGE_ASSETS,
    children: (
      <PageFrame
        current={page.section}
        isExactPage={page.isSection ?? true}
        navigation={NAVIGATION.filter(({ action }) => frame.account?.actions.includes(action))}
        {...(frame.account !== undefined && { account: { href: "/account", name: frame.account.name } })}
        context={context(page, frame)}
        footer={footer(frame)}
      >
        {page.content}
      </PageFrame>
    ),
  });
  response.status(status).type("html").send(html);
}

/** Which part is shown, and of which municipality. */
function context(page: Page, frame: FrameView): { readonly title: string; readonly line?: string } {
  const isPart = page.place !== undefined && page.place !== frame.municipality;
  return isPart
    ? { title: page.place, line: `Gemeente ${frame.municipality}` }
    : { title: `Gemeente ${frame.municipality}` };
}

function footer(frame: FrameView): { readonly title: string; readonly content: ReactNode }[] {
  return [
    {
      title: "Over dit overzicht",
      content: <p>Rode Draad versie {frame.productVersion}. Een latere notitie telt mee in het volgende overzicht.</p>,
    },
    {
      title: "Onze grenzen",
      content: <p>Minimaal 10 huishoudens per thema. Minimaal 3 collega’s. Altijd drie maanden samen.</p>,
    },
    {
      title: "Vragen?",
      content: (
        <p>
          <a className="utrecht-link" href="/over">
            Hoe Rode Draad werkt
          </a>
        </p>
      ),
    },
  ];
}
