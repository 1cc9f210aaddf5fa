import type { Action } from "@rode-draad/domain";
import { PageFrame } from "@rode-draad/ui";
import type { Response } from "express";
import type { ReactElement, ReactNode } from "react";
import { useTranslations } from "../messages/use-translations.js";
import type { FrameView } from "../web-tools.js";
import { addressToReturnTo, LanguageChoice } from "./language-choice.js";
import { type PageTitle, renderInLanguage } from "./render-in-language.js";

/** The menu; who may not do what a page is for does not see it there. */
const NAVIGATION = [
  { href: "/", name: "overview", action: "figures:read" },
  { href: "/themas", name: "themes", action: "figures:read" },
  { href: "/nakijken", name: "review", action: "note:correct" },
  { href: "/voorstellen", name: "proposals", action: "proposals:read" },
  { href: "/initiatieven", name: "initiatives", action: "proposals:read" },
  { href: "/effect", name: "effect", action: "proposals:read" },
  { href: "/maandrapport", name: "report", action: "reports:read" },
  { href: "/invoer", name: "import", action: "notes:import" },
  { href: "/beheer", name: "settings", action: "audit:read" },
] as const satisfies readonly { href: string; name: string; action: Action }[];

export interface Page extends PageTitle {
  /** The menu item that this page is, or lies under. */
  readonly section: (typeof NAVIGATION)[number]["href"] | "";
  readonly isSection?: boolean;
  /** What stands at the right of the header, such as the chosen team. */
  readonly place?: string;
  readonly content: ReactNode;
}

/** Sends a page in the frame that all pages share, in the language of who asks. */
export function sendPage(response: Response, frame: FrameView, page: Page, status = 200): void {
  const returnTo = addressToReturnTo(response.req, status);
  const html = renderInLanguage(response, page, <Frame page={page} frame={frame} returnTo={returnTo} />);
  response.status(status).type("html").send(html);
}

interface FrameProps {
  readonly page: Page;
  readonly frame: FrameView;
  readonly returnTo: string;
}

function Frame({ page, frame, returnTo }: FrameProps): ReactElement {
  const t = useTranslations("shared");
  const { account } = frame;
  const items = NAVIGATION.filter(({ action }) => account?.actions.includes(action));
  return (
    <PageFrame
      words={{ skipLink: t("skipLink"), mainMenu: t("mainMenu") }}
      current={page.section}
      isExactPage={page.isSection ?? true}
      navigation={items.map(({ href, name }) => ({ href, label: t(`navigation.${name}`) }))}
      {...(account !== undefined && { account: { href: "/account", label: t("account", { name: account.name }) } })}
      context={useContextLines(page, frame)}
      language={<LanguageChoice returnTo={returnTo} />}
      footer={useFooter(frame)}
    >
      {page.content}
    </PageFrame>
  );
}

/** Which part is shown, and of which municipality. */
function useContextLines(
  { place }: Page,
  { municipality }: FrameView,
): { readonly title: string; readonly line?: string } {
  const line = useTranslations("shared")("municipality", { municipality });
  return place !== undefined && place !== municipality ? { title: place, line } : { title: line };
}

function useFooter({ productVersion, limits }: FrameView): { readonly title: string; readonly content: ReactNode }[] {
  const t = useTranslations("shared.footer");
  return [
    { title: t("about.title"), content: <p>{t("about.text", { version: productVersion })}</p> },
    { title: t("limits.title"), content: <p>{t("limits.text", limits)}</p> },
    {
      title: t("questions.title"),
      content: (
        <p>
          <a className="utrecht-link" href="/over">
            {t("questions.howItWorks")}
          </a>
          <br />
          <a className="utrecht-link" href="/hulp">
            {t("questions.notShown")}
          </a>
        </p>
      ),
    },
  ];
}
