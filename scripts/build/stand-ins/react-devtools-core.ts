/** Ink imports it only when DEV is set; the program never carries it. */
export default {
  initialize(): void {},
  connectToDevTools(): void {},
};
