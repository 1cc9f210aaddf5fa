import { describe, expect, it } from "vitest";
import { marked } from "../../test/marked.js";
import { findWeb } from "./find-web.js";
import type { ReadableNote } from "./readable-note.js";

const find = (note: ReadableNote) =>
  findWeb(note, {
    isPublicMail: (address) => address === "info@utrecht.nl",
    isPublicSite: (host) => host === "rijksoverheid.nl",
  });

describe("mail addresses, pages, internet addresses and account names", () => {
  it.each([
    "Mail naar «jan.de_vries+wmo@post.nl» graag.",
    "Mail «J.Devries%x'y-z@mail.post.co.uk».",
    "«jan@voorbeeld.nl»",
    "Mail «jan\n@voorbeeld.nl» graag.",
    "Mail «jan@\nvoorbeeld.nl» graag.",
    "Mail «jan \n @voorbeeld.nl» graag.",
    "Mail «jan@ \n voorbeeld.nl» graag.",
    "Mail «jan@voorbeeld.\nnl» graag.",
    "Mail «jan@voorbeeld\n.nl» graag.",
    "Mail «jan @ voorbeeld.nl» graag.",
    "Mail «jan @voorbeeld.nl» graag.",
    "Mail «jan@ voorbeeld.nl» graag.",
    "Mail «jan @ voorbeeld . nl» graag.",
    "Mail jan @ voorbeeld.nlx graag.",
    "Mail «jan@voorbeeld.org»hij en dan.",
    "Mail «jan@voorbeeld.dehij» en dan.",
    "Mail «jan@a-b.c-d.voorbeeld.nl».",
    "Mail «jan@é1.nl».",
    "Mail jan@voorbeeld graag.",
  ])("covers a mail address, also where a line breaks it or spaces part it: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Mail «jan apenstaartje voorbeeld punt nl» graag.",
    "Mail «jan.devries(at)voorbeeld(dot)nl» graag.",
    "Mail «jan [at] voorbeeld [dot] com» graag.",
    "Mail «jan at voorbeeld.nl» graag.",
    "Mail «jan ( apenstaartje ) voorbeeld.nl» graag.",
    "Mail «jan[apenstaartje]voorbeeld.nl» graag.",
    "Hij zat voorbeeld.nl te lezen.",
  ])("covers a mail address that is spelled out: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "mail«jan@voorbeeld.nl»",
    "e-mail«jan@voorbeeld.nl»",
    "emailadres:«jan@voorbeeld.nl»",
    "Mailto:«jan@voorbeeld.nl»",
    "zijnvorigeadresofwasdathaaremail«jan@voorbeeld.nl»",
    "«gmail.jan@voorbeeld.nl»",
    "%_-+.'«jan@voorbeeld.nl» of",
    "«mail.jan@voorbeeld.nl»",
    "«mail@voorbeeld.nl»",
  ])("leaves the words that are glued in front of a mail address: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each(["Mail info@utrecht.nl of «jan@utrecht.nl»."])("leaves an address that belongs to everybody: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each(["Volgt «@jan_de.vries-1» online.", "@Ab schrijft.", "«@Abc» schrijft.", "@a schrijft.", "ik@ home", "x@y"])(
    "covers the account name behind an at sign: %j",
    (text) => {
      expect(marked(text, find)).toBe(text);
    },
  );

  it.each([
    "Zie «https://voorbeeld.nl/jan» daar.",
    "Zie «http://www.voorbeeld.nl/?id=1»!",
    "Zie «HTTPS://voorbeeld.nl#jan», zei zij.",
    "Zie (www.voorbeeld.nl) of «www.voorbeeld.nl/jan»?.",
    "Zie «facebook.com/jan.devries», zei zij.",
    "Zie «sub.deel.voorbeeld.nl/a»,b en.",
    'Zie "«voorbeeld.shop/jan»" daar.',
    "Zie <«https://voorbeeld.nl/jan»> daar.",
    "Zie voorbeeld.nl en https://voorbeeld.nl/ daar.",
    "Zie https://voorbeeld.nl:80 daar.",
    "Zie «https://voorbeeld.nl:80/x» daar.",
    "Zie voorbeeld.xyz/jan daar.",
    "Zie x.voorbeeld-.nl/jan daar.",
  ])("covers a page that goes beyond the front door of a site: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Zie https://www.rijksoverheid.nl/wmo en rijksoverheid.nl/x daar.",
    "Zie https://WWW.Rijksoverheid.NL/wmo daar.",
  ])("leaves a page that belongs to everybody: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Vanaf «10.0.0.1» gestuurd.",
    "Ingelogd met «1.2.3.4» gisteren.",
    "Het IP-adres was volgens haar «1.2.3.4».",
    "ip «1.2.3.4»",
    "IP: «1.2.3.4»",
    "Op de server «1.2.3.4» gezet.",
    "Gezien: «192.168.1.20» daar.",
    "Gezien: «1.2.33.32» daar.",
    "Gezien: «1.2.3.100» daar.",
    "Gezien: «255.1.1.1» en «249.1.1.1».",
    "Gezien: 256.1.1.1 of 1.2.3.",
    "Gezien: 1.2.3.31 en 1.2.3.99 daar.",
    "Gezien: 31.31.31.99 daar.",
    "Gezien: 192.168.1.20.5 daar.",
    "Gezien: 1192.168.1.20 daar.",
    "Gezien: «192.168.1.20». Daarna.",
    "Versie 192.168.1.20 draait.",
    "Nu update naar 192.168.1.20 gedaan.",
    "firmware is 192.168.1.20",
    "v. 192.168.1.20",
    "tip was 1.2.3.4",
    "vanaf morgen. Gezien 1.2.3.4",
    "Gezien: «192.168.l.20» daar.",
  ])("covers an internet address, but no version: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Van «2001:db8:85a3:0:0:8a2e:370:7334» gestuurd.",
    "Van «fe80::1» gestuurd.",
    "Van «2001:DB8::» of «2001:db8::ff00:42» gestuurd.",
    "Van «::ffff:1» gestuurd.",
    "Van ::1 gestuurd.",
    "Van a:b of 12:30:45 gestuurd.",
    "Van 1:2:3:4:5:6:7 gestuurd.",
    "Van x2001:db8::1 gestuurd.",
    "Om 12:30: koffie.",
    "a:: is leeg",
  ])("covers an internet address of the long kind, but no time and no list: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Zijn gebruikersnaam is «jan_1985» daar.",
    "Inlognaam: «j.devries» onthouden.",
    'Account "«jan85»" geblokkeerd.',
    "DigiD («jan85») werkt niet.",
    "Instagram: «@jan» daar.",
    "Snapchat is van het account «jan.v» daar.",
    "account naam: «x_9» x",
    "Onder de naam «jan85» bekend.",
    "login='«jan85»'",
  ])("covers an account name behind a word that says it is one: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Zijn account is jansen daar.",
    "Account: 12345678 klopt.",
    "Account: a.b.c. klopt.",
    "Account voorbeeld.nl bestaat.",
    "Account: 17e en 18jarige en 3 uur.",
    "Account: AB12 en ABCDEF123 zijn codes.",
    "Account: «AB1234» is geen code.",
    "Account: «ABCDEFG123» is geen code.",
    "Accountjan85 bestaat.",
    "Account: «jan85@voorbeeld.nl» klopt.",
    "Account: jan85@huis klopt.",
    "Account: é klopt.",
    "Profiel «jan85» en profielnaam «jan85».",
  ])("takes no word, number, host or abbreviation for an account name: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Bekend als «jan_de_vries» daar.",
    "«ab_1»",
    "De map JAN_VERSIE_2 staat er.",
    "De map 12_34 staat er.",
    "De map a_1 staat er.",
    "Pad c:\\jan_map of /jan_map of x/jan_map/.",
    "[jan_map] en jan_map:",
    "«Jan_M» schrijft.",
  ])("covers a name with an underscore in it: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });
});

