/** The bench was called in a way, or on a file, that it can do nothing with. The message is one sentence for whoever called. */
export class WrongInput extends Error {}
