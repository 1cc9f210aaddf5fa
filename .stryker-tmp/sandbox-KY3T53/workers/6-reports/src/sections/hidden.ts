import type { ReportInput } from "../report-input.js";
import type { ReportSections, Term } from "../theme-report.js";

/** Section 7: what is left out with intent. The sentences of domain report 6.4 stand here word for word. */
export function explainHidden(input: ReportInput): ReportSections["hidden"] {
  const items: Term[] = [
    { term: "Kleine aantallen", text: "Wij tonen geen aantallen onder de 10. Anders is iemand te herkennen." },
    {
      term: "Veiligheid",
      text: "Signalen over veiligheid staan niet in dit overzicht. Die bespreek je apart, met de meldcode.",
    },
    { term: "Namen en verhalen", text: "Je ziet geen notities en geen citaten." },
    { term: "Aantallen per collega", text: "Wij tellen nooit per medewerker. Dit is geen controle op je werk." },
    { term: "Losse buurten", text: "Een buurt is te klein. Daarom zie je alleen een hele wijk of een heel team." },
  ];
  const reasons = withheldReasons(input);
  if (reasons.length > 0) items.push({ term: "Achtergehouden", text: reasons.join(" ") });
  return {
    items,
    safety: "Veiligheid gaat voor. Bel Veilig Thuis op 0800-2000. Bij direct gevaar bel je 112.",
  };
}

/** The release gate's own reasons, each once; which theme they are about is not said. */
function withheldReasons(input: ReportInput): string[] {
  const values = input.themes.flatMap((theme) => [theme.now, theme.earlier]);
  return [...new Set(values.flatMap((value) => (value.status === "band" ? [] : [value.sentence])))].sort();
}
