import { FactList } from "@rode-draad/ui";
import type { RequestHandler } from "express";
import type { ReactElement } from "react";
import { sendPage } from "../../http/send-page.js";
import type { WebTools } from "../../web-tools.js";

/** GET /over: how it works, in plain words. */
export function about(tools: WebTools): RequestHandler {
  return async (_request, response) => {
    sendPage(response, await tools.readFrame(), { title: "Hoe Rode Draad werkt", section: "", content: <About /> });
  };
}

const STEPS = [
  { term: "1. Nalezen", value: "Wij lezen elke notitie na. Namen, nummers en adressen halen wij weg." },
  { term: "2. Zoeken", value: "Wij zoeken de hulpvraag in de notitie. Wat vroeger was, telt niet mee." },
  {
    term: "3. Indelen",
    value: "Elke vraag krijgt een thema uit een vaste lijst. Wat nergens past, kan een nieuw thema worden.",
  },
  {
    term: "4. Tellen",
    value: "Wij tellen huishoudens, geen notities. Tien notities over één huishouden tellen als één.",
  },
  { term: "5. Tonen", value: "Je ziet altijd een bereik over drie maanden. Onder de 10 tonen wij niets." },
  { term: "6. Voorstellen", value: "Wij stellen iets voor de hele wijk voor. Jij beslist of het doorgaat." },
] as const;

function About(): ReactElement {
  return (
    <>
      <div className="rd-stapel">
        <h1 className="utrecht-heading-1">Hoe Rode Draad werkt</h1>
        <p className="utrecht-paragraph utrecht-paragraph--lead">
          Rode Draad zoekt vragen die in veel huishoudens terugkomen. Zo kun je veel mensen tegelijk helpen.
        </p>
      </div>
      <section className="rd-sectie" aria-labelledby="stappen">
        <h2 className="utrecht-heading-2" id="stappen">
          In zes stappen
        </h2>
        <FactList facts={STEPS} inPanel={true} />
      </section>
      <section className="rd-sectie" aria-labelledby="nooit">
        <h2 className="utrecht-heading-2" id="nooit">
          Dit doen wij nooit
        </h2>
        <ul className="utrecht-unordered-list">
          <li>Wij maken geen lijst van bewoners.</li>
          <li>Wij geven geen namen of adressen door, ook niet aan een partner.</li>
          <li>Wij tellen niet per medewerker.</li>
          <li>Wij helpen niet bij controle, incasso of opsporing.</li>
        </ul>
      </section>
    </>
  );
}
