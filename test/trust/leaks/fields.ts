/**
 * What may stay where of everything that somebody can fill in or send along. This table is the promise; the rest of the folder
 * plants a word of its own in each field and searches every place for it.
 *
 * Places are named as the search names them: `database schema.table.column`, `queue …`, `log of serve`, `terminal of …`, `file …`
 * (the data folder), `temporary file …`, `mail`, `export …`, `page …`, `answer to the sender`, `answer to somebody else`.
 */

interface Field {
  /** Patterns of the places where it may be found; none: nowhere at all. */
  readonly mayStay: readonly RegExp[];
  readonly why: string;
}

const nowhere = (why: string): Field => ({ mayStay: [], why });
const stays = (why: string, ...mayStay: readonly RegExp[]): Field => ({ mayStay, why });

const SENDER = /^answer to the sender$/;
const column = (...names: readonly string[]): RegExp => new RegExp(`^database rodedraad\\.(?:${names.join("|")})$`);
/** What people decide is theirs to read again: on the pages, in answers and in what they export. */
const SHOWN = /^(?:answer to |page |export )/;
/** A letter leaves once; without a mail server it waits as a file, to be sent by hand. */
const LETTER = /^(?:mail|file post\/)/;
/** A table of the queue, or of counts and reports, never holds what a person typed; a team is no person's words. */
const TEAM = column("team\\.(?:code|name)", "\\w+\\.team_code", "import_run\\.summary", "theme_report\\.content");

