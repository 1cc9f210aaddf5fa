import { SelectField } from "@rode-draad/ui";
import type { ReactElement } from "react";
import { partKey, WHOLE_MUNICIPALITY } from "../choice.js";
import { useMonthName } from "../messages/use-names.js";
import { useTranslations } from "../messages/use-translations.js";
import type { Choice, ChoicesView } from "../web-tools.js";

export interface ChoiceFormProps {
  readonly action: string;
  readonly choice: Choice;
  readonly choices: ChoicesView;
  readonly municipality: string;
}

/**
 * Month and part as a GET form. A wijk and a team stand in one list: both at once would make groups so small that a
 * colleague could be told apart.
 */
export function ChoiceForm({ action, choice, choices, municipality }: ChoiceFormProps): ReactElement {
  const t = useTranslations("choice");
  const monthName = useMonthName();
  return (
    <form className="rd-keuze" action={action} method="get">
      <SelectField
        id="maand"
        label={t("month")}
        selected={choice.month}
        groups={[{ options: choices.months.map((month) => ({ value: month, label: monthName(month) })) }]}
      />
      <SelectField
        id="deel"
        label={t("part")}
        selected={partKey(choice.part)}
        groups={[
          { options: [{ value: WHOLE_MUNICIPALITY, label: t("whole", { municipality }) }] },
          {
            label: t("areas"),
            options: choices.areas.map((area) => ({ value: `wijk-${area.code}`, label: area.name })),
          },
          {
            label: t("teams"),
            options: choices.teams.map((team) => ({ value: `team-${team.code}`, label: team.name })),
          },
        ]}
      />
      <button className="utrecht-button" type="submit">
        {t("show")}
      </button>
    </form>
  );
}
