import { FactList, Icon } from "@rode-draad/ui";
import type { ReactElement } from "react";
import { Dutch } from "../../messages/dutch.js";
import { useTranslations } from "../../messages/use-translations.js";
import type { ContactView } from "../../web-tools.js";

/** What stands beside every page behind a partner's link: what it never gets and why, and whom to call. */

export function NeverGet(): ReactElement {
  const t = useTranslations("partner.never");
  return (
    <section className="rd-paneel" aria-labelledby="nooit">
      <h2 className="utrecht-heading-3" id="nooit">
        {t("title")}
      </h2>
      <ul className="rd-vinken rd-vinken--nooit">
        {[t("names"), t("counts"), t("who"), t("stories")].map((point) => (
          <li key={point}>
            <Icon name="cross" />
            <span>{point}</span>
          </li>
        ))}
      </ul>
      <p className="utrecht-paragraph">{t("welcome")}</p>
    </section>
  );
}

export function WhyNoCounts({ of }: { readonly of: "request" | "agenda" }): ReactElement {
  const t = useTranslations("partner.noCounts");
  return (
    <section className="rd-stapel rd-stapel--nauw" aria-labelledby="aantallen">
      <h2 className="utrecht-heading-3" id="aantallen">
        {t("title")}
      </h2>
      <p className="utrecht-paragraph">{of === "agenda" ? t("agenda") : t("text")}</p>
    </section>
  );
}

export function PleaseDoNot({ text }: { readonly text: string }): ReactElement {
  const t = useTranslations("partner");
  return (
    <section className="rd-stapel rd-stapel--nauw" aria-labelledby="niet-doen">
      <h2 className="utrecht-heading-3" id="niet-doen">
        {t("pleaseDoNot")}
      </h2>
      <p className="utrecht-paragraph">
        <Dutch>{text}</Dutch>
      </p>
    </section>
  );
}

export function ContactFacts({ contact }: { readonly contact: ContactView }): ReactElement {
  const t = useTranslations("partner.contact");
  return (
    <section className="rd-stapel" aria-labelledby="contact">
      <h2 className="utrecht-heading-3" id="contact">
        {t("title")}
      </h2>
      <FactList
        facts={[
          { term: t("name"), value: contact.name },
          { term: t("role"), value: <Dutch>{`${contact.role}, ${contact.team}`}</Dutch> },
          {
            term: t("phone"),
            value: (
              <a className="utrecht-link" href={`tel:${contact.phone.replace(/[^\d+]/g, "")}`}>
                {contact.phone}
              </a>
            ),
          },
          {
            term: t("email"),
            value: (
              <a className="utrecht-link" href={`mailto:${contact.email}`}>
                {contact.email}
              </a>
            ),
          },
        ]}
      />
    </section>
  );
}

export function AboutLink({ partner, until }: { readonly partner: string; readonly until: string }): ReactElement {
  const t = useTranslations("partner.link");
  return (
    <section className="rd-stapel rd-stapel--nauw" aria-labelledby="over-link">
      <h2 className="utrecht-heading-3" id="over-link">
        {t("title")}
      </h2>
      <p className="utrecht-paragraph">
        {t.rich("text", { partner: () => <Dutch>{partner}</Dutch>, until: () => <Dutch>{until}</Dutch> })}
      </p>
    </section>
  );
}

export function Ticks(props: {
  readonly id: string;
  readonly title: string;
  readonly points: readonly string[];
}): ReactElement {
  return (
    <section className="rd-stapel rd-stapel--nauw" aria-labelledby={props.id}>
      <h2 className="utrecht-heading-3" id={props.id}>
        {props.title}
      </h2>
      <ul className="rd-vinken">
        {props.points.map((point) => (
          <li key={point}>
            <Icon name="check" />
            <span>
              <Dutch>{point}</Dutch>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
