import os from 'node:os';

/** The home folder of this user; none for a user id without a name where HOME is not set. */
export function homeFolder(): string | undefined {
  try {
    return os.homedir();
  } catch {
    return undefined;
  }
}

/**
 * Imports a package that asks for the home folder while it is loaded, and would not load without
 * one. What it makes of the root folder meanwhile is not to be used.
 */
export async function importWithoutHome<T>(load: () => Promise<T>): Promise<T> {
  if (homeFolder() !== undefined) return load();
  process.env['HOME'] = '/';
  try {
    return await load();
  } finally {
    delete process.env['HOME'];
  }
}
