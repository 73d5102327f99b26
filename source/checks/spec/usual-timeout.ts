/** Milliseconds a check may take when it does not say. */
export const usualTimeout = 30_000;
