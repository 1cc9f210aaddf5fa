import { Alert, TextField } from "@rode-draad/ui";
import type { ReactElement } from "react";
import type { NotePageView } from "../../web-tools.js";
import { ReleaseForm, WithdrawForm } from "./release-form.js";

export interface NotePageProps {
  /** The number that was searched for; empty when nothing was. */
  readonly number: string;
  readonly note?: NotePageView;
  readonly notFound?: string;
  /** Why nothing was done. */
  readonly refused?: string;
  readonly done?: "vrijgegeven" | "ingetrokken" | "weer-tegengehouden";
}

export function NotePage({ number, note, notFound, refused, done }: NotePageProps): ReactElement {
  return (
    <>
      <div className="rd-stapel">
        <h1 className="utrecht-heading-1">Dit hebben wij weggehaald</h1>
        <p className="utrecht-paragraph utrecht-paragraph--lead">
          Zoek je eigen notitie op. Je ziet wat wij hebben weggehaald, of waarom wij de notitie tegenhouden.
        </p>
      </div>
      <div className="rd-sectie rd-kolommen rd-kolommen--7-5">
        <form className="rd-paneel" action="/notities" method="get">
          <TextField
            id="nummer"
            label="Welk nummer heeft je notitie?"
            hint="Het nummer van de notitie in jullie eigen systeem."
            value={number}
            error={notFound}
            maxLength={200}
            isRequired={true}
          />
          <div className="utrecht-button-group">
            <button className="utrecht-button utrecht-button--primary-action" type="submit">
              Zoek op
            </button>
          </div>
        </form>
        <p className="utrecht-paragraph">
          Wij tonen hier nooit de tekst van een notitie. De tekst die wij tegenhouden, bewaren wij niet.
        </p>
      </div>
      {note === undefined ? null : (
        <section className="rd-sectie rd-stapel" aria-labelledby="uitkomst">
          <h2 className="utrecht-heading-2" id="uitkomst">
            {HEADINGS[note.state]}
          </h2>
          <Told done={done} refused={refused} />
          <Standing note={note} />
          {note.state === "stored" ? null : <ReleaseForm number={number} note={note} />}
          {note.state === "quarantined" ? <WithdrawForm number={number} /> : null}
        </section>
      )}
    </>
  );
}

const HEADINGS = {
  stored: "Deze notitie telt mee",
  quarantined: "Wij houden deze notitie tegen",
  withdrawn: "Deze notitie is ingetrokken",
} as const;

interface ToldProps {
  readonly done: NotePageProps["done"] | undefined;
  readonly refused: string | undefined;
}

function Told({ done, refused }: ToldProps): ReactElement | null {
  if (refused !== undefined) {
    return (
      <Alert kind="error" title="Er is niets veranderd" level={3}>
        <p>{refused}</p>
      </Alert>
    );
  }
  if (done === "weer-tegengehouden") {
    return (
      <Alert kind="error" title="Wij houden de notitie nog steeds tegen" level={3}>
        <p>Kijk hieronder wat wij nu vonden. De tekst die je plakte, hebben wij niet bewaard.</p>
      </Alert>
    );
  }
  if (done === undefined) return null;
  return (
    <Alert
      kind="ok"
      title={done === "vrijgegeven" ? "De notitie is vrijgegeven" : "De notitie is ingetrokken"}
      level={3}
    >
      <p>
        {done === "vrijgegeven"
          ? "Wij werken de notitie nu uit. De tekst die je plakte, is weggelakt bewaard."
          : "De notitie telt niet mee."}
      </p>
    </Alert>
  );
}

function Standing({ note }: { readonly note: NotePageView }): ReactElement {
  if (note.state === "withdrawn") {
    return <p className="utrecht-paragraph">De notitie telt niet mee. Je kunt haar alsnog vrijgeven.</p>;
  }
  if (note.state === "quarantined") {
    return (
      <>
        <p className="utrecht-paragraph">{note.reason}</p>
        <Places note={note} />
      </>
    );
  }
  if (note.takenOut.length === 0) {
    return <p className="utrecht-paragraph">Wij hebben niets weggehaald. Er stond niets in dat iemand aanwijst.</p>;
  }
  return (
    <>
      <p className="utrecht-paragraph">Dit hebben wij weggehaald:</p>
      <ul className="utrecht-unordered-list">
        {note.takenOut.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <Places note={note} />
    </>
  );
}

/** Where it stands in the worker's own text. People count from 1, and the last character belongs to it. */
function Places({ note }: { readonly note: NotePageView }): ReactElement | null {
  if (note.places.length === 0) return null;
  return (
    <>
      <p className="utrecht-paragraph">Hier stond dat in je tekst:</p>
      <ul className="utrecht-unordered-list">
        {note.places.map(({ start, end, kind }) => (
          <li key={`${start}-${end}`}>
            teken {start + 1} tot en met {end}: {kind}
          </li>
        ))}
      </ul>
    </>
  );
}
