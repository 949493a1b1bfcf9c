/** What time it is; an argument wherever it matters. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();

/** Takes one line for the operator. No line names an address, a browser, a person or anything of a request. */
export type Log = (line: string) => void;
