import { expect, it } from "vitest";
import { foldName } from "./fold-name.js";

it.each([
  ["Yıldırım", "yildirim"],
  ["YILDIRIM", "yildirim"],
  ["İbrahim", "ibrahim"],
  ["Łukasz", "lukasz"],
  ["Sørensen", "sorensen"],
  ["Đorđe", "dorde"],
  ["Weiß", "weiss"],
  ["Ægir", "aegir"],
  ["Œdipe", "oedipe"],
  ["Guðrún", "gudrun"],
  ["Þór", "thor"],
  ["Əli", "eli"],
  ["ĳsbrand", "ijsbrand"],
  ["d’Haene", "d'haene"],
  ["Qurʼan", "qur'an"],
  ["Zoë-Ann", "zoe-ann"],
  ["Jan", "jan"],
  ["d'Haene", "d'haene"],
  ["Nguyễn", "nguyen"],
])("the lists find %s under %s", (name, folded) => {
  expect(foldName(name)).toBe(folded);
});
