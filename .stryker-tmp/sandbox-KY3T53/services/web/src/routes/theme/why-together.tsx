import type { ThemeView, ThemeWhy } from "@rode-draad/reports";
import { StatusBadge } from "@rode-draad/ui";
import type { ReactElement } from "react";
import { withChoice } from "../../choice.js";
import type { Choice } from "../../web-tools.js";

interface PartProps {
  readonly view: ThemeView;
  readonly choice: Choice;
}

/** "Waarom samen?": the words that decided, a typical and a doubtful question in generated wording, and the nearest theme. */
export function Together({ view, choice }: PartProps): ReactElement {
  return (
    <section className="rd-stapel" aria-labelledby="samen">
      <h2 className="utrecht-heading-2" id="samen">
        Waarom samen?
      </h2>
      <p className="utrecht-paragraph">
        {view.isEmergent || view.why !== undefined
          ? "Deze woorden gaven de doorslag. Wij halen ze uit veel notities tegelijk, nooit uit één."
          : "Deze vragen gaan over hetzelfde. Aan deze woorden herkennen wij het thema:"}
      </p>
      <ul className="rd-woorden">
        {view.words.map((word) => (
          <li key={word}>{word}</li>
        ))}
      </ul>
      {view.why === undefined ? null : <Why why={view.why} choice={choice} />}
    </section>
  );
}

function Why({ why, choice }: { readonly why: ThemeWhy; readonly choice: Choice }): ReactElement {
  const { typical, doubtful, nearest } = why;
  return (
    <>
      {typical === undefined ? null : (
        <div className="rd-voorbeeld">
          <p className="rd-voorbeeld__zin">{typical}</p>
          <p className="utrecht-paragraph utrecht-paragraph--small">
            Rode Draad maakte dit voorbeeld zelf, van woorden uit veel vragen. Het is geen citaat.
          </p>
        </div>
      )}
      {doubtful === undefined ? null : (
        <p className="utrecht-paragraph">
          <strong>Hoort er net bij:</strong> {doubtful}
        </p>
      )}
      {nearest === undefined ? null : (
        <p className="utrecht-paragraph">
          <strong>Lijkt het meest op:</strong>{" "}
          <a className="utrecht-link" href={withChoice(`/themas/${encodeURIComponent(nearest.id)}`, choice)}>
            {nearest.name}
          </a>
          .{nearest.difference === undefined ? null : ` ${nearest.difference}`}
        </p>
      )}
    </>
  );
}

/** The themes that go along with this one, in words. */
export function Knots({ view, choice }: PartProps): ReactElement | null {
  if (view.knots.length === 0) return null;
  return (
    <section className="rd-stapel" aria-labelledby="knopen">
      <h2 className="utrecht-heading-2" id="knopen">
        Knopen
      </h2>
      <p className="utrecht-paragraph">
        Huishoudens met dit thema hebben vaker ook deze thema’s. Dat is in de hele gemeente zo.
      </p>
      <ul className="rd-knopen">
        {view.knots.map((knot) => (
          <li key={knot.id} className="rd-knoop">
            <KnotMark />
            <div className="rd-knoop__tekst">
              <h3 className="utrecht-heading-4">
                <a className="utrecht-link" href={withChoice(`/themas/${encodeURIComponent(knot.id)}`, choice)}>
                  {knot.name}
                </a>
              </h3>
              {knot.careNeeded ? (
                <p>
                  <StatusBadge kind="warning" icon="care">
                    Alleen met zorg
                  </StatusBadge>
                </p>
              ) : null}
              {knot.proposal === undefined ? null : (
                <p>
                  <a className="utrecht-link" href={`/voorstellen/${encodeURIComponent(knot.proposal.id)}`}>
                    Voorstel voor beide: {knot.proposal.title}
                  </a>
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
      <p className="utrecht-paragraph utrecht-paragraph--small">
        Een knoop onder de 10 huishoudens tonen wij niet. Aantallen bij een knoop tonen wij nooit.
      </p>
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
