/** What is used of package.json. */
export interface Manifest {
  readonly files: readonly string[];
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly [field: string]: unknown;
}

/** What only a checkout needs, which is private so that npm does not publish it as it lies there. */
const ofCheckout = new Set([
  'private',
  'scripts',
  'devDependencies',
  'allowScripts',
  'dependencies',
]);

/**
 * The manifest of the package that is published: it depends on nothing but what the bundle imports
 * and does not hold.
 */
export function publishedManifest(
  manifest: Manifest,
  leftOut: ReadonlySet<string>,
): Readonly<Record<string, unknown>> {
  const kept = Object.entries(manifest).filter(([field]) => !ofCheckout.has(field));
  const needed = Object.entries(manifest.dependencies ?? {}).filter(([name]) => leftOut.has(name));
  return {
    ...Object.fromEntries(kept),
    ...(needed.length > 0 ? {dependencies: Object.fromEntries(needed)} : {}),
  };
}
