/**
 * The intake says what to do in words of the command line (`--map`, `--wijk`); on a page the same is done in the form.
 * From the sentence with the option on, because a column name in it may hold a full stop.
 */
export function webRemedy(message: string): string {
  return message
    .replace(" uit --map", "")
    .replace(/[^.?!]*--map.*$/s, " Vul hieronder in hoe de kolom heet.")
    .replace(/[^.?!]*--wijk.*$/s, " Lees het bestand nog een keer in. Vul bij ‘Wijknamen’ in welke code erbij hoort.")
    .trim();
}
