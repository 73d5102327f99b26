function plain(name: string): string {
  return name.trim().toLowerCase().replaceAll(/\s+/gu, ' ');
}

/** Whether two names mean one person, however they were typed. */
export function isSamePerson(one: string, other: string): boolean {
  return plain(one) === plain(other);
}
