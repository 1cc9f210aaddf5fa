import { FactList } from "@rode-draad/ui";
import type { ReactElement } from "react";
import type { AccountView } from "../../web-tools.js";

export function AccountPage({ view }: { readonly view: AccountView }): ReactElement {
  return (
    <>
      <div className="rd-stapel">
        <h1 className="utrecht-heading-1">Mijn account</h1>
        <p className="utrecht-paragraph utrecht-paragraph--lead">Je bent aangemeld als {view.name}.</p>
      </div>
      <div className="rd-sectie rd-kolommen rd-kolommen--7-5">
        <div className="rd-stapel">
          <FactList
            facts={[
              { term: "Rol", value: view.roles.join(", ") },
              { term: "Team", value: view.teams.length === 0 ? "Geen team" : view.teams.join(", ") },
              { term: "Wat je ziet", value: view.reach },
            ]}
            inPanel={true}
          />
          <p className="utrecht-paragraph">Klopt dit niet? Vraag de beheerder om het te veranderen.</p>
        </div>
        <form className="rd-paneel rd-paneel--vlak" action="/afmelden" method="post" aria-labelledby="afmelden">
          <h2 className="utrecht-heading-3" id="afmelden">
            Afmelden
          </h2>
          <p className="utrecht-paragraph">Doe dit altijd op een computer die je deelt.</p>
          <div className="utrecht-button-group">
            <button className="utrecht-button utrecht-button--primary-action" type="submit">
              Meld af
            </button>
          </div>
        </form>
      </div>
    </>
  );
}
