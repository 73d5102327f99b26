/** Lets keys wait while work goes on, such as saving, since what they do depends on what it comes to. */
export type HoldKeys = (work: Promise<unknown>) => void;
