import { DataTable } from "@rode-draad/ui";
import type { RequestHandler } from "express";
import type { ReactElement } from "react";
import { Dutch } from "../../messages/dutch.js";
import { useDayName, useMonthName } from "../../messages/use-names.js";
import { useTranslations } from "../../messages/use-translations.js";
import { wordsOf } from "../../messages/words-of.js";
import type { LedgerLine, WebTools } from "../../web-tools.js";
import { SettingsFrame, sendSettings } from "./frame.js";

/** GET /beheer/grootboek: what left, what was refused and what was erased. */
export function ledger(tools: WebTools): RequestHandler {
  return async (_request, response) => {
    const title = wordsOf(response)("settings.ledger.title");
    await sendSettings(tools, response, { title, content: <Ledger lines={await tools.readLedger()} /> });
  };
}

function Ledger({ lines }: { readonly lines: readonly LedgerLine[] }): ReactElement {
  const t = useTranslations("settings.ledger");
  const dayName = useDayName();
  const monthName = useMonthName();
  return (
    <SettingsFrame title={t("title")} lead={t("lead")}>
      <section className="rd-sectie">
        {lines.length === 0 ? (
          <p className="utrecht-paragraph">{t("none")}</p>
        ) : (
          <DataTable
            caption={t("caption")}
            columns={[{ label: t("when") }, { label: t("what") }, { label: t("who") }, { label: t("more") }]}
            rows={lines.map((line, index) => ({
              key: String(index),
              cells: [
                dayName(line.day),
                line.kind === "erasure" ? t("erased") : t(`kind.${line.kind}`, { month: monthName(line.month) }),
                line.who,
                <More key="more" line={line} />,
              ] as const,
            }))}
          />
        )}
      </section>
    </SettingsFrame>
  );
}

function More({ line }: { readonly line: LedgerLine }): ReactElement {
  const t = useTranslations("settings.ledger");
  if (line.kind === "refused") return <Dutch>{line.reason}</Dutch>;
  return <>{line.kind === "released" ? t("model", { model: line.model }) : t("counts")}</>;
}