describe("on the web, what tells of somebody", () => {
  it.each([
    "Adres «12.255.17.40» is",
    "Adres 12.256.17.40 is",
    "Adres ip 12.25.17.259 is",
    "Adres ip 1.2.3.4.5 is",
    "Adres ip «1.2.3.4». Dan",
    "Adres ip «1.2.3.45» is",
    "ipadres «1.2.3.4» is",
    "ip adres «1.2.3.4» is",
    "ip «2001:db8:85a3:0:0:8a2e:370:7334» is",
    "ip «2001:db8::8a2e:370:7334» is",
    "ip «::1234:5678:9abc» is",
    "ip ::1 is",
    "ip «fe80::1ff:fe23:4567:890a» is",
    "versie32.44.100.200 is",
    "versie  32.44.100.200 is",
  ])("is an internet address when its parts are small enough and nothing goes on: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "gebruikers naam: «jan12»",
    "snap: «jan12»",
    "insta: «jan12»",
    "app naam: «jan12»",
    "account klaar jan12",
    "account: -jan12",
    "account: jan@12",
  ])("is an account behind every word for one, over what may stand between: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "account: j.a.n",
    "account: j.a.n.",
    "account: «j.an»",
    "account: «jan.nlx»",
    "account: jan.nl",
    "account: 12e",
    "account: «a12e»",
    "account: «12ex»",
    "account: 12jarig",
    "account: 12jarige",
    "account: «jan_12»",
    "AB_12 is",
    "«AB_12x» is",
    "«xAB_12» is",
    "12_34 is",
  ])("is an account when it looks like one, and no initials, site or number with a unit: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "mail«mailjan@voorbeeld.nl»",
    "email«jan@voorbeeld.nl»",
    "«xmailjan@voorbeeld.nl»",
    "zijnvorigeadresofwasdathmail«jan@voorbeeld.nl»",
    "«zijnvorigeadresofwasdatmailjan@voorbeeld.nl»",
    "zijnvorigeadresofwasdate-mail«jan@voorbeeld.nl»",
    "zijnvorigeadresofwasdatemail«jan@voorbeeld.nl»",
    "«zijnvorigeadresofwasdatemail-janjan@voorbeeld.nl»",
    "mail«jan._x@voorbeeld.nl»",
  ])("is a mail address without the words glued in front: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "«http://www.jan.nl/over»",
    "zie.«http://jan.nl/over»",
    "HTTPS://WWW.Rijksoverheid.nl/over",
    "http://rijksoverheid.nl/over",
    "«http://jan.nl:80/over»",
    "http://jan.nl/",
    "«http://jan.nl?a»",
    "«http://jan.nl#a»",
    "http://jan.nl",
  ])("is a page when it goes beyond the front door: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });
});
