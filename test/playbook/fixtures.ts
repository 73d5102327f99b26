import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';

const folder = path.join(import.meta.dirname, '../fixtures/playbooks');

export function fixturePath(name: string): string {
  return path.join(folder, name);
}

export function readFixture(name: string): string {
  return readFileSync(fixturePath(name), 'utf8');
}

export const fixtureNames: readonly string[] = readdirSync(folder).filter((name) =>
  name.endsWith('.md'),
);
