import { monthName } from "@rode-draad/reports";
import { SelectField } from "@rode-draad/ui";
import type { ReactElement } from "react";
import { partKey, WHOLE_MUNICIPALITY } from "../choice.js";
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
  return (
    <form className="rd-keuze" action={action} method="get">
      <SelectField
        id="maand"
        label="Maand"
        selected={choice.month}
        groups={[{ options: choices.months.map((month) => ({ value: month, label: monthName(month) })) }]}
      />
      <SelectField
        id="deel"
        label="Wijk of team"
        selected={partKey(choice.part)}
        groups={[
          { options: [{ value: WHOLE_MUNICIPALITY, label: `Heel ${municipality}` }] },
          {
            label: "Wijken",
            options: choices.areas.map((area) => ({ value: `wijk-${area.code}`, label: area.name })),
          },
          { label: "Teams", options: choices.teams.map((team) => ({ value: `team-${team.code}`, label: team.name })) },
        ]}
      />
      <button className="utrecht-button" type="submit">
        Toon overzicht
      </button>
    </form>
  );
}