export const FIELDS = {
  "note: identifiers in the text": nowhere("the gate takes them out before anything is kept"),
  "note: an ordinary word of the text": stays(
    "the safe text, for as long as it is needed, and to whoever wrote it; the memory of new themes knows words, each by itself",
    column("case_note\\.text", "emergent_state\\.state"),
    /^answer to its writer$/,
  ),
  "note that is stuck: its text": stays("the safe text, until it was worked out", column("case_note\\.text")),
  "note: text that is held back": nowhere("of such a note only reason and places are kept"),
  "note: text of a refused row": nowhere("a refused row is not kept"),
  "note: text of which the client objected": nowhere("it is refused at the door"),
  "note: bronId": nowhere("kept as a keyed hash only"),
  "note: casusRef": nowhere("kept as a keyed hash only"),
  "note: medewerkerRef": nowhere("kept as a keyed hash only"),
  "note: datum that is none": nowhere("what is wrong is told without the value"),
  "note: team": stays(
    "a team is known by the name that its source gives it",
    TEAM,
    SENDER,
    /^terminal of import$/,
    SHOWN,
  ),
  "note: a sentence as team": nowhere("what is wrong is told without the value"),
  "note: an unknown wijk": nowhere("what is wrong is told without the value"),
  "note: a word for yes or no that is none": nowhere("what is wrong is told without the value"),
  "note: a field nobody knows, its name": stays("told to who sent it, never kept", SENDER, /^terminal of import$/),
  "note: a field nobody knows, a sentence as its name": nowhere("it can be a note in the wrong place"),
  "note: a field nobody knows, its value": nowhere("never read"),
  "file: its name": stays(
    "told to who named it, in the terminal where it was typed or on the page about its columns",
    /^terminal of import$/,
    SENDER,
  ),
  "file: a first row without headings": nowhere("it is a client's"),
  "file: name of a sheet, its author, a hidden sheet": nowhere("never read"),
  "file: lines that are no JSON": nowhere("what is wrong is told without the line"),
  "import form: name of a column": stays("shown again in the form", SENDER),
  "import form: name of a wijk": stays(
    "from then on this wijk is called so, here and in letters",
    column("area\\.(?:name|aliases)", "proposal\\.content", "partner_request\\.content", "theme_report\\.content"),
    LETTER,
    SHOWN,
  ),

  "note search: its number": stays("a search is shown again to who searches", SENDER),
  "release of a note: its text": nowhere("goes through the gate again; identifiers are taken out"),
  "objection: casusRef": nowhere("kept as a keyed hash only"),
  "address: an id that is none": nowhere("not repeated and not logged"),
  "address: query": stays("a search is shown again to who searches", SENDER),
  "body: no JSON": nowhere("not repeated"),
  "header: user agent": nowhere("not read"),
  "header: of another name": nowhere("not read"),
  "header: a wrong key": nowhere("only its hash is looked up"),
  "header: a wrong cookie": nowhere("only its hash is looked up"),

  "sign-in: a name that no account has": stays("shown again in the form; people type passwords there", SENDER),
  "sign-in: a wrong password": nowhere("not kept"),
  "sign-in: the right password": nowhere("kept as an argon2id hash only"),
  "sign-in: the link to choose a password": nowhere("only its hash is kept, and the form behind it does not repeat it"),
  "account: login": stays("the account itself", column("account\\.login"), SENDER),
  "account: name of a person": stays(
    "who did something is named by what was done; the audit log has the account's id instead",
    column(
      "account\\.name",
      "correction\\.who",
      "theme_change\\.who",
      "release_ledger\\.made_by",
      "catalogue_version\\.made_by",
    ),
    SHOWN,
  ),
  "session: its secret": nowhere("kept as a hash only"),
  "key of a source system": stays("kept as a hash only; whoever makes it sees it once", SENDER),
  "key of a source system: its name": stays("so that it can be told from others", column("api_token\\.name"), SHOWN),
  "team: a name that an administrator gives": stays("what everybody knows the team by", TEAM, SHOWN),
  "theme: an own word": stays(
    "what this municipality recognises the theme by",
    column("catalogue_version\\.(?:content|change)"),
    SHOWN,
  ),
  "sociale kaart: an activity": stays(
    "public, for who looks for what exists already",
    column("activity\\.(?:name|organisation|meets)"),
    SHOWN,
  ),

  "theme: a name that a person gives": stays(
    "what others are meant to read, after the gate",
    column(
      "correction\\.action",
      "theme_change\\.name",
      "theme_report\\.content",
      "proposal\\.content",
      "theme_reason\\.reasons",
    ),
    SHOWN,
  ),
  "theme: words of a split": stays("the rule that a person set", column("correction\\.action"), SHOWN),
  "theme: why": stays("a colleague must be able to judge it", column("correction\\.why", "theme_change\\.why"), SHOWN),
  "theme: identifiers in why": nowhere("the gate takes them out"),
  "proposal: remark": stays("why it was refused, after the gate", column("proposal_review\\.remark"), SHOWN),
  "proposal: identifiers in the remark": nowhere("the gate takes them out"),
  "request: where, and whom to call": stays(
    "this is what the partner is asked",
    column("partner_request\\.content"),
    LETTER,
    SHOWN,
  ),
  "request: address of the partner": stays(
    "the way the letter goes",
    column("partner_request\\.content"),
    /^mail$/,
    SHOWN,
  ),
  "request: an address that the mail server refuses": stays(
    "as every address of a partner; what the server said of it is not kept",
    column("partner_request\\.content"),
    SHOWN,
  ),
  "request: the link in the letter": stays("only its hash is kept here", LETTER, /^page of a partner$/, SENDER),
  "request: remark of the partner": stays(
    "the answer to whoever asked, after the gate",
    column("partner_link\\.answer"),
    SHOWN,
  ),
  "request: identifiers in the remark of the partner": nowhere("the gate takes them out"),
  "partner in the list: its name and address": stays(
    "whom colleagues ask",
    column("partner_organisation\\.(?:name|email)", "partner_message\\.content"),
    LETTER,
    SHOWN,
  ),
  "standing evening: where, and whom to call": stays(
    "what was agreed with the partner",
    column("standing_evening\\.(?:location|contact)", "partner_message\\.content"),
    LETTER,
    SHOWN,
  ),
  "agenda: the link in the mail": stays("only its hash is kept here", LETTER, SENDER),
  "agenda: remark of the partner": stays(
    "the answer to whoever agreed on the evening, after the gate",
    column("partner_page_link\\.answer"),
    SHOWN,
  ),
  "agenda: identifiers in the remark of the partner": nowhere("the gate takes them out"),
  "report: where the monthly mail goes": stays(
    "the address that somebody gave for it; shown to that person alone",
    column("report_subscription\\.email"),
    SENDER,
  ),
  "webhook: address, which may hold a key": stays("where the message goes", column("webhook_endpoint\\.url")),
} as const satisfies Readonly<Record<string, Field>>;

export type FieldName = keyof typeof FIELDS;

export function mayStay(field: FieldName, place: string): boolean {
  return FIELDS[field].mayStay.some((pattern) => pattern.test(place));
}
