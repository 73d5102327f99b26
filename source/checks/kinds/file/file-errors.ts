const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ELOOP: 'its symbolic links go in a circle',
  ENAMETOOLONG: 'the name is too long',
  EIO: 'the drive gives an error',
  ESTALE: 'the network drive has gone away',
  ENOTCONN: 'the network drive has gone away',
  EHOSTDOWN: 'the network drive has gone away',
};

export function fileErrorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

/** Nothing is there: neither the path's last part nor, perhaps, what should lead to it. */
export function isAbsence(error: unknown): boolean {
  return /^(?:ENOENT|ENOTDIR)$/.test(fileErrorCode(error));
}

/** Why a look at the file system failed, as the second half of a sentence. */
export function fileErrorReason(error: unknown): string {
  const code = fileErrorCode(error);
  const reason = Object.hasOwn(reasons, code) ? reasons[code] : undefined;
  return reason === undefined ? code : `${reason} (${code})`;
}
