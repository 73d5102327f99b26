function ignore(): void {
  // The write that goes beyond the limit fails, and that is told.
}

/**
 * A write beyond the size that a file may have (`ulimit -f`) raises SIGXFSZ. Node ignores it, but
 * packages that clean up on every signal (under conf and Ink) listen to it and then let it end the
 * process; as long as somebody else listens as well, it ends nothing.
 */
export function ignoreSizeLimit(): void {
  if (!process.listeners('SIGXFSZ').includes(ignore)) process.on('SIGXFSZ', ignore);
}
