import type { OwnCatalogue, OwnCatalogueChange } from "@rode-draad/domain";
import type { Json } from "../database.js";

export interface CatalogueVersionTable {
  municipality_id: string;
  number: number;
  content: Json<OwnCatalogue>;
  change: Json<OwnCatalogueChange>;
  made_by: string;
  made_at: Date;
}

export interface ActivityTable {
  municipality_id: string;
  id: string;
  name: string;
  organisation: string;
  meets: string | null;
  url: string | null;
  area_codes: string[];
  theme_ids: string[];
  source: string;
  imported_at: Date;
}
