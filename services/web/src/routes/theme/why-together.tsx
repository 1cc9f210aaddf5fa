import type { ThemeView, ThemeWhy } from "@rode-draad/reports";
import { StatusBadge } from "@rode-draad/ui";
import type { ReactElement } from "react";
import { withChoice } from "../../choice.js";
import { Dutch, useDutch } from "../../messages/dutch.js";
import { useTranslations } from "../../messages/use-translations.js";
import type { Choice } from "../../web-tools.js";

interface PartProps {
  readonly view: ThemeView;
  readonly choice: Choice;
}

/** The words that decided, a typical and a doubtful question in generated wording, and the nearest theme. */
export function Together({ view, choice }: PartProps): ReactElement {
  const t = useTranslations("theme.together");
  const dutch = useDutch();
  return (
    <section className="rd-stapel" aria-labelledby="samen">
      <h2 className="utrecht-heading-2" id="samen">
        {t("title")}
      </h2>
      <p className="utrecht-paragraph">{view.isEmergent || view.why !== undefined ? t("decided") : t("known")}</p>
      <ul className="rd-woorden" lang={dutch}>
        {view.words.map((word) => (
          <li key={word}>{word}</li>
        ))}
      </ul>
      {view.why === undefined ? null : <Why why={view.why} choice={choice} />}
    </section>
  );
}

function Why({ why, choice }: { readonly why: ThemeWhy; readonly choice: Choice }): ReactElement {
  const t = useTranslations("theme.together");
  const { typical, doubtful, nearest } = why;
  return (
    <>
      {typical === undefined ? null : (
        <div className="rd-voorbeeld">
          <p className="rd-voorbeeld__zin">
            <Dutch>{typical}</Dutch>
          </p>
          <p className="utrecht-paragraph utrecht-paragraph--small">{t("made")}</p>
        </div>
      )}
      {doubtful === undefined ? null : (
        <p className="utrecht-paragraph">
          <strong>{t("doubtful")}</strong> <Dutch>{doubtful}</Dutch>
        </p>
      )}
      {nearest === undefined ? null : (
        <p className="utrecht-paragraph">
          <strong>{t("nearest")}</strong>{" "}
          <a className="utrecht-link" href={withChoice(`/themas/${encodeURIComponent(nearest.id)}`, choice)}>
            <Dutch>{nearest.name}</Dutch>
          </a>
          .
          {nearest.difference === undefined ? null : (
            <>
              {" "}
              <Dutch>{nearest.difference}</Dutch>
            </>
          )}
        </p>
      )}
    </>
  );
}

/** The themes that go along with this one, in words. */
export function Knots({ view, choice }: PartProps): ReactElement | null {
  const t = useTranslations("theme.knots");
  const withCare = useTranslations("shared")("withCare");
  if (view.knots.length === 0) return null;
  return (
    <section className="rd-stapel" aria-labelledby="knopen">
      <h2 className="utrecht-heading-2" id="knopen">
        {t("title")}
      </h2>
      <p className="utrecht-paragraph">{t("about")}</p>
      <ul className="rd-knopen">
        {view.knots.map((knot) => (
          <li key={knot.id} className="rd-knoop">
            <KnotMark />
            <div className="rd-knoop__tekst">
              <h3 className="utrecht-heading-4">
                <a className="utrecht-link" href={withChoice(`/themas/${encodeURIComponent(knot.id)}`, choice)}>
                  <Dutch>{knot.name}</Dutch>
                </a>
              </h3>
              {knot.careNeeded ? (
                <p>
                  <StatusBadge kind="warning" icon="care">
                    {withCare}
                  </StatusBadge>
                </p>
              ) : null}
              {knot.proposal === undefined ? null : (
                <p>
                  <a className="utrecht-link" href={`/voorstellen/${encodeURIComponent(knot.proposal.id)}`}>
                    {t.rich("proposal", { title: () => <Dutch>{knot.proposal?.title}</Dutch> })}
                  </a>
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
      <p className="utrecht-paragraph utrecht-paragraph--small">{t("limits")}</p>
    </section>
  );
}

/** Two threads that meet in a knot. */
function KnotMark(): ReactElement {
  return (
    <svg className="rd-knoop__teken" viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      <path d="M2 10C14 10 16 20 20 20S28 30 38 30M2 30C14 30 16 20 20 20S28 10 38 10" />
      <circle cx="20" cy="20" r="4" fill="currentColor" stroke="none" />
    </svg>
  );
}
