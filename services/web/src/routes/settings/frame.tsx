import { Alert } from "@rode-draad/ui";
import type { Request, Response } from "express";
import type { ReactElement, ReactNode } from "react";
import { sendPage } from "../../http/send-page.js";
import { useTranslations } from "../../messages/use-translations.js";
import type { WebTools } from "../../web-tools.js";

/** What was done, told once on the page that comes after it. */
const DONE = ["saved", "made", "revoked", "closed", "added", "removed", "retired", "back", "retried"] as const;
type Done = (typeof DONE)[number];

export function doneOf({ query }: Request): Done | undefined {
  return DONE.find((one) => one === query.gedaan);
}

export interface Told {
  readonly done?: Done | undefined;
  /** Why nothing was changed. */
  readonly problem?: ReactNode;
}

interface SettingsFrameProps extends Told {
  readonly title: ReactNode;
  readonly lead: ReactNode;
  /** A page that lies under another one of these. */
  readonly under?: { readonly href: string; readonly label: string };
  readonly children: ReactNode;
}

/** Title, the way back, and what came of the last form. */
export function SettingsFrame({ title, lead, under, done, problem, children }: SettingsFrameProps): ReactElement {
  const t = useTranslations("settings");
  const shared = useTranslations("shared");
  const crumbs = [{ href: "/beheer", label: t("title") }, ...(under === undefined ? [] : [under])];
  return (
    <>
      <nav className="utrecht-breadcrumb-nav" aria-label={shared("breadcrumb")}>
        <ol className="utrecht-breadcrumb-nav__list">
          {crumbs.map(({ href, label }) => (
            <li key={href} className="utrecht-breadcrumb-nav__item">
              <a className="utrecht-link" href={href}>
                {label}
              </a>
            </li>
          ))}
        </ol>
      </nav>
      <div className="rd-stapel">
        <h1 className="utrecht-heading-1">{title}</h1>
        <p className="utrecht-paragraph utrecht-paragraph--lead">{lead}</p>
        {done === undefined ? null : (
          <div role="status">
            <Alert kind="ok">
              <p>{t(`done.${done}`)}</p>
            </Alert>
          </div>
        )}
        {problem === undefined ? null : (
          <Alert kind="error" level={2} title={t("notDone")}>
            <p>{problem}</p>
          </Alert>
        )}
      </div>
      {children}
    </>
  );
}

export async function sendSettings(
  tools: WebTools,
  response: Response,
  page: { readonly title: string; readonly isTitleDutch?: boolean; readonly content: ReactNode },
  status = 200,
): Promise<void> {
  sendPage(response, await tools.readFrame(), { ...page, section: "/beheer", isSection: false }, status);
}

/** One button that acts. */
export function ActButton(props: {
  readonly action: string;
  readonly label: string;
  /** What it is about, for who hears the button alone. */
  readonly about: string;
  readonly fields?: Readonly<Record<string, string>>;
}): ReactElement {
  return (
    <form action={props.action} method="post">
      {Object.entries(props.fields ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button className="utrecht-button utrecht-button--subtle" type="submit">
        {props.label}
        <span className="rd-onzichtbaar">: {props.about}</span>
      </button>
    </form>
  );
}
