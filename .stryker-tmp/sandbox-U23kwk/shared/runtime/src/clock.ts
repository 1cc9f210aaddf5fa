/** Tells the time. Everything that needs "now" receives a clock, so that a run can be repeated to the byte. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();
