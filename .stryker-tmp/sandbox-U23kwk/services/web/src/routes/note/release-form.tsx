import { CheckField, TextAreaField } from "@rode-draad/ui";
import type { ReactElement } from "react";
import type { NotePageView } from "../../web-tools.js";

/** Paste the text again, and say what of it is nobody's. */
export function ReleaseForm({ number, note }: { readonly number: string; readonly note: NotePageView }): ReactElement {
  const ticks = note.places.filter(({ isAlwaysMasked }) => !isAlwaysMasked);
  return (
    <form className="rd-paneel" action="/notities/vrijgave" method="post" aria-labelledby="vrijgeven">
      <h3 className="utrecht-heading-3" id="vrijgeven">
        Geef de notitie vrij
      </h3>
      <input type="hidden" name="nummer" value={number} />
      <TextAreaField
        id="tekst"
        label="Plak de tekst van je notitie"
        hint="Wij hebben de tekst niet bewaard. Hij gaat opnieuw door de controle."
      />
      {ticks.length === 0 ? null : (
        <fieldset className="utrecht-form-fieldset">
          <legend className="utrecht-form-fieldset__legend">Welke plekken wijzen niemand aan?</legend>
          <p className="utrecht-paragraph">Zet alleen een vinkje als je het zeker weet. De rest lakken wij weg.</p>
          {ticks.map(({ start, end, kind }) => (
            <CheckField
              key={`${start}-${end}`}
              id={`plek-${start}`}
              name="plek"
              value={`${start}-${end}`}
              label={`Teken ${start + 1} tot en met ${end} is geen ${kind} van iemand`}
            />
          ))}
        </fieldset>
      )}
      {note.isAboutTraits ? (
        <CheckField
          id="kenmerken"
          name="kenmerken"
          label="Ik heb gekeken: de kenmerken in de tekst wijzen samen niemand aan"
        />
      ) : null}
      <CheckField id="aangepast" name="aangepast" label="Ik heb de tekst aangepast" />
      <div className="utrecht-button-group">
        <button className="utrecht-button utrecht-button--primary-action" type="submit">
          Geef vrij
        </button>
      </div>
      <p className="utrecht-paragraph utrecht-paragraph--small">
        Een BSN of rekeningnummer lakken wij altijd weg, ook als je een vinkje zet.
      </p>
    </form>
  );
}

export function WithdrawForm({ number }: { readonly number: string }): ReactElement {
  return (
    <form className="rd-paneel" action="/notities/intrekking" method="post" aria-labelledby="intrekken">
      <h3 className="utrecht-heading-3" id="intrekken">
        Of trek de notitie in
      </h3>
      <input type="hidden" name="nummer" value={number} />
      <p className="utrecht-paragraph">De notitie telt dan niet mee. In jullie eigen systeem verandert niets.</p>
      <div className="utrecht-button-group">
        <button className="utrecht-button" type="submit">
          Trek in
        </button>
      </div>
    </form>
  );
}
