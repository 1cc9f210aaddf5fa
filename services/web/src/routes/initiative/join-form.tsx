import type { ReactElement } from "react";
import { useTranslations } from "../../messages/use-translations.js";

/** One click to do it together. */
export function JoinForm({ initiativeId }: { readonly initiativeId: string }): ReactElement {
  const t = useTranslations("initiative.carry");
  return (
    <form className="rd-stapel" action={`/initiatieven/${encodeURIComponent(initiativeId)}/meedoen`} method="post">
      <p className="utrecht-paragraph">{t("joinAbout")}</p>
      <div className="utrecht-button-group">
        <button className="utrecht-button" type="submit">
          {t("join")}
        </button>
      </div>
    </form>
  );
}
