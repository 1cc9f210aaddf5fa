import { Alert, DataTable, Disclosure, TextAreaField, TextField } from "@rode-draad/ui";
import type { ReactElement } from "react";
import type { ImportView } from "../../web-tools.js";
import { AREAS_INPUT, COLUMN_FIELDS, columnInput, type ImportFormValues } from "./read-names.js";
import { webRemedy } from "./web-remedy.js";

interface ImportFormProps {
  readonly problem?: string;
  /** What was filled in before. */
  readonly form?: ImportFormValues;
}

export function ImportForm({ problem, form = new Map() }: ImportFormProps): ReactElement {
  return (
    <>
      <div className="rd-stapel">
        <h1 className="utrecht-heading-1">Notities inlezen</h1>
        <p className="utrecht-paragraph utrecht-paragraph--lead">
          Je leest notities in zonder namen. Wij lezen elke notitie na en halen weg wat er toch in staat.
        </p>
      </div>
      <div className="rd-sectie rd-kolommen rd-kolommen--7-5">
        <form className="rd-paneel" action="/invoer" method="post" encType="multipart/form-data">
          {problem === undefined ? null : (
            <Alert kind="error" level={2} title="Wij hebben dit bestand geweigerd">
              <p>{problem}</p>
            </Alert>
          )}
          <Names form={form} isOpen={problem !== undefined} />
          <TextField
            id="bestand"
            label="Welk bestand lees je in?"
            hint="Een CSV-, Excel- (.xlsx) of JSONL-bestand, één regel per notitie."
            type="file"
            accept=".csv,.xlsx,.jsonl,.ndjson"
            isRequired={true}
          />
          <div className="utrecht-button-group">
            <button className="utrecht-button utrecht-button--primary-action" type="submit">
              Lees in
            </button>
          </div>
          <p className="utrecht-paragraph utrecht-paragraph--small">
            Een groot bestand duurt even. Laat deze pagina open tot je het resultaat ziet.
          </p>
        </form>
        <section className="rd-stapel" aria-labelledby="kolommen">
          <h2 className="utrecht-heading-3" id="kolommen">
            Deze kolommen zijn nodig
          </h2>
          <ul className="utrecht-unordered-list">
            {COLUMN_FIELDS.map(({ field, meaning }) => (
              <li key={field}>
                {field}: {meaning}
              </li>
            ))}
          </ul>
          <p className="utrecht-paragraph">
            Ook handig: casusRef, medewerkerRef, veiligheid en nietGebruiken. Namen van collega’s lezen wij nooit in.
          </p>
          <p className="utrecht-paragraph">
            <a className="utrecht-link" href="/notities">
              Zie wat wij uit een notitie hebben weggehaald
            </a>
          </p>
        </section>
      </div>
    </>
  );
}

/** Stands before the file in the form: a browser sends fields in order, and the file streams on as soon as it comes. */
function Names({ form, isOpen }: { readonly form: ImportFormValues; readonly isOpen: boolean }): ReactElement {
  return (
    <Disclosure title="Heten je kolommen of wijken anders?" isOpen={isOpen}>
      <fieldset className="utrecht-form-fieldset">
        <legend className="utrecht-form-fieldset__legend">Hoe heten de kolommen in je bestand?</legend>
        <p className="utrecht-paragraph">Vul alleen in wat bij jou anders heet. Laat de rest leeg.</p>
        {COLUMN_FIELDS.map(({ field, meaning }) => (
          <TextField
            key={field}
            id={columnInput(field)}
            label={`Kolom voor ${field}`}
            hint={`Dit is ${meaning}.`}
            value={form.get(columnInput(field)) ?? ""}
            maxLength={120}
          />
        ))}
      </fieldset>
      <TextAreaField
        id={AREAS_INPUT}
        label="Wijknamen"
        hint="Zet elke wijk op een eigen regel, met de wijkcode van het CBS. Bijvoorbeeld: Centrum = WK036301"
        value={form.get(AREAS_INPUT)}
      />
    </Disclosure>
  );
}

export function ImportResult({ view }: { readonly view: ImportView }): ReactElement {
  return (
    <>
      <div className="rd-stapel">
        <h1 className="utrecht-heading-1">{view.title}</h1>
        <p className="utrecht-paragraph utrecht-paragraph--lead">{view.lead}</p>
      </div>
      <section className="rd-sectie" aria-label="Resultaat">
        <dl className="rd-uitslag">
          {view.counts.map((count) => (
            <div key={count.term} className="rd-uitslag__item">
              <dt>{count.term}</dt>
              <dd>
                {count.value.toLocaleString("nl-NL")}
                <small>{count.hint}</small>
              </dd>
            </div>
          ))}
        </dl>
        {view.refused.length === 0 ? null : (
          <DataTable
            caption="Geweigerde regels"
            columns={[{ label: "Reden" }, { label: "Welke regels" }, { label: "Wat kun je doen?" }]}
            rows={view.refused.map((row) => ({
              key: row.reason,
              cells: [row.reason, row.rows, webRemedy(row.remedy)],
            }))}
          />
        )}
        <p className="utrecht-paragraph utrecht-paragraph--small">
          Je ziet hier alleen regelnummers. De tekst van een geweigerde regel bewaren wij niet.
        </p>
        <div className="utrecht-button-group">
          <a className="utrecht-button utrecht-button--primary-action" href="/">
            Ga naar het overzicht
          </a>
          <a className="utrecht-button utrecht-button--subtle" href="/invoer">
            Lees nog een bestand in
          </a>
        </div>
      </section>
    </>
  );
}
