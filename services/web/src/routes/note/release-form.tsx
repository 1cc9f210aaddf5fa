import { CheckField, SubmitButton, TextAreaField } from "@rode-draad/ui";
import type { ReactElement } from "react";
import { useTranslations } from "../../messages/use-translations.js";
import type { NotePageView } from "../../web-tools.js";

/** Paste the text again, and say what of it is nobody's. */
export function ReleaseForm({ number, note }: { readonly number: string; readonly note: NotePageView }): ReactElement {
  const t = useTranslations("note.release");
  const kindName = useTranslations("note.kind");
  const ticks = note.places.filter(({ isAlwaysMasked }) => !isAlwaysMasked);
  return (
    <form className="rd-paneel" action="/notities/vrijgave" method="post" aria-labelledby="vrijgeven">
      <h3 className="utrecht-heading-3" id="vrijgeven">
        {t("title")}
      </h3>
      <input type="hidden" name="nummer" value={number} />
      <TextAreaField id="tekst" label={t("text")} hint={t("textHint")} />
      {ticks.length === 0 ? null : (
        <fieldset className="utrecht-form-fieldset">
          <legend className="utrecht-form-fieldset__legend">{t("places")}</legend>
          <p className="utrecht-paragraph">{t("placesHint")}</p>
          {ticks.map(({ start, end, kind }) => (
            <CheckField
              key={`${start}-${end}`}
              id={`plek-${start}`}
              name="plek"
              value={`${start}-${end}`}
              label={t("place", { start: start + 1, end, kind: kindName(kind) })}
            />
          ))}
        </fieldset>
      )}
      {note.isAboutTraits ? <CheckField id="kenmerken" name="kenmerken" label={t("traits")} /> : null}
      <CheckField id="aangepast" name="aangepast" label={t("edited")} />
      <SubmitButton>{t("button")}</SubmitButton>
      <p className="utrecht-paragraph utrecht-paragraph--small">{t("always")}</p>
    </form>
  );
}

export function WithdrawForm({ number }: { readonly number: string }): ReactElement {
  const t = useTranslations("note.withdraw");
  return (
    <form className="rd-paneel" action="/notities/intrekking" method="post" aria-labelledby="intrekken">
      <h3 className="utrecht-heading-3" id="intrekken">
        {t("title")}
      </h3>
      <input type="hidden" name="nummer" value={number} />
      <p className="utrecht-paragraph">{t("effect")}</p>
      <div className="utrecht-button-group">
        <button className="utrecht-button" type="submit">
          {t("button")}
        </button>
      </div>
    </form>
  );
}
